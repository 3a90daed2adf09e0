package nl.baton.handoff;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One lane under a filter, closer by.
 *
 * @param bins waits in the receiver's opening hours
 * @param agreedHours the pick-up time
 * @param late handoffs that waited longer than that
 * @param exact false when there are so many handoffs that waits are read from buckets, at most 1 % off
 * @param trend broken per week, or per month where the period is long
 */
public record LaneDetails(List<WaitBin> bins, double agreedHours, long late, boolean exact, List<TrendPoint> trend) {

    /** Handoffs whose wait, in hours, lies from {@code from} up to but not including {@code to}; the last has no end. */
    public record WaitBin(double from, @Nullable Double to, long handoffs) {}

    /** Judged handoffs picked up from {@code from} to {@code to}, both included. */
    public record TrendPoint(LocalDate from, LocalDate to, BreakdownRate rate) {}
}
