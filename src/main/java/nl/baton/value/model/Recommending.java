package nl.baton.value.model;

import java.util.List;
import java.util.Optional;
import nl.baton.base.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What a recommendation is worth, counted over all customers: from it follows what a customer may still bring through others.
 *
 * @param bands of answers 0–6, 7–8 and 9–10 to whether one would recommend the company
 * @param promoters customers whose last answer was 9–10
 * @param promotersWithReach those of them of whom is known how many people they reach, and {@code meanReach} how many
 * @param brought customers whom promoters referred in 12 months; one whom several referred counts for their part
 * @param buyers customers with a purchase or a contract, and {@code meanValue} their mean current direct value
 */
public record Recommending(
        List<Band> bands,
        long promoters,
        long promotersWithReach,
        double meanReach,
        double brought,
        long buyers,
        double meanValue) {

    /** Fewer answers say nothing. */
    public static final int FEWEST = 10;

    private static final int PASSIVE = 7;
    private static final int PROMOTING = 9;

    /** Pairs of answers of one customer, one after the other, of which the first lies in the band; of so many the next is 9–10. */
    public record Band(long n, long promoting) {}

    /** Between which two amounts the value lies by the 95 % interval of the share that promotes next. */
    public record Estimate(double value, double low, double high, long n) {}

    public static int band(int score) {
        if (score >= PROMOTING) {
            return 2;
        }
        return score >= PASSIVE ? 1 : 0;
    }

    public static boolean promotes(int score) {
        return score >= PROMOTING;
    }

    /** How many customers a promoter brings in 12 months. */
    public double broughtEach() {
        return promoters == 0 ? 0 : brought / promoters;
    }

    /** Of a customer with that last answer, who reaches so many people; empty where too few answered to say. */
    public Optional<Estimate> worth(int lastScore, int reach) {
        Band band = bands.get(band(lastScore));
        Interval interval = Interval.wilson(band.promoting, band.n).orElse(null);
        if (interval == null || band.n < FEWEST || promotersWithReach == 0 || meanReach == 0 || buyers == 0) {
            return Optional.empty();
        }
        double each = reach / meanReach * broughtEach() * meanValue;
        double one = interval.low() * each;
        double other = interval.high() * each;
        return Optional.of(new Estimate(
                (double) band.promoting / band.n * each, Math.min(one, other), Math.max(one, other), band.n));
    }

    /** Counts customers one by one. */
    public static final class Builder {

        private static final int BANDS = 3;

        private final long[] n = new long[BANDS];
        private final long[] promoting = new long[BANDS];
        private long promoters;
        private long promotersWithReach;
        private double reached;
        private double brought;
        private long buyers;
        private double value;

        /** @param scores a customer's answers, the first first @param reach null where it is not known */
        public Builder answered(int[] scores, @Nullable Integer reach) {
            for (int i = 1; i < scores.length; i++) {
                n[band(scores[i - 1])]++;
                promoting[band(scores[i - 1])] += promotes(scores[i]) ? 1 : 0;
            }
            if (scores.length > 0 && promotes(scores[scores.length - 1])) {
                promoters++;
                if (reach != null) {
                    promotersWithReach++;
                    reached += reach;
                }
            }
            return this;
        }

        /** @param part of a customer whom a promoter referred in the last 12 months */
        public Builder brought(double part) {
            brought += part;
            return this;
        }

        public Builder bought(double current) {
            buyers++;
            value += current;
            return this;
        }

        public Recommending build() {
            return new Recommending(
                    List.of(new Band(n[0], promoting[0]), new Band(n[1], promoting[1]), new Band(n[2], promoting[2])),
                    promoters,
                    promotersWithReach,
                    promotersWithReach == 0 ? 0 : reached / promotersWithReach,
                    brought,
                    buyers,
                    buyers == 0 ? 0 : value / buyers);
        }
    }
}
