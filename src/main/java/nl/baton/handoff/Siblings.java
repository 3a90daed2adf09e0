package nl.baton.handoff;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.UtcTime;
import nl.baton.journey.AssembledJourney;
import nl.baton.journey.Beginnings.Begun;
import nl.baton.journey.ChangedCases;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Has journeys judged again when another one of the same customer turns out to begin soon after one of their pick-ups.
 * Two that are stored at the same moment do not see each other here: {@link TimePassing} looks once more.
 */
@Component
class Siblings {

    private final NamedParameterJdbcTemplate named;
    private final ChangedCases changedCases;
    private final ZoneId zone;

    Siblings(NamedParameterJdbcTemplate named, ChangedCases changedCases, BatonProperties properties) {
        this.named = named;
        this.changedCases = changedCases;
        this.zone = properties.zone();
    }

    /** Of journeys that were just stored; those that began as before concern nobody. */
    void judgeAgain(List<AssembledJourney> journeys) {
        Set<Long> stored = journeys.stream().map(AssembledJourney::id).collect(Collectors.toSet());
        Set<Long> others = of(journeys.stream()
                .filter(AssembledJourney::beganOtherwise)
                .map(journey -> new Begun(
                        journey.id(),
                        journey.customerId(),
                        journey.touchpoints().getFirst().at()))
                .toList());
        // those that were stored together have seen one another
        others.removeAll(stored);
        changedCases.addJourneys(others);
    }

    /** The journeys with a pick-up so shortly before one of these began. */
    Set<Long> of(Collection<Begun> begun) {
        if (begun.isEmpty()) {
            return new TreeSet<>();
        }
        Map<Long, List<Begun>> byCustomer = begun.stream().collect(Collectors.groupingBy(Begun::customer));
        Instant first = begun.stream().map(Begun::at).min(Instant::compareTo).orElseThrow();
        Instant last = begun.stream().map(Begun::at).max(Instant::compareTo).orElseThrow();
        Set<Long> concerned = new TreeSet<>();
        named.query(
                """
                SELECT j.customer_id, h.journey_id, h.picked_up_at FROM journey j JOIN handoff h ON h.journey_id = j.id
                WHERE j.customer_id IN (:customers) AND j.last_at >= :from AND h.picked_up_at >= :from
                    AND h.picked_up_at <= :to""",
                Map.of(
                        "customers",
                        byCustomer.keySet(),
                        "from",
                        UtcTime.of(Days.plusDays(first, -SurroundingsQuery.LATER_DAYS - 1, zone)),
                        "to",
                        UtcTime.of(last)),
                row -> {
                    long journey = row.getLong(2);
                    Instant pickedUp = UtcTime.instant(row.getObject(3, LocalDateTime.class));
                    Instant until = Days.plusDays(pickedUp, SurroundingsQuery.LATER_DAYS, zone);
                    if (byCustomer.getOrDefault(row.getLong(1), List.of()).stream()
                            .anyMatch(other -> other.journey() != journey
                                    && other.at().isAfter(pickedUp)
                                    && !other.at().isAfter(until))) {
                        concerned.add(journey);
                    }
                });
        return concerned;
    }
}
