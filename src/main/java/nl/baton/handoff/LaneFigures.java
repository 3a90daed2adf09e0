package nl.baton.handoff;

import java.util.List;

/**
 * What is known of one lane under a filter.
 *
 * @param journeys journeys whose first pass on this lane lies in the period
 * @param bounced handoffs that came straight back
 * @param breakdowns broken handoffs by rule; one handoff can break several
 * @param excess what the ranking goes by: n · max(0, shrunk rate − overall rate)
 */
public record LaneFigures(
        long laneId,
        Unit from,
        Unit to,
        long handoffs,
        long journeys,
        long pingPongs,
        long returns,
        long bounced,
        List<RuleCount> breakdowns,
        BreakdownRate rate,
        double excess,
        Verdict verdict,
        Waits waits) {

    /** How many handoffs a rule finds broken. */
    public record RuleCount(String rule, long handoffs) {}

    /** What may be said of a lane's rate. */
    public enum Verdict {
        /** The whole interval lies above the overall rate. */
        STANDS_OUT,
        /** The interval contains the overall rate, or lies below it. */
        COULD_BE_CHANCE,
        /** Fewer than ten judged handoffs. */
        TOO_FEW
    }
}
