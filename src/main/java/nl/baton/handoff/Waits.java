package nl.baton.handoff;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Waits in calendar time.
 *
 * @param p50 the middle wait in seconds; null without handoffs
 * @param p90 one wait in ten is longer; in seconds
 * @param exact false when read from logarithmic buckets, at most 1 % off
 */
public record Waits(@Nullable Double p50, @Nullable Double p90, double totalHours, boolean exact) {

    /** Quantiles by linear interpolation between order statistics. */
    static Waits exactly(long[] sortedMillis, long totalMillis) {
        return new Waits(quantile(sortedMillis, 0.5), quantile(sortedMillis, 0.9), hours(totalMillis), true);
    }

    private static @Nullable Double quantile(long[] sorted, double share) {
        if (sorted.length == 0) {
            return null;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return (sorted[below] + (place - below) * (sorted[above] - sorted[below])) / 1000;
    }

    /** Quantiles from counts per {@link WaitBuckets bucket}, which are sorted by bucket. */
    static Waits fromBuckets(SortedMap<Integer, Long> buckets, long totalMillis) {
        long n = buckets.values().stream().mapToLong(Long::longValue).sum();
        return new Waits(quantile(buckets, n, 0.5), quantile(buckets, n, 0.9), hours(totalMillis), false);
    }

    private static @Nullable Double quantile(SortedMap<Integer, Long> buckets, long n, double share) {
        double place = share * (n - 1);
        long seen = 0;
        for (var bucket : buckets.entrySet()) {
            seen += bucket.getValue();
            if (seen > place) {
                return WaitBuckets.middle(bucket.getKey()) / 1000;
            }
        }
        return null;
    }

    private static double hours(long millis) {
        return millis / 3_600_000.0;
    }
}
