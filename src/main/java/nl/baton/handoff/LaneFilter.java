package nl.baton.handoff;

import nl.baton.base.Period;
import org.jspecify.annotations.Nullable;

/**
 * Which handoffs to count.
 *
 * @param journeyType id of a journey type; null means all
 * @param period by pick-up day; null means all there is
 * @param rule the code of one rule, to count only what that rule finds broken; null means any rule
 */
public record LaneFilter(
        Grain grain,
        @Nullable Long journeyType,
        @Nullable Period period,
        @Nullable String rule) {

    public static LaneFilter everything(Grain grain) {
        return new LaneFilter(grain, null, null, null);
    }

    /** The same over the period of equal length just before; null when all there is was asked for. */
    public @Nullable LaneFilter before() {
        return period == null ? null : new LaneFilter(grain, journeyType, period.previous(), rule);
    }
}
