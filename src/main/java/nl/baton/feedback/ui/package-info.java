/** What customers said: the inbox, and on the profile what one of them said. */
@NullMarked
package nl.baton.feedback.ui;

import org.jspecify.annotations.NullMarked;
