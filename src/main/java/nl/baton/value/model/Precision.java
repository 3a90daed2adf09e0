package nl.baton.value.model;

import java.util.function.ToDoubleFunction;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * How well a fit knows its parameters: the covariance of their logarithms, from the curvature of the likelihood at its
 * maximum. What follows from the parameters has an interval by the delta method.
 */
public final class Precision {

    private static final double DIFFERENCE = 1e-4;
    private static final double SINGULAR = 1e-9;
    private static final double Z90 = 1.6448536269514722;

    private final double[] logarithms;
    private final RealMatrix covariance;

    private Precision(double[] logarithms, RealMatrix covariance) {
        this.logarithms = logarithms;
        this.covariance = covariance;
    }

    /** Of what is known for certain. */
    static Precision certain() {
        return new Precision(new double[1], MatrixUtils.createRealMatrix(1, 1));
    }

    static Precision at(Likelihood likelihood, double[] logarithms) {
        int n = logarithms.length;
        RealMatrix information = MatrixUtils.createRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            double[] above = new double[n];
            double[] below = new double[n];
            likelihood.at(moved(logarithms, i, DIFFERENCE), above);
            likelihood.at(moved(logarithms, i, -DIFFERENCE), below);
            for (int j = 0; j < n; j++) {
                information.setEntry(i, j, (below[j] - above[j]) / (2 * DIFFERENCE));
            }
        }
        RealMatrix symmetric = information.add(information.transpose()).scalarMultiply(0.5);
        return new Precision(logarithms.clone(), inverse(symmetric));
    }

    /** Directions in which nothing changes have no variance: nothing follows from them. */
    private static RealMatrix inverse(RealMatrix information) {
        var decomposed = new EigenDecompositionSymmetric(information);
        int n = information.getRowDimension();
        double least = SINGULAR * Math.max(0, decomposed.getEigenvalue(0));
        RealMatrix inverse = MatrixUtils.createRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            double curvature = decomposed.getEigenvalue(i);
            if (curvature > least) {
                RealVector direction = decomposed.getEigenvector(i);
                inverse = inverse.add(direction.outerProduct(direction).scalarMultiply(1 / curvature));
            }
        }
        return inverse;
    }

    /** The same of the i-th parameter in another unit. */
    Precision times(int i, double unit) {
        return new Precision(moved(logarithms, i, Math.log(unit)), covariance);
    }

    /** Standard error of the logarithm of the i-th parameter. */
    public double error(int i) {
        return Math.sqrt(covariance.getEntry(i, i));
    }

    /** Variance of the logarithm of what follows from the parameters, which is positive. */
    public double relativeVariance(ToDoubleFunction<double[]> ofParameters) {
        int n = logarithms.length;
        double[] slope = new double[n];
        for (int i = 0; i < n; i++) {
            slope[i] = (Math.log(ofParameters.applyAsDouble(parameters(i, DIFFERENCE)))
                            - Math.log(ofParameters.applyAsDouble(parameters(i, -DIFFERENCE))))
                    / (2 * DIFFERENCE);
        }
        return MatrixUtils.createRealVector(slope).dotProduct(covariance.operate(MatrixUtils.createRealVector(slope)));
    }

    /** The 90 % interval of an expected value whose logarithm has this variance. */
    public static Range range(double expected, double relativeVariance) {
        double factor = Math.exp(Z90 * Math.sqrt(Math.max(0, relativeVariance)));
        return new Range(expected / factor, expected * factor);
    }

    private double[] parameters(int i, double difference) {
        double[] parameters = moved(logarithms, i, difference);
        for (int j = 0; j < parameters.length; j++) {
            parameters[j] = Math.exp(parameters[j]);
        }
        return parameters;
    }

    private static double[] moved(double[] logarithms, int i, double difference) {
        double[] moved = logarithms.clone();
        moved[i] += difference;
        return moved;
    }
}
