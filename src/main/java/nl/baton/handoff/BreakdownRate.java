package nl.baton.handoff;

import nl.baton.base.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How many of the handoffs that can be judged are broken: those whose receiving leg has ended, so that recent weeks do
 * not look better than they are. The 95 % Wilson interval treats passes as independent.
 *
 * @param broken handoffs with at least one rule broken
 * @param judged handoffs whose receiving leg has ended
 * @param interval null without a judged handoff
 */
public record BreakdownRate(
        long broken, long judged, @Nullable Interval interval) {

    /** The weight of the overall rate in a lane's shrunk rate, in handoffs. */
    private static final double WEIGHT = 20;

    public static BreakdownRate of(long broken, long judged) {
        return new BreakdownRate(broken, judged, Interval.wilson(broken, judged).orElse(null));
    }

    /** Broken / judged, 0 to 1; null without a judged handoff. */
    public @Nullable Double share() {
        return judged == 0 ? null : (double) broken / judged;
    }

    /** The share drawn towards the overall rate, so that a small lane does not shout. */
    public double shrunk(double overall) {
        return (broken + WEIGHT * overall) / (judged + WEIGHT);
    }

    /** About how many handoffs fewer would be broken, were this lane no worse than the others. */
    public double excess(double overall) {
        return judged * Math.max(0, shrunk(overall) - overall);
    }
}
