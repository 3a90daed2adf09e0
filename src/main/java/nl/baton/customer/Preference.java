package nl.baton.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a customer wishes to be treated.
 *
 * @param value a channel, hours such as {@code Mo-Fr 18:00-21:00; Sa 10:00-12:00}, a language or a topic
 * @param until null as long as it holds
 */
public record Preference(
        Kind kind, String value, Instant from, @Nullable Instant until, Origin origin) {

    /** What it is about. */
    public enum Kind {
        CHANNEL,
        HOURS,
        LANGUAGE,
        TOPIC
    }

    /** Whether the customer said so or others concluded it. */
    public enum Origin {
        STATED,
        OBSERVED
    }

    public Preference {
        from = from.truncatedTo(ChronoUnit.MICROS);
        until = until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
    }
}
