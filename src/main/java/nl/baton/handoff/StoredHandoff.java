package nl.baton.handoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.baton.handoff.Window.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A handoff as it is stored: what screens count, without the touchpoints.
 *
 * @param day the pick-up day in the company's time zone
 * @param firsts see {@link Firsts}
 * @param judgedRules codes of rules with a window of their own that has closed
 * @param exemptRules codes of rules with a window after the pick-up that cannot judge it
 * @param traits what the analysis of its lane counts it by
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
        List<Finding> findings,
        List<String> judgedRules,
        List<String> exemptRules,
        HandoffTraits traits) {

    /** By a rule that is known by the end of the receiving leg: what the breakdown rate counts. */
    boolean broken() {
        return findings.stream().anyMatch(finding -> finding.stands() && finding.known() == Kind.LEG);
    }

    /** By any rule. */
    boolean marked() {
        return findings.stream().anyMatch(Finding::stands);
    }

    /** Whether a finding of it was dismissed. */
    boolean dismissed() {
        return findings.stream().anyMatch(Finding::dismissed);
    }

    /** The same, with what leads have dismissed. */
    StoredHandoff dismiss(Set<String> rules) {
        return withFindings(findings.stream()
                .map(finding -> rules.contains(finding.rule()) ? finding.dismiss() : finding)
                .toList());
    }

    private StoredHandoff withFindings(List<Finding> others) {
        return new StoredHandoff(
                journeyId,
                journeyTypeId,
                grain,
                sequence,
                laneId,
                passingTouchpointId,
                pickupTouchpointId,
                passedAt,
                pickedUpAt,
                day,
                legEndedAt,
                waitMillis,
                businessWaitMillis,
                explicit,
                chases,
                pingPong,
                isReturn,
                bounced,
                firstOnLane,
                firsts,
                others,
                judgedRules,
                exemptRules,
                traits);
    }

    /** Whether the receiving leg has ended, so that the handoff can be judged for good. */
    boolean legEnded() {
        return legEndedAt != null;
    }
}
