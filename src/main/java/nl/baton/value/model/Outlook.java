package nl.baton.value.model;

import java.util.HashMap;
import java.util.Map;

/**
 * What is to be expected of customers in the coming months. What it comes to for those who are alive depends on two whole
 * numbers only, and is kept, for a bounded number of them. Not for several threads at once.
 */
public final class Outlook {

    private static final int MOST_KEPT = 1 << 17;
    private static final int MOST_MEANS = 1 << 12;

    private final BgNbd model;
    private final Map<Long, Ahead> kept = new HashMap<>();
    private final Map<Integer, BetaMean> means = new HashMap<>();

    public Outlook(BgNbd model) {
        this.model = model;
    }

    /**
     * Of one who is alive.
     *
     * @param year expected purchases in the coming 12 months
     * @param discounted those of each of the coming 36 months, at what an amount in that month is worth today, added up
     */
    private record Ahead(double year, double discounted) {}

    /** Expected purchases in the coming 12 months; the chance to have left included. */
    public double purchases(Buyer buyer) {
        return alive(buyer) * ahead(buyer).year;
    }

    /** Expected purchases in the coming 36 months, discounted month by month; times a spend and a margin rate a value. */
    public double discounted(Buyer buyer) {
        return alive(buyer) * ahead(buyer).discounted;
    }

    public double alive(Buyer buyer) {
        return model.alive(buyer.repeats(), buyer.recency(), buyer.age());
    }

    private Ahead ahead(Buyer buyer) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        long key = (long) buyer.repeats() << Integer.SIZE | buyer.age();
        Ahead known = kept.get(key);
        if (known == null) {
            known = compute(buyer.repeats(), buyer.age());
            kept.put(key, known);
        }
        return known;
    }

    private Ahead compute(int repeats, int age) {
        if (means.size() >= MOST_MEANS) {
            means.clear();
        }
        BetaMean mean = means.computeIfAbsent(repeats, x -> new BetaMean(model.a(), model.b() + x));
        double year = 0;
        double discounted = 0;
        double before = 0;
        for (int month = 1; month <= Months.AHEAD; month++) {
            double time = Months.weeks(month) / (model.alpha() + age / BgNbd.DAYS_A_WEEK);
            double until = mean.of(BgNbd.left(model.r() + repeats, time));
            discounted += (until - before) * Months.worth(month);
            before = until;
            if (month == Months.A_YEAR) {
                year = until;
            }
        }
        return new Ahead(year, discounted);
    }
}
