package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * The pass from one leg to the next.
 *
 * @param sequence its place in the journey, from 0
 * @param passing the touchpoint that handed over in so many words, else the last one of the leg that passes
 * @param explicit whether {@code passing} handed over in so many words
 * @param chases what the customer asked while an explicit pass waited
 * @param waited calendar time from the pass to the pick-up, never negative
 * @param pingPong it goes back to where the baton just came from: A to B to A
 * @param isReturn it goes to a unit seen before, and is no ping-pong
 * @param bounced the next handoff brings it back
 * @param legEndedAt when the receiving leg ended: the next one began or the journey closed; null while neither
 */
public record Handoff(
        int sequence,
        Leg from,
        Leg to,
        Touchpoint passing,
        boolean explicit,
        List<Touchpoint> chases,
        Instant passedAt,
        Duration waited,
        boolean pingPong,
        boolean isReturn,
        boolean bounced,
        @Nullable Instant legEndedAt) {

    /** When the receiving unit began. It is on this day that a handoff counts. */
    public Instant pickedUpAt() {
        return to.start();
    }

    /** The touchpoint with which the receiving unit began. */
    public Touchpoint pickup() {
        return to.touchpoints().getFirst();
    }

    /** Whether it runs on the same lane as another. */
    public boolean sameLane(Handoff other) {
        return from.unit() == other.from.unit() && to.unit() == other.to.unit();
    }
}
