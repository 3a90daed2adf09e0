/** What a customer said, on the profile. */
@NullMarked
package nl.baton.feedback.ui;

import org.jspecify.annotations.NullMarked;
