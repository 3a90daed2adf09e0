/** The bell in the bar, and the list behind it. */
@NullMarked
package nl.baton.alert.ui;

import org.jspecify.annotations.NullMarked;
