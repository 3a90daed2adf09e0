package nl.baton.value.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Gamma;

/**
 * The mean of a function of a chance p that is beta distributed. The trapezoid rule over the logit of p: the density and
 * what BG/NBD asks for are smooth there whatever the parameters, so that it converges exponentially (Trefethen and Weideman,
 * "The exponentially convergent trapezoidal rule", SIAM Review 56, 2014), where rules over p itself fail at the ends.
 */
final class BetaMean {

    private static final double WIDEST = 0.4;
    /** Steps to a standard deviation of the logit. */
    private static final double STEPS = 1.6;
    /** Below e to this power, what is left of the density does not count. */
    private static final double NOTHING = -34;
    /** From this logit on down, p is as good as nothing, and the function does not change any more. */
    private static final double LOWEST = -25;

    private final double[] chance;
    private final double[] weight;

    BetaMean(double a, double b) {
        double step = Math.min(WIDEST, Math.sqrt(Gamma.trigamma(a) + Gamma.trigamma(b)) / STEPS);
        double middle = Math.log(a / b);
        double top = log(a, b, middle);
        List<double[]> nodes = new ArrayList<>();
        for (double y = middle; log(a, b, y) - top > NOTHING; y += step) {
            nodes.add(new double[] {y, Math.exp(log(a, b, y) - top)});
        }
        for (double y = middle - step; log(a, b, y) - top > NOTHING; y -= step) {
            double height = Math.exp(log(a, b, y) - top);
            if (y < LOWEST) {
                // all that lies below falls by the same factor from step to step
                nodes.add(new double[] {y, height / -Math.expm1(-a * step)});
                break;
            }
            nodes.add(new double[] {y, height});
        }
        double sum = nodes.stream().mapToDouble(node -> node[1]).sum();
        chance =
                nodes.stream().mapToDouble(node -> 1 / (1 + Math.exp(-node[0]))).toArray();
        weight = nodes.stream().mapToDouble(node -> node[1] / sum).toArray();
    }

    double of(DoubleUnaryOperator function) {
        double mean = 0;
        for (int i = 0; i < weight.length; i++) {
            mean += weight[i] * function.applyAsDouble(chance[i]);
        }
        return mean;
    }

    /** Logarithm of the density over the logit, up to a constant. */
    private static double log(double a, double b, double y) {
        return a * logistic(y) + b * logistic(-y);
    }

    /** Logarithm of the chance whose logit this is. */
    private static double logistic(double y) {
        return y > 0 ? -Math.log1p(Math.exp(-y)) : y - Math.log1p(Math.exp(y));
    }
}
