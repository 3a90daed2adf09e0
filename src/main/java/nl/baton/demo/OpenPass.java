package nl.baton.demo;

import java.time.Instant;
import nl.baton.journey.CaseKey;

/**
 * A pass that nobody has begun by the present.
 *
 * @param passing external id of the touchpoint that handed over
 */
record OpenPass(CaseKey journey, Desk from, Desk to, String passing, Instant passedAt, boolean planted) {

    boolean isOverdue(Instant now) {
        return to.hours().between(passedAt, now).compareTo(Plan.PICK_UP) > 0;
    }
}
