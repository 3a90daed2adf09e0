package nl.baton.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something that is known of a customer and has no field of its own.
 *
 * @param source who says so
 * @param at since when it is known
 * @param verifiedAt when somebody last made sure of it
 */
public record Attribute(
        String key,
        String value,
        String source,
        Instant at,
        @Nullable Instant verifiedAt) {

    public Attribute {
        at = at.truncatedTo(ChronoUnit.MICROS);
        verifiedAt = verifiedAt == null ? null : verifiedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
