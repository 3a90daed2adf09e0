package nl.baton.value.model;

/**
 * From which value on a customer belongs to a tier: A when fewer than 10 % are strictly better, B fewer than 30 %. Who is
 * worth nothing, or less, is always C.
 *
 * @param a smallest value of tier A; infinite when there is nobody
 * @param b smallest value of tier B or better
 */
public record Tiers(double a, double b, long n) {

    public Tier of(double value) {
        if (value <= 0) {
            return Tier.C;
        }
        if (value >= a) {
            return Tier.A;
        }
        return value >= b ? Tier.B : Tier.C;
    }

    /** Takes values, each once, the best first. */
    public static final class Builder {

        private static final int A_TENTHS = 1;
        private static final int B_TENTHS = 3;

        private final long n;
        private double a = Double.POSITIVE_INFINITY;
        private double b = Double.POSITIVE_INFINITY;
        private long better;

        /** @param n how many there are in all */
        public Builder(long n) {
            this.n = n;
        }

        public Builder add(double value, long equal) {
            if (10 * better < A_TENTHS * n) {
                a = value;
            }
            if (10 * better < B_TENTHS * n) {
                b = value;
            }
            better += equal;
            return this;
        }

        /** Whether what is still to come changes nothing. */
        public boolean complete() {
            return 10 * better >= B_TENTHS * n;
        }

        public Tiers build() {
            return new Tiers(a, b, n);
        }
    }
}
