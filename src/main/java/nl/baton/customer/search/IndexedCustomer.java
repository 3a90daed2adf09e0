package nl.baton.customer.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the index knows of a customer; it is kept in it as it is, so that a hit needs no look at the database.
 *
 * @param name null for a customer whose name is not known
 * @param number what the source calls the customer
 * @param anonymous nothing but a case number stands for this customer
 */
public record IndexedCustomer(
        long id,
        @Nullable String name,
        String number,
        boolean anonymous,
        @Nullable String street,
        @Nullable String houseNumber,
        @Nullable String postcode,
        @Nullable String city,
        List<Identifier> identifiers) {

    /** By what a customer can be found. */
    public enum Field {
        NAME,
        NUMBER,
        LOYALTY,
        EMAIL,
        PHONE,
        ADDRESS,
        CITY,
        CASE;

        /** Whether it tells nothing of how to reach the customer, nor of what the customer is doing. */
        public boolean isOpen() {
            return this == NAME || this == NUMBER;
        }
    }

    /** An identifier as it was written. */
    public record Identifier(Field field, String value) {

        /** A number by which a source calls its customer: some use an e-mail address or a phone number for it. */
        public static Identifier ofSource(String number) {
            return new Identifier(
                    !Keys.tellsHowToReach(number) ? Field.NUMBER : number.contains("@") ? Field.EMAIL : Field.PHONE,
                    number);
        }
    }

    /** What the source calls the customer, unless that tells how to reach them. */
    public String openNumber() {
        return Keys.tellsHowToReach(number) ? "" : number;
    }

    /** Postcode and house number as one writes them; empty when the postcode is not known. */
    String address() {
        if (postcode == null) {
            return "";
        }
        String house = houseNumber != null ? houseNumber : Keys.houseNumber(street == null ? "" : street);
        return house.isEmpty() ? postcode : postcode + " " + house;
    }
}
