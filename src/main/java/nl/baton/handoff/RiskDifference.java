package nl.baton.handoff;

import java.util.List;
import java.util.Optional;

/**
 * By how much more often customers are lost after a broken handoff than after one that was not: the risk difference over
 * strata of customers who were alike before (N. Mantel and W. Haenszel, JNCI 22, 1959), with the variance of T. Sato, S.
 * Greenland and J. Robins ("On the variance estimator for the Mantel-Haenszel risk difference", Biometrics 45, 1989), which
 * holds for few large strata and for many small ones.
 *
 * @param estimate a difference of shares, −1 to 1
 * @param low lower bound of its 95 % interval
 * @param high upper bound
 * @param broken journeys with a broken handoff, in strata with both kinds
 * @param whole journeys without one, in those strata
 */
public record RiskDifference(double estimate, double low, double high, long broken, long whole) {

    private static final double Z = 1.96;

    /**
     * Customers who were alike.
     *
     * @param brokenLost those of the {@code broken} who were lost
     * @param wholeLost those of the {@code whole} who were lost
     */
    public record Stratum(long broken, long brokenLost, long whole, long wholeLost) {

        boolean compares() {
            return broken > 0 && whole > 0;
        }
    }

    /** Empty where no stratum has both kinds. */
    public static Optional<RiskDifference> of(List<Stratum> strata) {
        double difference = 0;
        double weights = 0;
        double p = 0;
        double q = 0;
        long broken = 0;
        long whole = 0;
        for (Stratum stratum : strata) {
            if (!stratum.compares()) {
                continue;
            }
            double n1 = stratum.broken;
            double n0 = stratum.whole;
            double a = stratum.brokenLost;
            double b = stratum.wholeLost;
            double n = n1 + n0;
            difference += (a * n0 - b * n1) / n;
            weights += n1 * n0 / n;
            p += (n1 * n1 * b - n0 * n0 * a + n1 * n0 * (n0 - n1) / 2) / (n * n);
            q += (a * (n0 - b) + b * (n1 - a)) / (2 * n);
            broken += stratum.broken;
            whole += stratum.whole;
        }
        if (weights == 0) {
            return Optional.empty();
        }
        double estimate = difference / weights;
        double half = Z * Math.sqrt(Math.max(0, estimate * p + q)) / weights;
        return Optional.of(new RiskDifference(
                estimate, Math.max(-1, estimate - half), Math.min(1, estimate + half), broken, whole));
    }
}
