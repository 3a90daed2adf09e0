package nl.baton.handoff;

import java.util.ArrayList;
import java.util.List;
import nl.baton.handoff.LaneDetails.WaitBin;

/** Sorts waits into bins for people to read. */
final class WaitHistogram {

    /** Bin widths that read well, in minutes. */
    private static final double[] WIDTHS = {1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 7200, 14400, 43200
    };

    private static final int BINS = 12;

    private WaitHistogram() {}

    /** Twelve bins and an open one, of a width by which the agreed time is an edge and nine in ten waits fit. */
    static List<WaitBin> of(long[] sorted, long allowed) {
        if (sorted.length == 0) {
            return List.of();
        }
        double reach = Math.max(sorted[(int) (0.9 * (sorted.length - 1))], allowed) / 60_000.0;
        double width = WIDTHS[WIDTHS.length - 1];
        for (double candidate : WIDTHS) {
            boolean agreedIsAnEdge = allowed / 60_000.0 % candidate == 0;
            if (candidate * BINS >= reach && (agreedIsAnEdge || candidate * 60_000 > allowed)) {
                width = candidate;
                break;
            }
        }
        long millis = (long) (width * 60_000);
        long[] counts = new long[BINS + 1];
        for (long wait : sorted) {
            counts[(int) Math.min(BINS, wait / millis)]++;
        }
        var bins = new ArrayList<WaitBin>();
        for (int i = 0; i < counts.length; i++) {
            bins.add(new WaitBin(hours(i * millis), i < BINS ? hours((i + 1) * millis) : null, counts[i]));
        }
        return bins;
    }

    static double hours(long millis) {
        return millis / 3_600_000.0;
    }
}
