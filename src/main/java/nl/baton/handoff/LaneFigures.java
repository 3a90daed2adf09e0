package nl.baton.handoff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one lane under a filter.
 *
 * @param journeys journeys whose first pass on this lane lies in the period
 * @param bounced handoffs that came straight back
 * @param breakdowns broken handoffs by rule; one handoff can break several
 * @param excess n · max(0, shrunk rate − overall rate): what the ranking goes by where nothing is known to be at stake
 * @param stake null where it is not known, not defined, or not to be told
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
        Waits waits,
        @Nullable Stake stake) {

    /** What is at stake, where it can be said. */
    public Stake.@Nullable Range atStake() {
        return stake == null ? null : stake.range();
    }

    /**
     * How many handoffs a rule finds broken.
     *
     * @param handoffs all of them, those included that its rate does not count yet
     * @param dismissed those that a lead has dismissed, which are not among them
     * @param rate over the handoffs whose window for this rule has closed
     */
    public record RuleCount(String rule, long handoffs, long dismissed, BreakdownRate rate) {}

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
