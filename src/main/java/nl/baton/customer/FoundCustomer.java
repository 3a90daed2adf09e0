package nl.baton.customer;

import java.util.List;
import nl.baton.customer.search.Match;
import org.jspecify.annotations.Nullable;

/**
 * A customer that a search found, as far as the asker may see.
 *
 * @param name null for a customer whose name is not known
 * @param number what the source calls the customer; empty when that is not the asker's to see
 * @param anonymous nothing but a case number stands for this customer
 * @param place null when not known, or not the asker's to see
 * @param matches why it was found; only by what the asker may see
 */
public record FoundCustomer(
        long id,
        @Nullable String name,
        String number,
        boolean anonymous,
        @Nullable String place,
        List<Match> matches) {}
