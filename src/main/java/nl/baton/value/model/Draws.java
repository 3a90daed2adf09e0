package nl.baton.value.model;

import java.util.random.RandomGenerator;

/** Random numbers that the models need and Java has none of. */
final class Draws {

    private Draws() {}

    /** Gamma distributed by this shape, scale 1; Marsaglia and Tsang, "A simple method for generating gamma variables", 2000. */
    static double gamma(double shape, RandomGenerator random) {
        if (shape < 1) {
            double u = 1 - random.nextDouble();
            return gamma(shape + 1, random) * Math.exp(Math.log(u) / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = random.nextGaussian();
            double root = 1 + c * z;
            if (root <= 0) {
                continue;
            }
            double v = root * root * root;
            double u = random.nextDouble();
            double z2 = z * z;
            if (u < 1 - 0.0331 * z2 * z2 || Math.log(u) < z2 / 2 + d * (1 - v + Math.log(v))) {
                return d * v;
            }
        }
    }

    static double beta(double a, double b, RandomGenerator random) {
        double one = gamma(a, random);
        double other = gamma(b, random);
        // both can be too small to be told from nothing
        return one + other == 0 ? 0.5 : one / (one + other);
    }

    /** The how manieth of several occasions is the first at which what has this chance happens; none: a very large number. */
    static int first(double chance, RandomGenerator random) {
        if (chance <= 0) {
            return Integer.MAX_VALUE;
        }
        double u = 1 - random.nextDouble();
        double tries = Math.floor(Math.log(u) / Math.log1p(-chance)) + 1;
        return tries >= Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) Math.max(1, tries);
    }
}
