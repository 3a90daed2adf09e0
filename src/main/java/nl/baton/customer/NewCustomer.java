package nl.baton.customer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer as a source states it. Identity is (source, externalId); sent again, it replaces what was stated before. */
public record NewCustomer(
        String source,
        String externalId,
        Kind kind,
        String name,
        @Nullable LocalDate birthDate,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable LocalDate since,
        List<Identity> identities) {

    public enum Kind {
        PERSON,
        COMPANY
    }
}
