package nl.baton.handoff;

/** Whether two shares differ by more than chance, by the pooled z-test of two proportions. */
public final class TwoProportions {

    private TwoProportions() {}

    /**
     * z = (x₁/n₁ − x₂/n₂) / √(p (1 − p) (1/n₁ + 1/n₂)) with p = (x₁ + x₂) / (n₁ + n₂); positive when the first is the
     * larger. 0 where nothing can be said: without n, or when all or none are.
     */
    public static double z(long x1, long n1, long x2, long n2) {
        if (n1 == 0 || n2 == 0) {
            return 0;
        }
        double pooled = (double) (x1 + x2) / (n1 + n2);
        double variance = pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n2);
        return variance <= 0 ? 0 : ((double) x1 / n1 - (double) x2 / n2) / Math.sqrt(variance);
    }

    /** The chance of a z at least this large when nothing differs. */
    public static double oneSided(double z) {
        return 0.5 * erfc(z / Math.sqrt(2));
    }

    /**
     * The complementary error function by a Chebyshev fit with a relative error below 1.2e-7 everywhere (W. H. Press and
     * others, "Numerical Recipes", 2nd edition, section 6.2).
     */
    private static double erfc(double x) {
        double t = 1 / (1 + 0.5 * Math.abs(x));
        double[] c = {
            -1.26551223,
            1.00002368,
            0.37409196,
            0.09678418,
            -0.18628806,
            0.27886807,
            -1.13520398,
            1.48851587,
            -0.82215223,
            0.17087277
        };
        double sum = 0;
        for (int i = c.length - 1; i >= 0; i--) {
            sum = sum * t + c[i];
        }
        double tail = t * Math.exp(-x * x + sum);
        return x >= 0 ? tail : 2 - tail;
    }
}
