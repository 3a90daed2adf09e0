package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;

/**
 * The calendar time from the beginning of the passing leg to the end of the receiving one, in parts that add up to it.
 *
 * @param fromMillis that of the passing leg up to the pass
 * @param betweenMillis the wait
 * @param toMillis that of the receiving leg
 * @param customerMillis what of all three was the customer's turn, and is in none of them
 */
record SplitTime(long fromMillis, long betweenMillis, long toMillis, long customerMillis) {

    static SplitTime of(Handoff handoff, CustomerTurns turns) {
        Instant begun = handoff.from().start();
        Instant pickedUp = handoff.pickedUpAt();
        // a leg can last beyond the next one's beginning: then nobody waited, and its time ends there
        Instant passed = handoff.passedAt().isBefore(pickedUp) ? handoff.passedAt() : pickedUp;
        Instant ended = handoff.to().end();
        long from = turns.millisWithin(begun, passed);
        long between = turns.millisWithin(passed, pickedUp);
        long to = turns.millisWithin(pickedUp, ended);
        return new SplitTime(
                millis(begun, passed) - from,
                millis(passed, pickedUp) - between,
                millis(pickedUp, ended) - to,
                from + between + to);
    }

    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }
}
