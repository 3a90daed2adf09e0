package nl.baton.intake.item;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What an item is read against.
 *
 * @param now the moment at which its batch came in
 * @param zone the time zone in which the company counts its days
 */
public record ItemContext(Instant now, ZoneId zone) {

    /** How far a sender's clock may run ahead of Baton's. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    Instant latest() {
        return now.plus(CLOCK_SKEW);
    }
}
