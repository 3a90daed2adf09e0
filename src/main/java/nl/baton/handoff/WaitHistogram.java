package nl.baton.handoff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import nl.baton.handoff.LaneDetails.WaitBin;

/**
 * Sorts waits into bins for people to read.
 *
 * @param waits in order, in milliseconds
 * @param counts how many handoffs waited so long
 */
record WaitHistogram(long[] waits, long[] counts, boolean isExact) {

    /** Bin widths that read well, in minutes. */
    private static final double[] WIDTHS = {1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 7200, 14400, 43200
    };

    private static final int BINS = 12;

    /** From every single wait, in order. */
    static WaitHistogram exactly(long[] sorted) {
        var ones = new long[sorted.length];
        Arrays.fill(ones, 1);
        return new WaitHistogram(sorted, ones, true);
    }

    /** From counts per {@link WaitBuckets bucket}: each wait is taken for its bucket's middle. */
    static WaitHistogram fromBuckets(SortedMap<Integer, Long> buckets) {
        return new WaitHistogram(
                buckets.keySet().stream()
                        .mapToLong(bucket -> Math.round(WaitBuckets.middle(bucket)))
                        .toArray(),
                buckets.values().stream().mapToLong(Long::longValue).toArray(),
                false);
    }

    long longerThan(long allowed) {
        long longer = 0;
        for (int i = 0; i < waits.length; i++) {
            longer += waits[i] > allowed ? counts[i] : 0;
        }
        return longer;
    }

    /** Twelve bins and an open one, of a width by which the allowed time is an edge and nine in ten waits fit. */
    List<WaitBin> bins(long allowed) {
        if (waits.length == 0) {
            return List.of();
        }
        double reach = Math.max(nineInTen(), allowed) / 60_000.0;
        double width = WIDTHS[WIDTHS.length - 1];
        for (double candidate : WIDTHS) {
            boolean agreedIsAnEdge = allowed / 60_000.0 % candidate == 0;
            if (candidate * BINS >= reach && (agreedIsAnEdge || candidate * 60_000 > allowed)) {
                width = candidate;
                break;
            }
        }
        long millis = (long) (width * 60_000);
        var bins = new long[BINS + 1];
        for (int i = 0; i < waits.length; i++) {
            bins[(int) Math.min(BINS, waits[i] / millis)] += counts[i];
        }
        var shown = new ArrayList<WaitBin>();
        for (int i = 0; i < bins.length; i++) {
            shown.add(new WaitBin(hours(i * millis), i < BINS ? hours((i + 1) * millis) : null, bins[i]));
        }
        return shown;
    }

    private long nineInTen() {
        long place = (long) (0.9 * (Arrays.stream(counts).sum() - 1));
        long seen = 0;
        for (int i = 0; i < waits.length; i++) {
            seen += counts[i];
            if (seen > place) {
                return waits[i];
            }
        }
        return 0;
    }

    static double hours(long millis) {
        return millis / 3_600_000.0;
    }
}
