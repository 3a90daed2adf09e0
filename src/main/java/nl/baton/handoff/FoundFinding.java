package nl.baton.handoff;

import java.time.Instant;
import java.util.List;
import nl.baton.department.OpeningHours;
import nl.baton.journey.CaseKey;
import org.jspecify.annotations.Nullable;

/**
 * One finding of a list, with where it was found.
 *
 * @param handoffIndex the handoff's place in its journey, from 0
 * @param pickup the touchpoint that picked up, by which a verdict goes
 * @param decidedAt when it was mended or dismissed, or ceased to be open by itself
 * @param decidedBy the lead who said so; null when it ceased to be open by itself
 * @param timeOver whether it ceased to be open because thirty days went by, and not because the journey was closed
 * @param evidence the touchpoints that show it
 */
public record FoundFinding(
        Finding finding,
        State state,
        long journeyId,
        CaseKey journey,
        Unit from,
        Unit to,
        int handoffIndex,
        long pickup,
        Instant passedAt,
        Instant pickedUpAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String reason,
        boolean timeOver,
        List<Reference> evidence,
        OpeningHours receiver) {

    /** What has become of a finding. */
    public enum State {
        /** Its journey is open, at most thirty days have gone by, and no lead has said anything. */
        OPEN,
        /** A lead marked it mended, or it is no longer open: the journey was closed, or the thirty days are over. */
        MENDED,
        /** A lead has said, with a reason, that it does not count. */
        DISMISSED
    }

    /** For who is not shown free text: what a lead wrote may speak of a customer. */
    FoundFinding withoutReason() {
        return new FoundFinding(
                finding,
                state,
                journeyId,
                journey,
                from,
                to,
                handoffIndex,
                pickup,
                passedAt,
                pickedUpAt,
                decidedAt,
                decidedBy,
                null,
                timeOver,
                evidence,
                receiver);
    }

    /** What identifies a touchpoint. */
    public record Reference(String source, String externalId) {}
}
