/** The customer search in the bar, and what other modules bring to the profile. */
@NullMarked
@NamedInterface("ui")
package nl.baton.customer.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
