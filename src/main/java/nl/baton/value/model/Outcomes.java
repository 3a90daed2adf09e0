package nl.baton.value.model;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import nl.baton.value.model.Retention.Running;
import org.jspecify.annotations.Nullable;

/**
 * What may come of a customer in the coming 36 months: paths drawn from what is known of the customer, each an outcome, not
 * an expectation. The same customer gets the same paths under the same fit. Not for several threads at once.
 */
public final class Outcomes {

    public static final int PATHS = 400;

    private static final double LOWER = 0.05;
    private static final double UPPER = 0.95;
    private static final long SEED = 0x5DEECE66DL;

    private final @Nullable BgNbd purchases;
    private final @Nullable Spend spend;
    private final @Nullable Retention retention;
    private final double marginRate;
    private final double[] values = new double[PATHS];

    /** @param marginRate what of a purchase's amount remains */
    public Outcomes(
            @Nullable BgNbd purchases, @Nullable Spend spend, @Nullable Retention retention, double marginRate) {
        this.purchases = purchases;
        this.spend = spend;
        this.retention = retention;
        this.marginRate = marginRate;
    }

    /** The 5th and 95th percentile of the paths; what there is no fit for adds nothing. */
    public Range of(long customer, @Nullable Buyer buyer, List<Running> contracts) {
        var random = new SplittableRandom(customer ^ SEED);
        Arrays.fill(values, 0);
        if (buyer != null && purchases != null && spend != null) {
            double alive = purchases.alive(buyer.repeats(), buyer.recency(), buyer.age());
            for (int path = 0; path < PATHS; path++) {
                values[path] = random.nextDouble() < alive ? marginRate * bought(purchases, spend, buyer, random) : 0;
            }
        }
        if (retention != null) {
            for (Running contract : contracts) {
                for (int path = 0; path < PATHS; path++) {
                    values[path] += paid(retention, contract, random);
                }
            }
        }
        Arrays.sort(values);
        return new Range(quantile(LOWER), quantile(UPPER));
    }

    /** What one who is alive spends, at what it is worth today. */
    private static double bought(BgNbd model, Spend spend, Buyer buyer, RandomGenerator random) {
        double shape = model.r() + buyer.repeats();
        double rate = Draws.gamma(shape, random) / (BgNbd.DAYS_A_WEEK * model.alpha() + buyer.age());
        if (rate <= 0) {
            return 0;
        }
        double mean = 1 / rate;
        double at = mean * random.nextExponential();
        if (at >= Months.AHEAD * Months.DAYS) {
            return 0;
        }
        int last = Draws.first(Draws.beta(model.a(), model.b() + buyer.repeats(), random), random);
        double drawn = spend.draw(buyer.repeats(), buyer.spend(), random);
        double sum = 0;
        int made = 0;
        while (at < Months.AHEAD * Months.DAYS && made < last) {
            int month = 1 + (int) (at / Months.DAYS);
            int inMonth = 0;
            while (at < month * Months.DAYS && made < last) {
                inMonth++;
                made++;
                at += mean * random.nextExponential();
            }
            sum += spend.sum(inMonth, drawn, random) * Months.worth(month);
        }
        return sum;
    }

    private static double paid(Retention model, Running contract, RandomGenerator random) {
        double ends = Draws.beta(model.gamma(), model.delta() + contract.months() - 1, random);
        int most = Math.min(Months.AHEAD, contract.most());
        int renewals = Math.min(most, Draws.first(ends, random) - 1);
        return contract.margin() * Months.worthUntil(renewals);
    }

    /** By the place among one more than there are, so that on average exactly that share lies below. */
    private double quantile(double share) {
        double place = share * (PATHS + 1) - 1;
        int below = Math.clamp((int) Math.floor(place), 0, PATHS - 2);
        double part = place - below;
        return values[below] + part * (values[below + 1] - values[below]);
    }
}
