package nl.baton.customer;

import org.jspecify.annotations.Nullable;

/**
 * A customer in a list, as far as the asker may see.
 *
 * @param name null for a customer whose name is not known; masked where the asker may not know it
 * @param number what the source calls the customer
 * @param anonymous nothing but a case number stands for this customer
 */
public record CustomerCard(long id, @Nullable String name, String number, boolean anonymous) {}
