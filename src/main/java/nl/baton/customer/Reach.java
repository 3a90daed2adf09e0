package nl.baton.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How many people a customer reaches with what it says about the company, counted at that moment. */
public record Reach(int people, Instant at) {

    public Reach {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
