package nl.baton.value.model;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Gamma;

/**
 * Who buys now and then and may leave unseen: BG/NBD (Fader, Hardie and Lee, "Counting your customers the easy way",
 * Marketing Science 24, 2005). While alive a customer buys at a rate of its own, gamma distributed by r and α (in weeks);
 * after each purchase it leaves with a chance of its own, beta distributed by a and b.
 */
public record BgNbd(double r, double alpha, double a, double b) {

    public static final double DAYS_A_WEEK = 7;

    /** A fit, how it was found, and how well it knows its parameters. */
    public record Fit(BgNbd model, Maximum maximum, Precision precision) {}

    /** Of r, α/r, a and b. */
    static BgNbd of(double[] parameters) {
        return new BgNbd(parameters[0], parameters[0] * parameters[1], parameters[2], parameters[3]);
    }

    /** By maximum likelihood. */
    public static Fit fit(PurchaseCounts counts) {
        if (counts.repeatBuyers() == 0) {
            throw new IllegalArgumentException("Nobody came back");
        }
        var likelihood = new BgNbdLikelihood(counts);
        Ascent.Found found = Ascent.of(likelihood, starts(counts));
        return new Fit(of(found.parameters()), found.maximum(), Precision.at(likelihood, found.logarithms()));
    }

    /** Four notions of how much customers differ, at the pace at which they buy. */
    private static List<double[]> starts(PurchaseCounts counts) {
        double repeats = 0;
        double weeks = 0;
        for (int i = 0; i < counts.rows(); i++) {
            repeats += (double) counts.alike[i] * counts.repeats[i];
            weeks += counts.alike[i] * counts.age[i] / DAYS_A_WEEK;
        }
        double pace = Math.max(1, weeks) / repeats;
        return List.of(
                new double[] {0.5, pace, 0.5, 1.5},
                new double[] {0.25, pace, 1, 3},
                new double[] {1, pace, 1, 10},
                new double[] {2, pace, 0.2, 1});
    }

    /** How likely it is that the customer has not left. One who never came back had no occasion to. */
    public double alive(int repeats, int recency, int age) {
        if (repeats == 0) {
            return 1;
        }
        double odds = Math.log(a / (b + repeats - 1))
                + (r + repeats) * Math.log((alpha + age / DAYS_A_WEEK) / (alpha + recency / DAYS_A_WEEK));
        return 1 / (1 + Math.exp(odds));
    }

    /** Expected purchases of a new customer in its first weeks. */
    public double expected(double weeks) {
        return new BetaMean(a, b).of(left(r, weeks / alpha));
    }

    /** Expected purchases in the coming weeks of a customer who is what the three numbers say; the chance to have left included. */
    public double expected(double weeks, int repeats, int recency, int age) {
        return alive(repeats, recency, age) * expectedAlive(weeks, repeats, age);
    }

    /** The same of one that is known to be alive. */
    double expectedAlive(double weeks, int repeats, double age) {
        return new BetaMean(a, b + repeats).of(left(r + repeats, weeks / (alpha + age / DAYS_A_WEEK)));
    }

    /**
     * Purchases expected of one who leaves with chance p after each: the rate λ decays as e^(-λpt), which over the time and
     * over λ, gamma distributed by s and a scale of one, comes to (1 - (1 + pt)^-s)/p.
     */
    static DoubleUnaryOperator left(double s, double time) {
        return p -> {
            double z = p * time;
            // near nothing, what is left after subtracting would be rounding
            double log = s * (z < 1e-3 ? z * (1 - z * (0.5 - z * (1 / 3.0 - z * 0.25))) : Math.log(1 + z));
            double gone = log < 1e-3 ? log * (1 - log * (0.5 - log * (1 / 6.0 - log / 24))) : 1 - Math.exp(-log);
            return gone / p;
        };
    }

    /** The log-likelihood of these customers. */
    public double logLikelihood(PurchaseCounts counts) {
        double[] logarithms = {Math.log(r), Math.log(alpha / r), Math.log(a), Math.log(b)};
        return new BgNbdLikelihood(counts).at(logarithms, new double[logarithms.length]);
    }

    /** Chance that a new customer makes so many purchases in its first weeks, n ≥ 0; equation (8) of the paper. */
    public double chance(int n, double weeks) {
        double stays = logBeta(a, b + n) - logBeta(a, b) + counted(n, weeks);
        if (n == 0) {
            return Math.exp(stays);
        }
        double fewer = 0;
        for (int j = 0; j < n; j++) {
            fewer += Math.exp(counted(j, weeks));
        }
        return Math.exp(stays) + Math.exp(logBeta(a + 1, b + n - 1) - logBeta(a, b)) * Math.max(0, 1 - fewer);
    }

    /** Logarithm of the negative binomial chance of n purchases of one who does not leave. */
    private double counted(int n, double weeks) {
        return Gamma.logGamma(r + n)
                - Gamma.logGamma(r)
                - Gamma.logGamma(n + 1.0)
                + r * Math.log(alpha / (alpha + weeks))
                + n * Math.log(weeks / (alpha + weeks));
    }

    static double logBeta(double x, double y) {
        return Gamma.logGamma(x) + Gamma.logGamma(y) - Gamma.logGamma(x + y);
    }
}
