package nl.baton.value.model;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Customers made as the models say, with what they will do next, and what they are expected to by who knows them inside. */
public final class Simulated {

    private static final int WEEK = 7;

    private final BgNbd purchases;
    private final GammaGamma spend;
    private final SplittableRandom random;

    public Simulated(BgNbd purchases, GammaGamma spend, long seed) {
        this.purchases = purchases;
        this.spend = spend;
        this.random = new SplittableRandom(seed);
    }

    /**
     * One of them.
     *
     * @param spent in the next 36 months, at what it is worth today
     */
    public record Person(Buyer buyer, int purchasesNextYear, double spent) {}

    /** Watched for so many days. Purchases on one day are one, so that days are counted as in real life. */
    public Person person(int age) {
        double rate = Draws.gamma(purchases.r(), random) / purchases.alpha() / WEEK;
        double leaves = Draws.beta(purchases.a(), purchases.b(), random);
        double pace = Draws.gamma(spend.q(), random) / spend.v();
        int repeats = 0;
        int last = 0;
        double amount = 0;
        double at = 0;
        boolean alive = true;
        int nextYear = 0;
        double spent = 0;
        while (alive) {
            at += rate <= 0 ? Double.POSITIVE_INFINITY : random.nextExponential() / rate;
            if (!(at < age + Months.AHEAD * Months.DAYS)) {
                break;
            }
            double paid = Draws.gamma(spend.p(), random) / pace;
            if (at < age) {
                int day = (int) Math.ceil(at);
                repeats += day == last ? 0 : 1;
                last = day;
                amount += paid;
            } else {
                int month = 1 + (int) ((at - age) / Months.DAYS);
                spent += paid * Months.worth(month);
                nextYear += month <= Months.A_YEAR ? 1 : 0;
            }
            alive = random.nextDouble() >= leaves;
        }
        return new Person(new Buyer(repeats, last, age, repeats == 0 ? 0 : amount / repeats), nextYear, spent);
    }

    /** Purchase days of another one, counted from its first, up to an age. */
    public int[] purchaseDays(int age) {
        double rate = Draws.gamma(purchases.r(), random) / purchases.alpha() / WEEK;
        double leaves = Draws.beta(purchases.a(), purchases.b(), random);
        var days = IntStream.builder().add(0);
        double at = 0;
        while (rate > 0) {
            at += random.nextExponential() / rate;
            if (!(at < age)) {
                break;
            }
            days.add((int) Math.ceil(at));
            if (random.nextDouble() < leaves) {
                break;
            }
        }
        return days.build().toArray();
    }
}
