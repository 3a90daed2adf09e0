package nl.baton.value.model;

import java.util.Arrays;

/** Contracts by the renewals they survived, those that ended at the next one apart from those that still run. */
public final class RetentionCounts {

    private static final int FIRST_SIZE = 64;

    private long[] ended = new long[FIRST_SIZE];
    private long[] running = new long[FIRST_SIZE];
    private int most;

    /** @param renewals survived, 0 for one in its first month */
    public RetentionCounts add(int renewals, boolean hasEnded) {
        if (renewals < 0) {
            throw new IllegalArgumentException(renewals + " renewals");
        }
        if (renewals >= ended.length) {
            ended = Arrays.copyOf(ended, 2 * renewals);
            running = Arrays.copyOf(running, 2 * renewals);
        }
        (hasEnded ? ended : running)[renewals]++;
        most = Math.max(most, renewals);
        return this;
    }

    public long contracts() {
        return Arrays.stream(ended).sum() + Arrays.stream(running).sum();
    }

    public long ended() {
        return Arrays.stream(ended).sum();
    }

    int mostRenewals() {
        return most;
    }

    long endedAfter(int renewals) {
        return ended[renewals];
    }

    long runningAfter(int renewals) {
        return running[renewals];
    }

    /** Ends beside renewals. */
    double churn() {
        double occasions = 0;
        for (int renewals = 0; renewals <= most; renewals++) {
            occasions += (double) renewals * (ended[renewals] + running[renewals]) + ended[renewals];
        }
        return ended() / occasions;
    }
}
