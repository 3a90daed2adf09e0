package nl.baton.value.model;

import java.util.Arrays;

/**
 * What repeat buyers spent: of each the repeat purchase days and the mean amount of those. A mean of nothing, of sales that
 * cost nothing, says nothing of what is spent when something is, and is counted apart.
 */
public final class SpendCounts {

    private static final int FIRST_SIZE = 1 << 10;
    /** Who differ by so small a part of the mean, by standard deviation, do not differ in what they spend. */
    private static final double HARDLY = 0.02;

    private final long[] sorted;
    private final double[] means;
    private final long withoutSpend;

    private SpendCounts(int[] repeats, double[] means, int size, long withoutSpend) {
        this.withoutSpend = withoutSpend;
        sorted = new long[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = (long) repeats[i] << Integer.SIZE | i;
        }
        Arrays.parallelSort(sorted);
        this.means = new double[size];
        for (int i = 0; i < size; i++) {
            this.means[i] = means[(int) sorted[i]];
            sorted[i] >>= Integer.SIZE;
        }
    }

    public int customers() {
        return means.length;
    }

    /** Repeat buyers whose purchases cost nothing. */
    public long withoutSpend() {
        return withoutSpend;
    }

    /** Of the i-th, in the order of repeats. */
    int repeats(int i) {
        return (int) sorted[i];
    }

    double mean(int i) {
        return means[i];
    }

    double meanOfMeans() {
        return Arrays.stream(means).average().orElse(0);
    }

    boolean allAlike() {
        double mean = meanOfMeans();
        double variance = Arrays.stream(means)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return variance <= HARDLY * HARDLY * mean * mean;
    }

    /** Whether who comes more often spends more on a day; Gamma-Gamma assumes that there is no such thing. */
    public Correlation withFrequency() {
        double[] repeats = Arrays.stream(sorted).mapToDouble(x -> x).toArray();
        return Correlation.of(repeats, means);
    }

    /** Collects repeat buyers, in any order; those without a repeat are passed over. */
    public static final class Builder {

        private int[] repeats = new int[FIRST_SIZE];
        private double[] means = new double[FIRST_SIZE];
        private int size;
        private long withoutSpend;

        public Builder add(Buyer buyer) {
            return add(buyer.repeats(), buyer.spend());
        }

        public Builder add(int x, double mean) {
            if (x == 0) {
                return this;
            }
            if (!(mean > 0)) {
                withoutSpend++;
                return this;
            }
            if (size == repeats.length) {
                repeats = Arrays.copyOf(repeats, 2 * size);
                means = Arrays.copyOf(means, 2 * size);
            }
            repeats[size] = x;
            means[size++] = mean;
            return this;
        }

        public SpendCounts build() {
            return new SpendCounts(repeats, means, size, withoutSpend);
        }
    }
}
