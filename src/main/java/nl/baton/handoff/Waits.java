package nl.baton.handoff;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Waits in calendar time.
 *
 * @param p50 the middle wait in seconds; null without handoffs
 * @param p50Low lower end of its 95 % interval, by order statistics: the place n/2 − 0.98 √n; seconds
 * @param p50High upper end, the place n/2 + 0.98 √n
 * @param p90 one wait in ten is longer; in seconds
 * @param exact false when read from logarithmic buckets, at most 1 % off
 */
public record Waits(
        @Nullable Double p50,
        @Nullable Double p50Low,
        @Nullable Double p50High,
        @Nullable Double p90,
        double totalHours,
        boolean exact) {

    /** Half of z = 1.96: the count below the median is binomial, with a deviation of √n / 2. */
    private static final double HALF_WIDTH = 0.98;

    /** Quantiles by linear interpolation between order statistics. */
    static Waits exactly(long[] sortedMillis, long totalMillis) {
        return new Waits(
                quantile(sortedMillis, 0.5),
                place(sortedMillis, -HALF_WIDTH),
                place(sortedMillis, HALF_WIDTH),
                quantile(sortedMillis, 0.9),
                hours(totalMillis),
                true);
    }

    /** The order statistic that bounds the median: n/2 plus so many times √n, within what there is. */
    private static long placeOfMedian(long n, double times) {
        return Math.clamp(Math.round((n - 1) / 2.0 + times * Math.sqrt(n)), 0, n - 1);
    }

    private static @Nullable Double place(long[] sorted, double times) {
        return sorted.length == 0 ? null : sorted[(int) placeOfMedian(sorted.length, times)] / 1000.0;
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
        return new Waits(
                quantile(buckets, n, 0.5),
                n == 0 ? null : middleAt(buckets, placeOfMedian(n, -HALF_WIDTH)) / 1000,
                n == 0 ? null : middleAt(buckets, placeOfMedian(n, HALF_WIDTH)) / 1000,
                quantile(buckets, n, 0.9),
                hours(totalMillis),
                false);
    }

    private static @Nullable Double quantile(SortedMap<Integer, Long> buckets, long n, double share) {
        if (n == 0) {
            return null;
        }
        double place = share * (n - 1);
        long below = (long) place;
        double low = middleAt(buckets, below);
        double high = middleAt(buckets, Math.min(below + 1, n - 1));
        return (low + (place - below) * (high - low)) / 1000;
    }

    /** The wait that stands for the one at this place, counted from 0. */
    private static double middleAt(SortedMap<Integer, Long> buckets, long place) {
        long seen = 0;
        for (var bucket : buckets.entrySet()) {
            seen += bucket.getValue();
            if (seen > place) {
                return WaitBuckets.middle(bucket.getKey());
            }
        }
        throw new IllegalArgumentException("No wait at " + place);
    }

    private static double hours(long millis) {
        return millis / 3_600_000.0;
    }
}
