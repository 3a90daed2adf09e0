package nl.baton.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.baton.value.model.BgNbd;
import nl.baton.value.model.Buyer;
import nl.baton.value.model.Cdnow;
import nl.baton.value.model.GammaGamma;
import nl.baton.value.model.NumericFit;
import nl.baton.value.model.Outcomes;
import nl.baton.value.model.Outlook;
import nl.baton.value.model.PurchaseCounts;
import nl.baton.value.model.Range;
import nl.baton.value.model.Simulated;
import nl.baton.value.model.SpendCounts;

/**
 * What customers are worth, without a database: the fit to CDNOW beside one with a numeric gradient, and a million simulated
 * customers fitted and scored, without and with intervals. {@code bin/bench value [customers]}; {@code bin/bench value
 * [customers] mysql} instead values as many that are stored in MySQL, all the way.
 */
final class ValueBench {

    private static final BgNbd PURCHASES = new BgNbd(0.243, 4.414, 0.793, 2.426);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final int SHORTEST = 100;
    private static final int DAYS = 1_000;
    private static final int WARM_UPS = 20;
    private static final int RUNS = 15;
    private static final int BATCH = 2_000;
    private static final double MARGIN_RATE = 0.3;

    private ValueBench() {}

    public static void main(String[] arguments) throws Exception {
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        System.out.println(Machine.description());
        if (arguments.length > 1) {
            StoredValuation.measure(customers, new Simulated(PURCHASES, SPEND, 1));
            return;
        }
        cdnow();
        million(customers);
    }

    private static void cdnow() {
        List<Buyer> buyers = Cdnow.buyers(Cdnow.CUT);
        var own = new Sample();
        var numeric = new Sample();
        BgNbd.Fit fit = BgNbd.fit(counts(buyers));
        BgNbd.Fit other = NumericFit.fit(buyers, new double[] {1, 1, 1, 1});
        // by turns, so that whatever else the machine does troubles both alike
        for (int run = -WARM_UPS; run < RUNS; run++) {
            fit = timed(() -> BgNbd.fit(counts(buyers)), run < 0 ? new Sample() : own);
            other = timed(() -> NumericFit.fit(buyers, new double[] {1, 1, 1, 1}), run < 0 ? new Sample() : numeric);
        }
        System.out.printf(
                "CDNOW, %d customers: median %.1f ms from %d starts, counting and covariance included; %s%n  %s%n",
                buyers.size(), own.median(), fit.maximum().starts(), fit.model(), fit.maximum());
        System.out.printf(
                "  numeric gradient, customer by customer, one start: median %.1f ms; %s%n  %s%n",
                numeric.median(), other.model(), other.maximum());
        System.out.printf(
                "  faster by %.1f, and by %.1f for each start (aim: 5); log-likelihoods differ by %.1e%n",
                numeric.median() / own.median(),
                numeric.median() / own.median() * fit.maximum().starts(),
                fit.maximum().logLikelihood() - other.maximum().logLikelihood());
    }

    private static PurchaseCounts counts(List<Buyer> buyers) {
        var counts = new PurchaseCounts.Builder();
        buyers.forEach(counts::add);
        return counts.build();
    }

    private static void million(int customers) {
        List<Buyer> buyers = buyers(customers);
        var counting = new Sample();
        PurchaseCounts counts = timed(() -> counts(buyers), counting);
        var fitting = new Sample();
        BgNbd.Fit fit = BgNbd.fit(counts);
        for (int run = 0; run < 5; run++) {
            fit = timed(() -> BgNbd.fit(counts), fitting);
        }
        System.out.printf(
                "BG/NBD of %,d simulated customers, %,d of them different, median of %d: %.2f s (aim: 5 s), and %.2f s to count them; %s%n  %s%n",
                customers,
                counts.rows(),
                fitting.size(),
                fitting.median() / 1e3,
                counting.median() / 1e3,
                fit.model(),
                fit.maximum());
        var spends = new SpendCounts.Builder();
        buyers.forEach(spends::add);
        var spending = new Sample();
        GammaGamma.Fit spend = timed(() -> GammaGamma.fit(spends.build()), spending);
        System.out.printf("Gamma-Gamma of the same: %.2f s; %s%n", spending.median() / 1e3, spend.model());
        BgNbd.Fit found = fit;
        score(buyers, "scored", 30, worker -> new Scorer(found, spend, false));
        score(buyers, "scored, with intervals", 180, worker -> new Scorer(found, spend, true));
    }

    private static List<Buyer> buyers(int customers) {
        var all = new ArrayList<Buyer>(customers);
        int piece = 10_000;
        IntStream.range(0, (customers + piece - 1) / piece)
                .parallel()
                .mapToObj(which -> {
                    var simulated = new Simulated(PURCHASES, SPEND, which);
                    return IntStream.range(which * piece, Math.min(customers, (which + 1) * piece))
                            .mapToObj(i -> simulated.person(SHORTEST + i % DAYS).buyer())
                            .toList();
                })
                .toList()
                .forEach(all::addAll);
        return all;
    }

    /** Scores of one worker; the models' own caches are bounded. */
    private static final class Scorer {
        private final Outlook outlook;
        private final Outcomes outcomes;
        private final GammaGamma.Fit spend;
        private final boolean intervals;
        private double sum;

        Scorer(BgNbd.Fit fit, GammaGamma.Fit spend, boolean intervals) {
            outlook = new Outlook(fit.model());
            outcomes = new Outcomes(fit.model(), spend.model(), null, MARGIN_RATE);
            this.spend = spend;
            this.intervals = intervals;
        }

        void score(long customer, Buyer buyer) {
            double value =
                    MARGIN_RATE * outlook.discounted(buyer) * spend.model().expected(buyer.repeats(), buyer.spend());
            sum += value + outlook.alive(buyer) + outlook.purchases(buyer);
            if (intervals) {
                Range range = outcomes.of(customer, buyer, List.of());
                sum += range.high();
            }
        }
    }

    private static void score(List<Buyer> buyers, String what, double aim, IntFunction<Scorer> scorers) {
        System.gc();
        long before = used();
        long begun = System.nanoTime();
        int workers = Runtime.getRuntime().availableProcessors();
        double sum = IntStream.range(0, workers)
                .parallel()
                .mapToDouble(worker -> {
                    Scorer scorer = scorers.apply(worker);
                    for (int from = worker * BATCH; from < buyers.size(); from += workers * BATCH) {
                        for (int i = from; i < Math.min(buyers.size(), from + BATCH); i++) {
                            scorer.score(i, buyers.get(i));
                        }
                    }
                    return scorer.sum;
                })
                .sum();
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.gc();
        System.out.printf(
                "%,d customers %s: %.1f s (aim: %.0f s), %+d MB afterwards (sum %.0f)%n",
                buyers.size(), what, seconds, aim, used() - before >> 20, sum);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static <T> T timed(Supplier<T> work, Sample sample) {
        long begun = System.nanoTime();
        T result = work.get();
        sample.add((System.nanoTime() - begun) / 1e6);
        return result;
    }
}
