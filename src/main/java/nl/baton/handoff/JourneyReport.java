package nl.baton.handoff;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import nl.baton.journey.CaseKey;
import org.jspecify.annotations.Nullable;

/**
 * A journey as the API gives it: its legs, the handoffs between them, and who was handed it and has not begun. Units are
 * codes; a team is its department's code, then " / " and its name. Waits are in seconds.
 *
 * @param cases all cases that make it up, the one asked for among them
 * @param closedAt null while it is open
 * @param behindSeconds how far what was computed of journeys is behind what has arrived, when more than five seconds
 */
record JourneyReport(
        CaseKey journey,
        List<CaseKey> cases,
        String grain,
        int touchpoints,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Long behindSeconds,
        List<ReportedLeg> legs,
        List<ReportedHandoff> handoffs,
        List<ReportedPass> pendingPasses) {

    /** What identifies a touchpoint. */
    record Reference(String source, String externalId, Instant at) {}

    /** A run of touchpoints in one unit. */
    record ReportedLeg(String unit, Instant startedAt, Instant endedAt, List<Reference> touchpoints) {}

    /** The pass from leg {@code index} to the next one. */
    record ReportedHandoff(
            int index,
            String from,
            String to,
            boolean explicit,
            Reference passing,
            Instant passedAt,
            Instant pickedUpAt,
            double waitSeconds,
            double businessWaitSeconds,
            boolean pingPong,
            @JsonProperty("return") boolean isReturn,
            boolean bounced,
            List<Reference> chases,
            List<String> brokenBy) {}

    /** Handed over, not begun. */
    record ReportedPass(
            String from,
            String to,
            Reference passing,
            Instant passedAt,
            double waitSeconds,
            double businessWaitSeconds,
            boolean notPickedUp,
            List<Reference> chases) {}
}
