package nl.baton.value.model;

import java.util.List;
import java.util.random.RandomGenerator;
import nl.baton.value.model.Maximum.Ending;

/**
 * What a purchase day comes to: Gamma-Gamma (Fader, Hardie and Lee, "RFM and CLV: using iso-value curves for customer base
 * analysis", Journal of Marketing Research 42, 2005). Amounts are gamma distributed by p and a pace of the customer's own,
 * which is gamma distributed by q and v; independently of how often the customer buys.
 */
public record GammaGamma(double p, double q, double v) implements Spend {

    /** A fit, how it was found, and how well it knows its parameters; when all spend the same there was nothing to search. */
    public record Fit(Spend model, Maximum maximum, Precision precision) {

        /** Without a mean over all customers nothing can be expected of one without a repeat purchase. */
        public boolean hasMean() {
            return !(model instanceof GammaGamma spend) || spend.q > 1;
        }
    }

    /** Of p, q and v/q. */
    static GammaGamma of(double[] parameters) {
        return new GammaGamma(parameters[0], parameters[1], parameters[1] * parameters[2]);
    }

    /** By maximum likelihood; amounts are taken in units of their mean, so that no currency is nearer to the edge than another. */
    public static Fit fit(SpendCounts counts) {
        if (counts.customers() == 0) {
            throw new IllegalArgumentException("Nobody spent anything on coming back");
        }
        double unit = counts.meanOfMeans();
        if (counts.allAlike()) {
            var certain = new Maximum(0, 0, 0, 0, 0, 0, 0, Ending.CONVERGED);
            return new Fit(new EqualSpend(unit), certain, Precision.certain());
        }
        var likelihood = new GammaGammaLikelihood(counts, unit);
        Ascent.Found found = Ascent.of(
                likelihood,
                List.of(new double[] {1, 3, 2}, new double[] {6, 4, 0.5}, new double[] {2, 10, 4.5}, new double[] {
                    20, 2.5, 0.08
                }));
        double[] inUnits = found.parameters();
        return new Fit(
                new GammaGamma(inUnits[0], inUnits[1], inUnits[1] * inUnits[2] * unit),
                found.maximum().less(counts.customers() * Math.log(unit)),
                Precision.at(likelihood, found.logarithms()).times(2, unit));
    }

    @Override
    public double expected(int repeats, double mean) {
        // without a repeat this is the mean over all; weighing the two would divide nothing by nothing where q is 1
        return p * (v + repeats * mean) / (p * repeats + q - 1);
    }

    @Override
    public double ofAll() {
        return p * v / (q - 1);
    }

    @Override
    public double draw(int repeats, double mean, RandomGenerator random) {
        return Draws.gamma(q + p * repeats, random) / (v + repeats * mean);
    }

    @Override
    public double sum(int purchases, double drawn, RandomGenerator random) {
        return Draws.gamma(p * purchases, random) / drawn;
    }
}
