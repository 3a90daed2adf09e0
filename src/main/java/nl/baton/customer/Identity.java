package nl.baton.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One identifier of a customer.
 *
 * @param system where a SOURCE identifier comes from; null means the source of the item that carries it
 * @param verifiedAt when somebody last made sure of it
 */
public record Identity(
        Kind kind,
        String value,
        @Nullable String system,
        @Nullable Instant verifiedAt) {

    public enum Kind {
        SOURCE,
        EMAIL,
        PHONE,
        LOYALTY
    }

    public Identity {
        verifiedAt = verifiedAt == null ? null : verifiedAt.truncatedTo(ChronoUnit.MICROS);
    }

    public Identity(Kind kind, String value, @Nullable String system) {
        this(kind, value, system, null);
    }

    public static Identity source(String value) {
        return new Identity(Kind.SOURCE, value, null);
    }
}
