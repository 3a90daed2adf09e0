package nl.baton.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nl.baton.customer.NewCustomer;
import nl.baton.value.NewContract;
import nl.baton.value.NewPurchase;
import nl.baton.value.NewPurchase.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the customers of Zonnewind have agreed to and bought: nearly all have energy by contract, which some end sooner than
 * others, and some of them buy in its shop now and then, until they do no more. Customers differ, which is what models of
 * their value assume. A handoff that breaks makes some of them end their contract: {@link #GRIEVED} in each lane in which a
 * journey broke, some weeks or months later.
 */
record Accounts(List<NewContract> contracts, List<NewPurchase> purchases) {

    private static final String CURRENCY = "EUR";
    private static final double CONTRACTED = 0.88;
    private static final double BUYING = 0.4;
    private static final double RETURNED = 0.04;
    private static final int SOONEST_BACK = 3;
    private static final int LATEST_BACK = 30;

    /** How likely a customer ends the contract in a month lies between these, mostly near the lower one. */
    private static final double LOYAL = 0.001;

    private static final double FICKLE = 0.06;

    /** So many of those with a contract that runs on end it because of a lane in which their journey broke. */
    static final double GRIEVED = 0.09;

    static final int SOONEST_LEFT = 10;
    static final int LATEST_LEFT = 170;

    /**
     * @param courses of their journeys, since what broke in them makes customers leave
     * @param present the day before which all of it lies
     */
    static Accounts of(List<NewCustomer> customers, List<Course> courses, long seed, LocalDate present) {
        var book = new Book(departures(courses, seed), present);
        var seeds = new SplittableRandom(seed);
        for (NewCustomer customer : customers) {
            // each by its own, so that one customer more changes nothing of another
            RandomGenerator random = seeds.split();
            LocalDate since = customer.since();
            LocalDate begun = since == null ? present.minusYears(3) : since;
            boolean stays = customer.externalId().equals(AnneliesStory.CUSTOMER);
            if (random.nextDouble() < CONTRACTED || stays) {
                book.contract(customer.externalId(), begun, stays, random);
            }
            if (random.nextDouble() < BUYING) {
                book.buys(customer.externalId(), begun, random);
            }
        }
        return new Accounts(List.copyOf(book.contracts), List.copyOf(book.purchases));
    }

    /** On which days customers leave because of something that broke, if they are still there, in any order. */
    private static Map<String, List<LocalDate>> departures(List<Course> courses, long seed) {
        Map<String, List<LocalDate>> departures = new HashMap<>();
        for (Course course : courses) {
            // each lane once, at the first handoff there that broke
            Set<List<Desk>> lanes = new HashSet<>();
            for (Passed pass : course.passes()) {
                if (course.broken().contains(pass.pickup()) && lanes.add(List.of(pass.from(), pass.to()))) {
                    // each by its own, so that one journey more changes nothing of another
                    var random = new SplittableRandom(seed
                            + 1_000L * course.journey().caseNumber().hashCode()
                            + 20L * pass.from().ordinal()
                            + pass.to().ordinal());
                    if (random.nextDouble() < GRIEVED) {
                        departures
                                .computeIfAbsent(course.customer(), customer -> new ArrayList<>())
                                .add(pass.pickedUpAt()
                                        .atZone(Desk.ZONE)
                                        .toLocalDate()
                                        .plusDays(random.nextInt(SOONEST_LEFT, LATEST_LEFT)));
                    }
                }
            }
        }
        return departures;
    }

    /** What is written down, customer by customer. */
    private static final class Book {
        private final Map<String, List<LocalDate>> departures;
        private final LocalDate present;
        private final List<NewContract> contracts = new ArrayList<>();
        private final List<NewPurchase> purchases = new ArrayList<>();

        Book(Map<String, List<LocalDate>> departures, LocalDate present) {
            this.departures = departures;
            this.present = present;
        }

        private void contract(String customer, LocalDate begun, boolean stays, RandomGenerator random) {
            double monthly = 60 + 180 * random.nextDouble();
            double leaves = LOYAL + FICKLE * Math.pow(random.nextDouble(), 3);
            long months = 1 + (long) (Math.log(1 - random.nextDouble()) / Math.log(1 - leaves));
            LocalDate end = Stream.concat(
                            Stream.of(begun.plusMonths(Math.min(months, 600))),
                            departures.getOrDefault(customer, List.of()).stream()
                                    .filter(begun::isBefore))
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            @Nullable LocalDate ended = end.isBefore(present) && !stays ? end : null;
            contracts.add(new NewContract(
                    Zonnewind.SOURCE,
                    "C-" + customer,
                    customer,
                    money(monthly),
                    money(monthly * (0.08 + 0.06 * random.nextDouble())),
                    CURRENCY,
                    begun,
                    ended,
                    ended == null ? null : "opgezegd"));
        }

        private void buys(String customer, LocalDate begun, RandomGenerator random) {
            double daysBetween = 45 + 400 * random.nextDouble();
            double stops = 0.35 * random.nextDouble();
            double usual = 40 + 260 * random.nextDouble();
            double day = begun.toEpochDay() + random.nextInt(60);
            for (int n = 1; day < present.toEpochDay(); n++) {
                buy(customer, n, LocalDate.ofEpochDay((long) day), usual, random);
                if (random.nextDouble() < stops) {
                    return;
                }
                day += 1 - daysBetween * Math.log(1 - random.nextDouble());
            }
        }

        private void buy(String customer, int n, LocalDate day, double usual, RandomGenerator random) {
            double amount = usual * (0.6 + 0.8 * random.nextDouble());
            double margin = amount * (0.25 + 0.1 * random.nextDouble());
            String number = "P-" + customer + "-" + n;
            purchases.add(purchase(number, customer, day, amount, margin, Kind.SALE, null));
            LocalDate back = day.plusDays(random.nextInt(SOONEST_BACK, LATEST_BACK));
            if (random.nextDouble() < RETURNED && back.isBefore(present)) {
                purchases.add(purchase("R-" + customer + "-" + n, customer, back, amount, margin, Kind.RETURN, number));
            }
        }
    }

    private static NewPurchase purchase(
            String number,
            String customer,
            LocalDate day,
            double amount,
            double margin,
            Kind kind,
            @Nullable String refersTo) {
        return new NewPurchase(
                Zonnewind.SOURCE,
                number,
                customer,
                day.atTime(LocalTime.NOON).atZone(Desk.ZONE).toInstant(),
                money(amount),
                money(margin),
                CURRENCY,
                kind,
                refersTo);
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }
}
