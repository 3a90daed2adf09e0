package nl.baton.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has, or has not, agreed to.
 *
 * @param source who took it down
 */
public record Consent(
        String purpose,
        boolean granted,
        Instant at,
        String source,
        @Nullable Instant expiresAt) {

    public Consent {
        at = at.truncatedTo(ChronoUnit.MICROS);
        expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
    }
}
