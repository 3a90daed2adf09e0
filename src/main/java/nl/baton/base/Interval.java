package nl.baton.base;

import java.util.Optional;

/**
 * A 95 % interval of a share, with the n it was counted over.
 *
 * @param low lower bound, 0 to 1
 * @param high upper bound, 0 to 1
 */
public record Interval(double low, double high, long n) {

    private static final double Z = 1.96;

    /**
     * The score interval of x out of n (E. B. Wilson, "Probable inference, the law of succession, and statistical
     * inference", JASA 22, 1927). It stays within 0 to 1 and is honest at small n, where the textbook interval is not.
     * Without n there is no interval.
     */
    public static Optional<Interval> wilson(long x, long n) {
        if (x < 0 || n < 0 || x > n) {
            throw new IllegalArgumentException(x + " out of " + n);
        }
        if (n == 0) {
            return Optional.empty();
        }
        double share = (double) x / n;
        double z2 = Z * Z;
        double scale = 1 + z2 / n;
        double middle = (share + z2 / (2 * n)) / scale;
        double half = Z / scale * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n));
        // At x = 0 and x = n the bound is exactly 0 or 1; rounding of the formula must not show.
        double low = x == 0 ? 0 : Math.max(0, middle - half);
        double high = x == n ? 1 : Math.min(1, middle + half);
        return Optional.of(new Interval(low, high, n));
    }

    public boolean contains(double share) {
        return low <= share && share <= high;
    }

    /**
     * The interval of a difference of two shares of the same n, such as promoters and detractors, −1 to 1: adjusted Wald,
     * ¾ added to each and 3 to n (D. Bonett and R. Price, "Adjusted Wald confidence interval for a difference of binomial
     * proportions based on paired data", JEBS 37, 2012). Without n there is no interval.
     */
    public static Optional<Interval> difference(long more, long less, long n) {
        if (more < 0 || less < 0 || more + less > n) {
            throw new IllegalArgumentException(more + " and " + less + " out of " + n);
        }
        if (n == 0) {
            return Optional.empty();
        }
        double p = (more + 0.75) / (n + 3);
        double d = (less + 0.75) / (n + 3);
        double half = Z * Math.sqrt((p + d - (p - d) * (p - d)) / (n + 3));
        return Optional.of(new Interval(Math.max(-1, p - d - half), Math.min(1, p - d + half), n));
    }
}
