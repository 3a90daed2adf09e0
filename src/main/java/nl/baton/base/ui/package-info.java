/**
 * The shell of every screen, and the few parts that all screens share.
 *
 * <p>What the shell needs from modules above it comes through small interfaces that they implement:
 * {@link nl.baton.base.ui.ShellUser} (security), {@link nl.baton.base.ui.ShellSearch} (customers),
 * {@link nl.baton.base.ui.NavigationFoot} (whoever knows how fresh the sources are), {@link nl.baton.base.ui.LiveNews}
 * (whoever computes what screens show). A screen is live by one {@link nl.baton.base.ui.LiveNote} on it.
 */
@NullMarked
@NamedInterface("ui")
package nl.baton.base.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
