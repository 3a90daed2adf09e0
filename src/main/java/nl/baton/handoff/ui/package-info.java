/** The screen on which handoffs are seen to break, and a journey's relay. */
@NullMarked
package nl.baton.handoff.ui;

import org.jspecify.annotations.NullMarked;
