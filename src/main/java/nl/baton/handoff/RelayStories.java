package nl.baton.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.handoff.RelayStory.Bin;
import nl.baton.handoff.RelayStory.Bins;
import nl.baton.handoff.RelayStory.Sketch;
import nl.baton.journey.JourneySummary;
import nl.baton.journey.Journeys;
import nl.baton.journey.Timelines;
import nl.baton.journey.Timelines.Contact;
import nl.baton.journey.Timelines.Counts;
import nl.baton.journey.Timelines.Held;
import nl.baton.journey.Timelines.Scope;
import nl.baton.journey.Timelines.Stretch;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer's relay, over all journeys or of one, in as many statements and as much to draw whatever the history. Which
 * journeys the asker sees, and what of them, is for {@link Timelines} to say.
 */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'STEWARD')")
public class RelayStories {

    /** More contacts than a chart can show apart. */
    public static final int MOST_TOUCHPOINTS = 500;

    /** Contacts read on either side of a window, so that what goes on at its sides is known. */
    private static final int BESIDE = 250;

    private static final int BIN_PIXELS = 6;

    /** A broken pass is drawn as wide as so many bins: closer ones would be one diamond all the same. */
    private static final int BINS_A_PASS = 4;

    private static final int FEWEST_BINS = 20;
    private static final int MOST_BINS = 400;
    private static final Duration SHORTEST_BIN = Duration.ofMinutes(1);
    private static final int MOST_SKETCHES = 400;

    private final Journeys journeys;
    private final Timelines timelines;
    private final StoryTelling telling;
    private final RelayQuery query;
    private final FindingsQuery findings;
    private final Clock clock;

    RelayStories(
            Journeys journeys,
            Timelines timelines,
            StoryTelling telling,
            RelayQuery query,
            FindingsQuery findings,
            Clock clock) {
        this.journeys = journeys;
        this.findings = findings;
        this.timelines = timelines;
        this.telling = telling;
        this.query = query;
        this.clock = clock;
    }

    /** The customer's journeys for the overview; several close together as one where they are very many. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Sketch> overview(long customer) {
        return sketches(journeys.withTimeline(customer), clock.instant());
    }

    /**
     * What there is to show in a window: everything if that is not too much, else the window and half as much again on
     * either side.
     *
     * @param pixels what the window is drawn on
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public RelayStory story(Scope scope, Stretch window, int pixels) {
        Instant now = clock.instant();
        List<JourneySummary> all = journeys.withTimeline(scope.customer());
        List<JourneySummary> meant = all.stream()
                .filter(journey -> scope.journey() == null || journey.id() == scope.journey())
                .toList();
        List<Sketch> sketches = sketches(all, now);
        long touchpoints = meant.stream().mapToLong(JourneySummary::touchpoints).sum();
        if (touchpoints <= MOST_TOUCHPOINTS) {
            return new RelayStory(stories(meant, timelines.contacts(scope), null), null, null, sketches, now);
        }
        Duration half = window.length().dividedBy(2);
        Stretch wide = new Stretch(window.from().minus(half), window.to().plus(half));
        List<Long> counted = timelines.count(scope, List.of(wide, window));
        Stretch loaded = counted.get(0) <= MOST_TOUCHPOINTS ? wide : window;
        if (counted.get(0) <= MOST_TOUCHPOINTS || counted.get(1) <= MOST_TOUCHPOINTS) {
            List<Contact> read = timelines.contacts(scope, loaded, BESIDE);
            return new RelayStory(stories(meant, read, wide), null, loaded, sketches, now);
        }
        Duration length = binLength(window, pixels);
        Stretch aligned = aligned(wide, length);
        return new RelayStory(List.of(), bins(scope, meant, aligned, length, now), aligned, sketches, now);
    }

    /** @param part the stretch around which these are the contacts; null when they are all */
    private List<JourneyStory> stories(List<JourneySummary> journeys, List<Contact> contacts, @Nullable Stretch part) {
        Map<Long, JourneySummary> byId =
                journeys.stream().collect(Collectors.toMap(JourneySummary::id, Function.identity()));
        Map<Long, List<Touchpoint>> byJourney = new TreeMap<>();
        for (Contact contact : contacts) {
            if (byId.containsKey(contact.journey())) {
                byJourney
                        .computeIfAbsent(contact.journey(), key -> new ArrayList<>())
                        .add(contact.touchpoint());
            }
        }
        return telling.tell(byJourney.entrySet().stream()
                .map(entry -> new StoryTelling.Read(
                        Objects.requireNonNull(byId.get(entry.getKey())), entry.getValue(), part != null))
                .toList());
    }

    private static Duration binLength(Stretch window, int pixels) {
        int bins = Math.clamp(pixels / BIN_PIXELS, FEWEST_BINS, MOST_BINS);
        Duration length = Duration.ofSeconds(window.length().toSeconds() / bins + 1);
        return length.compareTo(SHORTEST_BIN) < 0 ? SHORTEST_BIN : length;
    }

