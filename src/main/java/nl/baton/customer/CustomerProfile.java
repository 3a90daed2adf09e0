package nl.baton.customer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a customer is, as far as the asker may see.
 *
 * @param contactMasked whether contact details were left out
 * @param inDoubt how many fields cannot be right, or are contradicted; 0 where contact details were left out
 * @param identities without the source's own number, which is {@code number}
 */
public record CustomerProfile(
        long id,
        @Nullable String name,
        String number,
        boolean anonymous,
        @Nullable LocalDate since,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        List<Identity> identities,
        boolean contactMasked,
        int inDoubt) {}
