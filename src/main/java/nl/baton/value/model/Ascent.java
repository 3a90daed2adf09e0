package nl.baton.value.model;

import java.util.Arrays;
import java.util.List;
import nl.baton.value.model.Maximum.Ending;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Searches the maximum of a likelihood from several starts: quasi-Newton after Broyden, Fletcher, Goldfarb and Shanno,
 * with the weak Wolfe line search of Lewis and Overton ("Nonsmooth optimization via quasi-Newton methods", 2013).
 */
final class Ascent {

    private static final int MOST_ITERATIONS = 300;
    private static final int MOST_STEPS = 30;
    private static final double FLAT = 1e-7;
    /** Where steps are lost in rounding, a slope like this is as flat as it gets. */
    private static final double NEARLY_FLAT = 1e-5;

    /** The same where a parameter has run off, and rounding is worse. */
    private static final double ROUNDED_FLAT = 1e-3;

    /**
     * What the mean likelihood loses with the square of a parameter's logarithm: far less than its digits tell where there is
     * a maximum, and enough to end the way where there is none and a parameter would go on for ever.
     */
    private static final double LEASH = 1e-7;
    /** Logarithms of parameters that went so far are on the leash. */
    private static final double LIMIT = 8;

    /** Beyond this logarithm, likelihoods are nothing but rounding. */
    private static final double FARTHEST = 20;

    private static final double HARDLY_HIGHER = 1e-6;
    private static final double LONGEST_STEP = 2;
    private static final double SAME_PLACE = 1e-3;
    private static final double ENOUGH_RISE = 1e-4;
    private static final double ENOUGH_BEND = 0.9;

    private final Likelihood likelihood;
    private int evaluations;

    /** The best place, in logarithms, and how it was found. */
    record Found(double[] logarithms, Maximum maximum) {

        double[] parameters() {
            return Arrays.stream(logarithms).map(Math::exp).toArray();
        }
    }

    private record Point(double[] at, double height, double[] slope) {}

    private record Place(Point point, int iterations, Ending ending) {}

    private Ascent(Likelihood likelihood) {
        this.likelihood = likelihood;
    }

    /** @param starts parameters to begin with, not their logarithms */
    static Found of(Likelihood likelihood, List<double[]> starts) {
        var ascent = new Ascent(likelihood);
        List<Place> places = starts.stream().map(ascent::climb).toList();
        int best = 0;
        for (int i = 1; i < places.size(); i++) {
            best = better(places.get(i), places.get(best)) ? i : best;
        }
        Place top = places.get(best);
        int agreeing = (int) places.stream()
                .filter(place -> norm(difference(place.point.at, top.point.at)) < SAME_PLACE)
                .count();
        var maximum = new Maximum(
                likelihood.at(top.point.at, new double[likelihood.parameters()]),
                top.iterations,
                ascent.evaluations,
                norm(top.point.slope),
                best,
                starts.size(),
                agreeing,
                top.ending);
        return new Found(top.point.at, maximum);
    }

    /** Higher by more than one gets lost in a flat place; else the one that ended as it should. */
    private static boolean better(Place one, Place other) {
        double gain = one.point.height - other.point.height;
        if (Math.abs(gain) <= HARDLY_HIGHER && ended(one) != ended(other)) {
            return ended(one);
        }
        return gain > 0;
    }

    private static boolean ended(Place place) {
        return place.ending == Ending.CONVERGED || place.ending == Ending.LIMIT;
    }

    private Place climb(double[] start) {
        Point point = point(Arrays.stream(start).map(Math::log).toArray());
        @Nullable RealMatrix inverse = null;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            if (norm(point.slope) <= FLAT) {
                return converged(point, iteration);
            }
            double[] direction = inverse == null ? point.slope.clone() : inverse.operate(point.slope);
            if (dot(direction, point.slope) <= 0) {
                inverse = null;
                direction = point.slope.clone();
            }
            double longest = LONGEST_STEP / norm(direction);
            Point next = step(point, direction, Math.min(longest, inverse == null ? longest / 4 : 1), longest);
            if (next == null) {
                return norm(point.slope) <= (norm(point.at) > LIMIT ? ROUNDED_FLAT : NEARLY_FLAT)
                        ? converged(point, iteration)
                        : new Place(point, iteration, Ending.STALLED);
            }
            inverse = bent(inverse, difference(next.at, point.at), difference(point.slope, next.slope));
            point = next;
        }
        return new Place(point, MOST_ITERATIONS, Ending.TOO_MANY_ITERATIONS);
    }

    private static Place converged(Point point, int iterations) {
        return new Place(point, iterations, norm(point.at) > LIMIT ? Ending.LIMIT : Ending.CONVERGED);
    }

    /** A step that rises enough and leaves enough of the slope behind; null when rounding leaves none. */
    private @Nullable Point step(Point from, double[] direction, double first, double longest) {
        double rise = dot(direction, from.slope);
        double length = first;
        double tooShort = 0;
        double tooLong = Double.POSITIVE_INFINITY;
        Point highest = null;
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] at = from.at.clone();
            for (int j = 0; j < at.length; j++) {
                at[j] += length * direction[j];
            }
            Point next = point(at);
            // not the other way round: what is not a number is too far too
            if (!(next.height >= from.height + ENOUGH_RISE * length * rise)) {
                tooLong = length;
            } else if (dot(direction, next.slope) > ENOUGH_BEND * rise) {
                highest = next;
                if (length >= longest) {
                    return next;
                }
                tooShort = length;
            } else {
                return next;
            }
            length = tooLong < Double.POSITIVE_INFINITY ? (tooShort + tooLong) / 2 : Math.min(longest, 2 * length);
        }
        return highest;
    }

    /** The inverse of what the slope's change says of the curvature. */
    private static @Nullable RealMatrix bent(@Nullable RealMatrix inverse, double[] moved, double[] change) {
        double curvature = dot(moved, change);
        if (!(curvature > 0)) {
            return inverse;
        }
        RealMatrix unit = MatrixUtils.createRealIdentityMatrix(moved.length);
        RealMatrix before = inverse == null ? unit.scalarMultiply(curvature / dot(change, change)) : inverse;
        RealMatrix s = MatrixUtils.createColumnRealMatrix(moved);
        RealMatrix y = MatrixUtils.createColumnRealMatrix(change);
        RealMatrix left = unit.subtract(s.multiplyTransposed(y).scalarMultiply(1 / curvature));
        return left.multiply(before)
                .multiplyTransposed(left)
                .add(s.multiplyTransposed(s).scalarMultiply(1 / curvature));
    }

    private Point point(double[] at) {
        if (norm(at) > FARTHEST) {
            return new Point(at, Double.NEGATIVE_INFINITY, new double[at.length]);
        }
        evaluations++;
        double n = likelihood.customers();
        double[] slope = new double[at.length];
        double height = likelihood.at(at, slope) / n;
        for (int i = 0; i < slope.length; i++) {
            slope[i] = slope[i] / n - 2 * LEASH * at[i];
            height -= LEASH * at[i] * at[i];
        }
        return new Point(at, height, slope);
    }

    private static double[] difference(double[] one, double[] other) {
        double[] difference = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            difference[i] = one[i] - other[i];
        }
        return difference;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double norm(double[] vector) {
        double largest = 0;
        for (double value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
