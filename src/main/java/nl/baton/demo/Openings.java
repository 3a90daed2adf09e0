package nl.baton.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import nl.baton.customer.NewCustomer;
import org.jspecify.annotations.Nullable;

/** Which journeys begin when, and whose they are. */
final class Openings {

    /**
     * A journey that begins.
     *
     * @param seed of its own chance, so that one story's length does not change the next one
     */
    record Opening(Instant at, NewCustomer customer, long seed, Story.@Nullable Snag snag) {}

    static final Comparator<Opening> IN_ORDER =
            Comparator.comparing(Opening::at).thenComparingLong(Opening::seed);

    private static final int NUMBERS_A_KIND = 4000;
    private static final int PLANTS_APART = 50_000;
    private static final int WEEKS_AGO = 26;
    private static final Duration APART = Duration.ofDays(100);

    private final long seed;
    private final List<NewCustomer> customers;
    private final LocalDate first;
    private final LocalDate end;
    private final Map<JourneyKind, Map<String, List<Instant>>> came = new EnumMap<>(JourneyKind.class);

    Openings(long seed, List<NewCustomer> customers, LocalDate first, LocalDate end) {
        this.seed = seed;
        this.customers = customers;
        this.first = first;
        this.end = end;
    }

    List<Opening> of(JourneyKind kind) {
        var random = new SplittableRandom(seedOf(kind, -1));
        return kind == JourneyKind.SWITCH ? switches(random) : seasonal(kind, random);
    }

    private List<Opening> seasonal(JourneyKind kind, RandomGenerator random) {
        var season = new Season(kind.months(), first, end);
        var all = new ArrayList<Opening>();
        Set<NewCustomer> served = new HashSet<>();
        for (int i = 0; i < kind.journeys(); i++) {
            Instant at = season.opening(random);
            NewCustomer customer = customer(at, random);
            // nobody has the same thing put in twice, or comes back with the same so soon that it looks like a second
            // try
            while (kind.isInstallation() ? !served.add(customer) : !comeLongAfter(kind, customer, at)) {
                customer = customer(at, random);
            }
            all.add(new Opening(at, customer, seedOf(kind, i), null));
        }
        if (kind == JourneyKind.QUESTION || kind == JourneyKind.METER) {
            all.add(new Opening(
                    end.minusWeeks(kind == JourneyKind.METER ? 22 : 40)
                            .atTime(19, 12)
                            .atZone(Desk.ZONE)
                            .toInstant(),
                    customers.getFirst(),
                    seedOf(kind, kind.journeys()),
                    null));
        }
        return all;
    }

    /** Notes when somebody comes with something, unless it is too close to another time. */
    private boolean comeLongAfter(JourneyKind kind, NewCustomer customer, Instant at) {
        List<Instant> times = came.computeIfAbsent(kind, any -> new HashMap<>())
                .computeIfAbsent(customer.externalId(), any -> new ArrayList<>());
        boolean close = times.stream()
                .anyMatch(other -> Duration.between(other, at).abs().compareTo(APART) < 0);
        if (!close) {
            times.add(at);
        }
        return !close;
    }

    /** Every new customer has come over from somewhere. */
    private List<Opening> switches(RandomGenerator random) {
        var all = new ArrayList<Opening>();
        for (int i = 0; i < customers.size(); i++) {
            LocalDate since = customers.get(i).since();
            if (since != null && !since.isBefore(first)) {
                Instant at = since.atTime(Season.customersHour(random))
                        .atZone(Desk.ZONE)
                        .toInstant();
                all.add(new Opening(at, customers.get(i), seedOf(JourneyKind.SWITCH, i), null));
            }
        }
        return all;
    }

    /** A journey that gets stuck where the plant says, begun so long ago that it has surely come to that. */
    Opening stuck(Plant plant, int nth, boolean overdue, int attempt) {
        long own = seedOf(plant.kind(), 10_000 + PLANTS_APART * Plan.PLANTS.indexOf(plant) + 3_000 * nth + attempt);
        var random = new SplittableRandom(own);
        Instant at = end.minusWeeks(WEEKS_AGO)
                .plusDays(random.nextInt(7))
                .atTime(Season.customersHour(random))
                .atZone(Desk.ZONE)
                .toInstant();
        NewCustomer customer = customer(at, random);
        while (came.getOrDefault(plant.kind(), Map.of()).containsKey(customer.externalId())) {
            customer = customer(at, random);
        }
        return new Opening(at, customer, own, new Story.Snag(plant.from(), plant.to(), overdue));
    }

    /**
     * The same journey, so many whole weeks later that the pass lies in one of the last weeks: weeks are alike, so that
     * the story hardly changes.
     */
    Opening moved(Opening opening, Instant passed) {
        long weeks = Duration.between(passed, end.atStartOfDay(Desk.ZONE).toInstant())
                        .toDays()
                / 7;
        long ago = opening.snag() != null && opening.snag().overdue() ? Math.floorMod(opening.seed(), 4) : 0;
        Instant at = opening.at().atZone(Desk.ZONE).plusWeeks(weeks - ago).toInstant();
        return new Opening(at, opening.customer(), opening.seed(), opening.snag());
    }

    /** Anyone who was a customer by then, but for Annelies, who has a story of her own. */
    private NewCustomer customer(Instant at, RandomGenerator random) {
        LocalDate day = at.atZone(Desk.ZONE).toLocalDate();
        while (true) {
            NewCustomer customer = customers.get(1 + random.nextInt(customers.size() - 1));
            if (customer.since() == null || !customer.since().isAfter(day)) {
                return customer;
            }
        }
    }

    private long seedOf(JourneyKind kind, int nth) {
        return seed * 1_000_003 + kind.ordinal() * 10_000_000L + nth;
    }

    /** Case numbers go up with time, and around the one order that everybody knows. */
    static int firstNumber(JourneyKind kind, List<Opening> inOrder, Instant present) {
        if (kind != JourneyKind.HEAT_PUMP) {
            return 20_000 + kind.ordinal() * NUMBERS_A_KIND;
        }
        Instant began = present.minus(Duration.ofDays(AnneliesStory.BEGAN));
        return AnneliesStory.order()
                - (int) inOrder.stream()
                        .filter(opening -> opening.at().isBefore(began))
                        .count();
    }
}
