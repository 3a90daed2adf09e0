package nl.baton.value.model;

import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * BG/NBD fitted as one does who writes the likelihood down and leaves the rest to a library: customer by customer, the
 * gradient from differences. The same search as Baton's, so that only the likelihood and its gradient are compared.
 */
public final class NumericFit {

    private static final double STEP = 1e-6;
    private static final int PARAMETERS = 4;

    private final List<Buyer> buyers;

    private NumericFit(List<Buyer> buyers) {
        this.buyers = buyers;
    }

    /** From one start. */
    public static BgNbd.Fit fit(List<Buyer> buyers, double[] start) {
        var numeric = new NumericFit(buyers);
        var likelihood = new Likelihood() {
            @Override
            public int parameters() {
                return PARAMETERS;
            }

            @Override
            public long customers() {
                return buyers.size();
            }

            @Override
            public double at(double[] logarithms, double[] gradient) {
                for (int i = 0; i < PARAMETERS; i++) {
                    double[] above = logarithms.clone();
                    double[] below = logarithms.clone();
                    above[i] += STEP;
                    below[i] -= STEP;
                    gradient[i] = (numeric.sum(above) - numeric.sum(below)) / (2 * STEP);
                }
                return numeric.sum(logarithms);
            }
        };
        Ascent.Found found = Ascent.of(likelihood, List.of(start));
        double[] at = found.parameters();
        return new BgNbd.Fit(new BgNbd(at[0], at[1], at[2], at[3]), found.maximum(), Precision.certain());
    }

    private double sum(double[] logarithms) {
        double sum = 0;
        for (Buyer buyer : buyers) {
            sum += of(
                    buyer,
                    Math.exp(logarithms[0]),
                    Math.exp(logarithms[1]),
                    Math.exp(logarithms[2]),
                    Math.exp(logarithms[3]));
        }
        return sum;
    }

    private static double of(Buyer buyer, double r, double alpha, double a, double b) {
        int x = buyer.repeats();
        double alive = -(r + x) * Math.log(alpha + buyer.age() / 7.0);
        double left = x == 0
                ? Double.NEGATIVE_INFINITY
                : Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + buyer.recency() / 7.0);
        double most = Math.max(alive, left);
        return Gamma.logGamma(r + x)
                - Gamma.logGamma(r)
                + r * Math.log(alpha)
                + Gamma.logGamma(a + b)
                + Gamma.logGamma(b + x)
                - Gamma.logGamma(b)
                - Gamma.logGamma(a + b + x)
                + most
                + Math.log(Math.exp(alive - most) + Math.exp(left - most));
    }
}
