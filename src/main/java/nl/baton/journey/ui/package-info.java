/** A customer's touchpoints on the profile. */
@NullMarked
package nl.baton.journey.ui;

import org.jspecify.annotations.NullMarked;
