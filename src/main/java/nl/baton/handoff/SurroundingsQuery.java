package nl.baton.handoff;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.feedback.NegativeFeedback;
import nl.baton.handoff.Surroundings.Discontent;
import nl.baton.handoff.Surroundings.Given;
import nl.baton.journey.AssembledJourney;
import nl.baton.journey.Beginning;
import nl.baton.journey.Beginnings;
import nl.baton.journey.Beginnings.Begun;
import nl.baton.journey.OutcomeSources;
import nl.baton.journey.Promises;
import nl.baton.journey.Touchpoint;
import org.springframework.stereotype.Component;

/** Reads what journeys are judged by beside their own touchpoints, of many journeys at once. */
@Component
class SurroundingsQuery {

    /** Other journeys are looked at that begin up to so many days after a pick-up. */
    static final int LATER_DAYS = 7;

    private final OutcomeSources outcomeSources;
    private final Beginnings beginnings;
    private final NegativeFeedback feedback;
    private final Promises promises;
    private final ZoneId zone;

    SurroundingsQuery(
            OutcomeSources outcomeSources,
            Beginnings beginnings,
            NegativeFeedback feedback,
            Promises promises,
            BatonProperties properties) {
        this.outcomeSources = outcomeSources;
        this.beginnings = beginnings;
        this.feedback = feedback;
        this.promises = promises;
        this.zone = properties.zone();
    }

    /** Of each journey; one that never left its department needs none. */
    Map<Long, Surroundings> of(List<AssembledJourney> journeys) {
        List<AssembledJourney> passed =
                journeys.stream().filter(SurroundingsQuery::wasPassedOn).toList();
        if (passed.isEmpty()) {
            return Map.of();
        }
        Set<String> stating = outcomeSources.among(
                passed.stream().map(SurroundingsQuery::lastSource).collect(Collectors.toSet()));
        List<Long> ids = passed.stream().map(AssembledJourney::id).toList();
        Map<Long, NegativeFeedback.Heard> answers = feedback.of(ids);
        Map<Long, List<Beginning>> begunSoon = begunSoonAfter(passed);
        Map<Long, List<Given>> given = promises(passed);
        Map<Long, Surroundings> surroundings = new HashMap<>();
        for (AssembledJourney journey : passed) {
            var heard = answers.getOrDefault(journey.id(), NegativeFeedback.Heard.NOTHING);
            surroundings.put(
                    journey.id(),
                    new Surroundings(
                            stating.contains(lastSource(journey)),
                            begunSoon.getOrDefault(journey.id(), List.of()),
                            heard.negative().stream()
                                    .map(said -> new Discontent(
                                            said.kind().name(), said.score(), said.worst(), said.receivedAt()))
                                    .toList(),
                            given.getOrDefault(journey.id(), List.of()),
                            heard.moments()));
        }
        return surroundings;
    }

    private static boolean wasPassedOn(AssembledJourney journey) {
        return journey.touchpoints().stream()
                                .map(Touchpoint::teamId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .limit(2)
                                .count()
                        == 2
                || journey.touchpoints().stream().anyMatch(touchpoint -> touchpoint.handedToDepartmentId() != null);
    }

    private static String lastSource(AssembledJourney journey) {
        return journey.touchpoints().getLast().source();
    }

    /**
     * By journey, others of the same customer that began soon after it may have been picked up. Only of those few the
     * touchpoints are read, however many journeys the customers have had.
     */
    private Map<Long, List<Beginning>> begunSoonAfter(List<AssembledJourney> passed) {
        List<AssembledJourney> named =
                passed.stream().filter(AssembledJourney::named).toList();
        if (named.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Begun>> begun = beginnings
                .between(
                        named.stream().map(AssembledJourney::customerId).collect(Collectors.toSet()),
                        edge(named, touchpoints -> touchpoints.getFirst().at(), Instant::compareTo),
                        Days.plusDays(
                                edge(named, touchpoints -> touchpoints.getLast().at(), Comparator.reverseOrder()),
                                LATER_DAYS,
                                zone))
                .stream()
                .collect(Collectors.groupingBy(Begun::customer));
        Map<Long, List<Begun>> soon = new HashMap<>();
        for (AssembledJourney journey : named) {
            List<Begun> others = begun.getOrDefault(journey.customerId(), List.of()).stream()
                    .filter(other -> other.journey() != journey.id() && mayFollowPickUp(journey, other.at()))
                    .sorted(Comparator.comparing(Begun::at).thenComparingLong(Begun::journey))
                    .toList();
            if (!others.isEmpty()) {
                soon.put(journey.id(), others);
            }
        }
        Map<Long, Beginning> read = beginnings.of(
                soon.values().stream().flatMap(List::stream).map(Begun::journey).collect(Collectors.toSet()));
        Map<Long, List<Beginning>> byJourney = new HashMap<>();
        soon.forEach((journey, others) -> byJourney.put(
                journey,
                others.stream()
                        .map(other -> read.get(other.journey()))
                        .filter(Objects::nonNull)
                        .toList()));
        return byJourney;
    }

    private static Instant edge(
            List<AssembledJourney> journeys, Function<List<Touchpoint>, Instant> of, Comparator<Instant> order) {
        return journeys.stream()
                .map(journey -> of.apply(journey.touchpoints()))
                .min(order)
                .orElseThrow();
    }

    /** Whether the team changed so shortly before; where it did not, nothing was picked up. */
    private boolean mayFollowPickUp(AssembledJourney journey, Instant begun) {
        Instant earliest = Days.plusDays(begun, -LATER_DAYS - 1, zone);
        Long team = null;
        for (Touchpoint touchpoint : journey.touchpoints()) {
            if (!touchpoint.at().isBefore(begun)) {
                return false;
            }
            Long next = touchpoint.teamId();
            if (next != null) {
                if (team != null && !next.equals(team) && !touchpoint.at().isBefore(earliest)) {
                    return true;
                }
                team = next;
            }
        }
        return false;
    }

    private Map<Long, List<Given>> promises(List<AssembledJourney> passed) {
        Map<Long, Long> journeyByCase = new HashMap<>();
        Map<Long, Touchpoint> making = new HashMap<>();
        for (AssembledJourney journey : passed) {
            for (Touchpoint touchpoint : journey.touchpoints()) {
                if (!touchpoint.details().promises().isEmpty()) {
                    journeyByCase.put(touchpoint.caseId(), journey.id());
                    making.put(touchpoint.id(), touchpoint);
                }
            }
        }
        Map<Long, List<Given>> given = new HashMap<>();
        for (Promises.Given promise : promises.given(List.copyOf(new TreeSet<>(journeyByCase.keySet())))) {
            Touchpoint made = making.get(promise.touchpoint());
            if (made != null) {
                given.computeIfAbsent(
                                Objects.requireNonNull(journeyByCase.get(promise.caseId())), any -> new ArrayList<>())
                        .add(new Given(made, promise.due(), promise.byDue()));
            }
        }
        return given;
    }
}
