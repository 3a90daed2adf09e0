/** What a customer bought, on the profile. */
@NullMarked
package nl.baton.value.ui;

import org.jspecify.annotations.NullMarked;
