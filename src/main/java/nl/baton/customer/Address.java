package nl.baton.customer;

import org.jspecify.annotations.Nullable;

/**
 * Where a customer lives or is established, as far as it is known.
 *
 * @param street with the house number, where the source does not keep that apart
 * @param country two letters by ISO 3166, such as NL
 */
public record Address(
        @Nullable String street,
        @Nullable String houseNumber,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String country) {}
