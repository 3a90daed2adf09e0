package nl.baton.handoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A handoff as it is stored: what screens count, without the touchpoints.
 *
 * @param day the pick-up day in the company's time zone
 * @param firsts see {@link Firsts}
 */
record StoredHandoff(
        long journeyId,
        long journeyTypeId,
        Grain grain,
        int sequence,
        long laneId,
        long passingTouchpointId,
        long pickupTouchpointId,
        Instant passedAt,
        Instant pickedUpAt,
        LocalDate day,
        @Nullable Instant legEndedAt,
        long waitMillis,
        long businessWaitMillis,
        boolean explicit,
        int chases,
        boolean pingPong,
        boolean isReturn,
        boolean bounced,
        boolean firstOnLane,
        int firsts,
        List<Finding> findings) {

    boolean broken() {
        return !findings.isEmpty();
    }

    /** Whether the receiving leg has ended, so that the handoff can be judged for good. */
    boolean legEnded() {
        return legEndedAt != null;
    }
}
