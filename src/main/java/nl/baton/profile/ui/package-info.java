/** The customer's screen. */
@NullMarked
package nl.baton.profile.ui;

import org.jspecify.annotations.NullMarked;
