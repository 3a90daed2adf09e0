package nl.baton.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.baton.base.UtcTime;
import nl.baton.customer.Customers;
import nl.baton.customer.Customers.Key;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows behind journeys: what lists show of them without reading a touchpoint. */
@Repository
class JourneyTable {

    private final JdbcTemplate jdbc;
    private final JourneyTypes types;

    JourneyTable(JdbcTemplate jdbc, JourneyTypes types) {
        this.jdbc = jdbc;
        this.types = types;
    }

    /** Stores journeys as they are now, and takes away those that are gone. */
    List<AssembledJourney> store(List<JourneyMembers> journeys, Customers customers) {
        Map<Key, Long> anonymous = anonymous(journeys, customers);
        var rows = new ArrayList<@Nullable Object[]>();
        var gone = new ArrayList<Object[]>();
        var assembled = new ArrayList<AssembledJourney>();
        for (JourneyMembers journey : journeys) {
            if (journey.isGone()) {
                gone.add(new Object[] {journey.id()});
                assembled.add(new AssembledJourney(journey.id(), 0, 0, List.of()));
                continue;
            }
            Case first = journey.first();
            Long named = journey.customer();
            long customer = named == null ? Objects.requireNonNull(anonymous.get(anonymous(first))) : named;
            rows.add(row(journey, first, customer));
            assembled.add(new AssembledJourney(journey.id(), first.typeId(), customer, journey.touchpoints()));
        }
        jdbc.batchUpdate("""
                INSERT INTO journey (id, journey_type_id, source, case_number, customer_id, opened_at, last_at,
                    closed_at, touchpoints, cases, several_customers)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE journey_type_id = VALUES(journey_type_id), source = VALUES(source),
                    case_number = VALUES(case_number), customer_id = VALUES(customer_id),
                    opened_at = VALUES(opened_at), last_at = VALUES(last_at), closed_at = VALUES(closed_at),
                    touchpoints = VALUES(touchpoints), cases = VALUES(cases),
                    several_customers = VALUES(several_customers)""", rows);
        jdbc.batchUpdate("DELETE FROM journey WHERE id = ?", gone);
        return assembled;
    }

    private static @Nullable Object[] row(JourneyMembers journey, Case first, long customer) {
        return new @Nullable Object[] {
            journey.id(),
            first.typeId(),
            first.source(),
            first.number(),
            customer,
            UtcTime.of(journey.touchpoints().getFirst().at()),
            UtcTime.of(journey.touchpoints().getLast().at()),
            UtcTime.ofNullable(journey.closedAt()),
            journey.touchpoints().size(),
            journey.liveCases(),
            journey.severalCustomers()
        };
    }

    /** A journey that names nobody belongs to a customer without a name, whom its case number stands for. */
    private Map<Key, Long> anonymous(Collection<JourneyMembers> journeys, Customers customers) {
        List<Key> keys = journeys.stream()
                .filter(journey -> !journey.isGone() && journey.customer() == null)
                .map(journey -> anonymous(journey.first()))
                .distinct()
                .toList();
        return keys.isEmpty()
                ? Map.of()
                : customers.resolve(keys, true).stream()
                        .collect(Collectors.toMap(Customers.Known::key, Customers.Known::id));
    }

    private Key anonymous(Case first) {
        return new Key(first.source(), types.code(first.typeId()) + ":" + first.number());
    }
}
