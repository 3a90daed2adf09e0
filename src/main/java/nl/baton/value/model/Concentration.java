package nl.baton.value.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of all value the best customers hold (M. Lorenz, "Methods of measuring the concentration of wealth", 1905, the
 * best first). Who is worth less than nothing holds nothing.
 *
 * @param customers all of them, those worth nothing included
 * @param held together
 */
public record Concentration(long customers, double held, List<Point> points) {

    /** So many percent of the customers are between one point and the next. */
    public static final int STEP = 5;

    private static final int ALL = 100;

    /** @param customers the best of them, as many as that percent is, rounded up @param share of all value, 0 to 1 */
    public record Point(int percent, long customers, double share) {}

    /** Takes values, the best first. */
    public static final class Builder {

        private final long n;
        private final List<Long> wanted = new ArrayList<>();
        private final List<Double> heldThen = new ArrayList<>();
        private long seen;
        private double held;

        /** @param n how many there are in all */
        public Builder(long n) {
            this.n = n;
            for (int percent = STEP; percent <= ALL; percent += STEP) {
                wanted.add(Math.ceilDiv(n * percent, ALL));
            }
        }

        public Builder add(double value, long equal) {
            double each = Math.max(0, value);
            while (heldThen.size() < wanted.size() && wanted.get(heldThen.size()) <= seen + equal) {
                heldThen.add(held + (wanted.get(heldThen.size()) - seen) * each);
            }
            seen += equal;
            held += equal * each;
            return this;
        }

        /** Without points where there is nobody, or nothing to be held. */
        public Concentration build() {
            if (seen != n) {
                throw new IllegalStateException(seen + " of " + n + " values");
            }
            var points = new ArrayList<Point>();
            for (int i = 0; held > 0 && i < wanted.size(); i++) {
                points.add(new Point(STEP * (i + 1), wanted.get(i), Math.min(1, heldThen.get(i) / held)));
            }
            return new Concentration(n, held, List.copyOf(points));
        }
    }
}
