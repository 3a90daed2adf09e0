package nl.baton.value.model;

/**
 * How much two things go together, from -1 to 1, with its 95 % interval after Fisher ("On the probable error of a coefficient
 * of correlation", Metron 1, 1921).
 *
 * @param n pairs; where there are fewer than four, or one of the two never changes, all else is 0 and {@code known} false
 */
public record Correlation(double value, double low, double high, long n, boolean known) {

    private static final double Z = 1.96;
    private static final int FEWEST = 4;
    private static final double ROUNDING = 1e-12;

    static Correlation of(double[] one, double[] other) {
        int n = one.length;
        double meanOne = 0;
        double meanOther = 0;
        for (int i = 0; i < n; i++) {
            meanOne += one[i] / n;
            meanOther += other[i] / n;
        }
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < n; i++) {
            double x = one[i] - meanOne;
            double y = other[i] - meanOther;
            both += x * y;
            squaresOne += x * x;
            squaresOther += y * y;
        }
        if (n < FEWEST || isRounding(squaresOne, meanOne, n) || isRounding(squaresOther, meanOther, n)) {
            return new Correlation(0, 0, 0, n, false);
        }
        double value = Math.clamp(both / Math.sqrt(squaresOne * squaresOther), -1, 1);
        double turned = Math.log((1 + value) / (1 - value)) / 2;
        double half = Z / Math.sqrt(n - 3.0);
        return new Correlation(value, Math.tanh(turned - half), Math.tanh(turned + half), n, true);
    }

    private static boolean isRounding(double squares, double mean, int n) {
        return squares <= n * ROUNDING * ROUNDING * mean * mean;
    }
}
