/** The shell of every screen, and the few parts that all screens share. */
@NullMarked
@NamedInterface("ui")
package nl.baton.base.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
