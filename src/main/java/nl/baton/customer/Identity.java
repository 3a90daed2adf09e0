package nl.baton.customer;

import org.jspecify.annotations.Nullable;

/**
 * One identifier of a customer.
 *
 * @param system where a SOURCE identifier comes from; null means the source of the item that carries it
 */
public record Identity(Kind kind, String value, @Nullable String system) {

    public enum Kind {
        SOURCE,
        EMAIL,
        PHONE,
        LOYALTY
    }

    public static Identity source(String value) {
        return new Identity(Kind.SOURCE, value, null);
    }
}
