package nl.baton.handoff;

import java.time.Instant;
import java.util.List;
import nl.baton.journey.Outcome;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * A maximal run of consecutive touchpoints of a journey in one unit.
 *
 * @param start the moment of its first touchpoint
 * @param end the latest end of any of its touchpoints
 */
public record Leg(long unit, long department, Instant start, Instant end, List<Touchpoint> touchpoints) {

    /** The last outcome that is known; null when none is. */
    public @Nullable Outcome lastKnownOutcome() {
        for (int i = touchpoints.size() - 1; i >= 0; i--) {
            Outcome outcome = touchpoints.get(i).outcome();
            if (outcome != null) {
                return outcome;
            }
        }
        return null;
    }
}
