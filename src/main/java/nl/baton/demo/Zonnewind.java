package nl.baton.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import nl.baton.customer.NewCustomer;
import nl.baton.journey.CaseKey;
import nl.baton.journey.NewTouchpoint;

/**
 * Makes up Zonnewind, an energy and home-services company with two years of customers' journeys. The same seed in the
 * same week gives the same company, to the last byte.
 */
final class Zonnewind {

    /** The system that all of it is said to come from. */
    static final String SOURCE = "zonnewind";

    static final int MONTHS = 24;

    private static final int ATTEMPTS = 2900;

    private final long seed;
    private final LocalDate monday;
    private final Instant present;
    private final Instant seen;
    private final Staff staff;
    private final Openings openings;
    private final List<NewCustomer> customers;

    private Zonnewind(long seed, Instant now, boolean toThePresent) {
        this.seed = seed;
        this.monday = mondayOf(now);
        this.present = monday.atStartOfDay(Desk.ZONE).toInstant();
        this.seen = toThePresent ? present : now;
        LocalDate first = monday.minusMonths(MONTHS);
        Names names = Names.read();
        this.staff = new Staff(names, new SplittableRandom(seed + 1));
        this.customers = WordOfMouth.spread(
                new Population(names, new SplittableRandom(seed + 2), first, monday).people(), seed + 7, monday);
        this.openings = new Openings(seed, customers, first, monday);
    }

    /** The whole company, up to the beginning of the week in which {@code now} lies. */
    static Company generate(long seed, Instant now) {
        return new Zonnewind(seed, now, true).company();
    }

    /** The same company, and what of it is broken as seen at {@code now}: some days more have gone by without a sign. */
    static Company seen(long seed, Instant now) {
        return new Zonnewind(seed, now, false).company();
    }

    static LocalDate mondayOf(Instant now) {
        return now.atZone(Desk.ZONE).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private Company company() {
        var written = new ArrayList<Pen.Written>();
        written.add(AnneliesStory.tell(monday, seen));
        for (JourneyKind kind : JourneyKind.values()) {
            tell(kind, written);
        }
        List<NewTouchpoint> touchpoints = written.stream()
                .flatMap(journey -> journey.touchpoints().stream())
                .toList();
        List<Course> courses = written.stream().map(Pen.Written::course).toList();
        Delivery.Delivered delivered = Delivery.of(touchpoints, new SplittableRandom(seed + 3));
        return new Company(
                present,
                Arrays.stream(Desk.values()).map(Desk::definition).toList(),
                Arrays.stream(JourneyKind.values()).map(JourneyKind::definition).toList(),
                customers,
                Accounts.of(customers, courses, seed + 4, monday),
                delivered.batches(),
                Plan.PLANTS,
                written.stream().flatMap(journey -> journey.broken().stream()).toList(),
                written.stream()
                        .flatMap(journey -> journey.openPasses().stream())
                        .toList(),
                written.stream()
                        .flatMap(journey -> journey.nearMisses().stream())
                        .toList(),
                written.stream().flatMap(journey -> journey.feedback().stream()).toList(),
                courses,
                delivered.disorder());
    }

    private void tell(JourneyKind kind, List<Pen.Written> written) {
        var all = new ArrayList<>(openings.of(kind));
        for (Plant plant : Plan.PLANTS) {
            if (plant.kind() == kind) {
                for (int i = 0; i < plant.count(); i++) {
                    all.add(stuck(plant, i, true));
                }
                for (int i = 0; i < plant.count() / Plan.OVERDUE_PER_YOUNG; i++) {
                    all.add(stuck(plant, plant.count() + i, false));
                }
            }
        }
        all.sort(Openings.IN_ORDER);
        int number = Openings.firstNumber(kind, all, present);
        for (Openings.Opening opening : all) {
            if (kind == JourneyKind.HEAT_PUMP && number == AnneliesStory.order()) {
                number++;
            }
            written.add(tell(kind, opening, number++));
        }
    }

    private Pen.Written tell(JourneyKind kind, Openings.Opening opening, int number) {
        var key = new CaseKey(kind.code(), SOURCE, kind.prefix() + "-" + number);
        var pen = new Pen(key, kind.title(), opening.customer().externalId(), present);
        var random = new SplittableRandom(opening.seed());
        kind.storyline().tell(new Story(kind, opening.customer(), pen, staff, opening.at(), random, opening.snag()));
        Voices.speak(pen, kind, opening.customer().externalId(), random);
        return pen.finish(opening.snag() != null && opening.snag().overdue(), kind, seen);
    }

    /**
     * A journey that gets stuck on the plant's lane within the last weeks. When it gets there follows from the story, so
     * it is told once to see, and moved; whether it comes to that at all is a matter of luck, so several are tried.
     */
    private Openings.Opening stuck(Plant plant, int nth, boolean overdue) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Openings.Opening opening = openings.stuck(plant, nth, overdue, attempt);
            Optional<OpenPass> first = openPass(plant, opening);
            if (first.isPresent()) {
                Openings.Opening moved = openings.moved(opening, first.get().passedAt());
                if (openPass(plant, moved)
                        .filter(pass -> pass.isOverdue(present) == overdue)
                        .isPresent()) {
                    return moved;
                }
            }
        }
        throw new IllegalStateException("Never stuck: " + plant);
    }

    private Optional<OpenPass> openPass(Plant plant, Openings.Opening opening) {
        List<OpenPass> open = tell(plant.kind(), opening, 0).openPasses();
        return open.size() == 1
                        && open.getFirst().from() == plant.from()
                        && open.getFirst().to() == plant.to()
                ? Optional.of(open.getFirst())
                : Optional.empty();
    }
}
