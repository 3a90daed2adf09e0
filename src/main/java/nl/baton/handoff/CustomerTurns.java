package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.baton.journey.Direction;
import nl.baton.journey.Fact;
import nl.baton.journey.Touchpoint;

/**
 * When it was up to the customer: from a contact to the customer that asks for something until the next one from the
 * customer. Where none follows it is not known whether the customer ever had to answer, and it counts as nobody's turn.
 */
record CustomerTurns(List<Turn> turns) {

    /** One of them. */
    record Turn(Instant from, Instant to) {}

    static CustomerTurns of(List<Touchpoint> ordered) {
        var turns = new ArrayList<Turn>();
        Instant asked = null;
        for (Touchpoint touchpoint : ordered) {
            if (touchpoint.direction() == Direction.INBOUND) {
                if (asked != null && touchpoint.at().isAfter(asked)) {
                    turns.add(new Turn(asked, touchpoint.at()));
                }
                asked = null;
            } else if (asked == null && asks(touchpoint)) {
                asked = touchpoint.end();
            }
        }
        return new CustomerTurns(turns);
    }

    private static boolean asks(Touchpoint touchpoint) {
        return touchpoint.direction() == Direction.OUTBOUND
                && touchpoint.details().facts().stream().anyMatch(fact -> fact.act() == Fact.Act.ASKED);
    }

    /** How much of a stretch of time was the customer's. */
    long millisWithin(Instant from, Instant to) {
        return turns.stream()
                .mapToLong(turn -> millis(later(turn.from, from), earlier(turn.to, to)))
                .sum();
    }

    private static long millis(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to).toMillis() : 0;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
