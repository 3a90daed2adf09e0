package nl.baton.value.model;

import java.util.Arrays;

/**
 * From which current value on a customer belonged to a tier, at the end of each of several months. Keeps counts, not
 * customers: values within 1 % of each other are taken as equal, so that they fall into one tier together.
 */
public final class TiersByMonth {

    private static final double WIDTH = Math.log(1.01);
    /** The smallest amount told apart is a hundredth, the largest about a billion. */
    private static final int LOWEST = (int) Math.floor(Math.log(0.01) / WIDTH);

    private static final int BUCKETS = (int) Math.ceil(Math.log(1e9) / WIDTH) - LOWEST;

    private final long[][] counts;
    /** The smallest value in each bucket. */
    private final double[][] least;

    private final long[] customers;

    public TiersByMonth(int months) {
        counts = new long[months][BUCKETS];
        least = new double[months][BUCKETS];
        customers = new long[months];
    }

    /**
     * A customer who had a purchase or contract by the end of a month, and of all that follow.
     *
     * @param current the current value at the end of each month
     * @param from the first of those months
     */
    public void add(double[] current, int from) {
        for (int month = Math.max(0, from); month < current.length; month++) {
            customers[month]++;
            if (current[month] > 0) {
                int bucket = Math.clamp((int) Math.floor(Math.log(current[month]) / WIDTH) - LOWEST, 0, BUCKETS - 1);
                least[month][bucket] =
                        counts[month][bucket]++ == 0 ? current[month] : Math.min(least[month][bucket], current[month]);
            }
        }
    }

    public Tiers at(int month) {
        var tiers = new Tiers.Builder(customers[month]);
        for (int bucket = BUCKETS - 1; bucket >= 0; bucket--) {
            if (counts[month][bucket] > 0) {
                tiers.add(least[month][bucket], counts[month][bucket]);
            }
        }
        // the others are worth nothing, and better than nobody
        long rest = customers[month] - Arrays.stream(counts[month]).sum();
        return (rest > 0 ? tiers.add(0, rest) : tiers).build();
    }
}
