package nl.baton.value.model;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Scores from 1 to 5 by how many are worse: 1 + ⌊5 · (strictly worse + half of the equal, itself included)/n⌋. As who is better
 * never scores lower, four thresholds say it all, and nobody needs to be kept.
 *
 * @param thresholds the smallest value with a score of at least 2, 3, 4 and 5; infinite where nobody has it
 * @param n fewer than {@link #FEWEST}: no scores
 */
public record Quintiles(double[] thresholds, long n) {

    public static final int FEWEST = 20;
    public static final int SCORES = 5;

    /** The score of somebody with this value; empty where there are too few. */
    public OptionalInt score(double value) {
        if (n < FEWEST) {
            return OptionalInt.empty();
        }
        int score = 1;
        for (double threshold : thresholds) {
            score += value >= threshold ? 1 : 0;
        }
        return OptionalInt.of(score);
    }

    /** Takes values, each once, the worst first. */
    public static final class Builder {

        private final long n;
        private final double[] thresholds = new double[SCORES - 1];
        private long worse;

        /** @param n how many there are in all */
        public Builder(long n) {
            this.n = n;
            Arrays.fill(thresholds, Double.POSITIVE_INFINITY);
        }

        public Builder add(double value, long equal) {
            long score = 1 + SCORES * (2 * worse + equal) / (2 * n);
            for (int i = 0; i < thresholds.length && i + 2 <= score; i++) {
                thresholds[i] = Math.min(thresholds[i], value);
            }
            worse += equal;
            return this;
        }

        public Quintiles build() {
            if (worse != n) {
                throw new IllegalStateException(worse + " of " + n + " values");
            }
            return new Quintiles(thresholds, n);
        }
    }
}