    /** From a whole number of bins, so that bins keep their place while one pans. */
    private static Stretch aligned(Stretch stretch, Duration bin) {
        long seconds = bin.toSeconds();
        long from = Math.floorDiv(stretch.from().getEpochSecond(), seconds) * seconds;
        long to = Math.ceilDiv(stretch.to().getEpochSecond(), seconds) * seconds;
        return new Stretch(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    }

    private Bins bins(Scope scope, List<JourneySummary> journeys, Stretch stretch, Duration length, Instant now) {
        Map<Integer, Counts> counts = timelines.counts(scope, stretch, length).stream()
                .collect(Collectors.toMap(Counts::bin, Function.identity()));
        Map<Integer, Map<Long, Double>> held = shares(timelines.held(scope, stretch, length, now), stretch, length);
        int last = (int) (stretch.length().toSeconds() / length.toSeconds());
        var bins = new ArrayList<Bin>();
        for (int number = 0; number < last; number++) {
            Counts said = counts.get(number);
            Map<Long, Double> shares = held.getOrDefault(number, Map.of());
            if (said != null || !shares.isEmpty()) {
                bins.add(
                        new Bin(number, said == null ? 0 : said.inbound(), said == null ? 0 : said.outbound(), shares));
            }
        }
        List<Long> ids = journeys.stream()
                .filter(journey -> journey.startedAt().isBefore(stretch.to()))
                .map(JourneySummary::id)
                .toList();
        return new Bins(stretch.from(), length, bins, query.passes(ids, stretch, length.multipliedBy(BINS_A_PASS)));
    }

    /** Of each bin, which part of it each department had the baton. */
    private static Map<Integer, Map<Long, Double>> shares(List<Held> held, Stretch stretch, Duration length) {
        double seconds = length.toSeconds();
        Map<Integer, Map<Long, Double>> shares = new HashMap<>();
        for (Held one : held) {
            Stretch whole = one.stretch();
            if (whole == null) {
                add(shares, one.bin(), one.department(), one.time().toSeconds() / seconds);
                continue;
            }
            double from =
                    Math.max(0, Duration.between(stretch.from(), whole.from()).toSeconds() / seconds);
            double to = Duration.between(stretch.from(), whole.to().isBefore(stretch.to()) ? whole.to() : stretch.to())
                            .toSeconds()
                    / seconds;
            for (int bin = (int) from; bin < to; bin++) {
                add(shares, bin, one.department(), Math.min(to, bin + 1.0) - Math.max(from, bin));
            }
        }
        return shares;
    }

    private static void add(Map<Integer, Map<Long, Double>> shares, int bin, long department, double share) {
        if (bin >= 0 && share > 0) {
            shares.computeIfAbsent(bin, key -> new HashMap<>()).merge(department, share, (a, b) -> Math.min(1, a + b));
        }
    }

    private List<Sketch> sketches(List<JourneySummary> journeys, Instant now) {
        Set<Long> with = findings.broken(
                        journeys.stream().map(JourneySummary::id).toList(), now)
                .keySet();
        List<Sketch> sketches = journeys.stream()
                .map(journey -> new Sketch(
                        journey.id(),
                        journey.startedAt(),
                        end(journey, now),
                        with.contains(journey.id()),
                        journey.typeName(),
                        journey.caseNumber(),
                        1))
                .toList();
        return sketches.size() <= MOST_SKETCHES ? sketches : joined(sketches, now);
    }

    /** Of one that nobody closed and nothing has happened in for 30 days, nobody knows whether it is open. */
    private static @Nullable Instant end(JourneySummary journey, Instant now) {
        Instant closedAt = journey.closedAt();
        if (closedAt != null) {
            return closedAt.isAfter(journey.lastAt()) ? closedAt : journey.lastAt();
        }
        return journey.lastAt().isBefore(now.minus(Duration.ofDays(30))) ? journey.lastAt() : null;
    }

    /** Those that begin within a four-hundredth of the whole become one; broken when one of them is. */
    private static List<Sketch> joined(List<Sketch> sketches, Instant now) {
        Instant first =
                sketches.stream().map(Sketch::start).min(Instant::compareTo).orElse(now);
        long part = Math.max(1, Duration.between(first, now).toSeconds() / MOST_SKETCHES);
        Map<List<Object>, Sketch> joined = new HashMap<>();
        for (Sketch sketch : sketches) {
            long place = Duration.between(first, sketch.start()).toSeconds() / part;
            joined.merge(List.of(place, sketch.broken()), sketch, RelayStories::both);
        }
        return List.copyOf(joined.values());
    }

    private static Sketch both(Sketch a, Sketch b) {
        Instant start = a.start().isBefore(b.start()) ? a.start() : b.start();
        Instant end = a.end() == null || b.end() == null ? null : a.end().isAfter(b.end()) ? a.end() : b.end();
        return new Sketch(a.id(), start, end, a.broken(), a.type(), a.caseNumber(), a.count() + b.count());
    }
}
