package nl.baton.journey;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.baton.base.UtcTime;
import nl.baton.customer.ChangedCustomers;
import nl.baton.customer.Customers;
import nl.baton.customer.Customers.Key;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows behind journeys: what lists show of them without reading a touchpoint. */
@Repository
class JourneyTable {

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final JourneyTypes types;
    private final ChangedCustomers changedCustomers;
    private final Clock clock;

    JourneyTable(
            JdbcTemplate jdbc,
            NamedParameterJdbcTemplate named,
            JourneyTypes types,
            ChangedCustomers changedCustomers,
            Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.named = named;
        this.changedCustomers = changedCustomers;
        this.types = types;
    }

    /** Stores journeys as they are now, and takes away those that are gone. */
    List<AssembledJourney> store(List<JourneyMembers> journeys, Customers customers) {
        Map<Key, Long> anonymous = anonymous(journeys, customers);
        Map<Long, Former> before = former(journeys);
        LocalDateTime now = UtcTime.of(clock.instant());
        var changed = new TreeSet<Long>();
        Set<Long> reshaped = reshaped(journeys);
        var rows = new ArrayList<@Nullable Object[]>();
        var gone = new ArrayList<Object[]>();
        var assembled = new ArrayList<AssembledJourney>();
        for (JourneyMembers journey : journeys) {
            Former former = before.get(journey.id());
            if (journey.isGone()) {
                note(changed, former);
                gone.add(new Object[] {journey.id()});
                assembled.add(new AssembledJourney(journey.id(), 0, 0, false, false, List.of()));
                continue;
            }
            Case first = journey.first();
            Long named = journey.customer();
            long customer = named == null ? Objects.requireNonNull(anonymous.get(anonymous(first))) : named;
            boolean otherCustomer = former == null || former.customer != customer;
            if (otherCustomer || reshaped.contains(journey.id())) {
                note(changed, former);
                changed.add(customer);
            }
            int beginning = journey.beginning();
            boolean otherwise = named != null && (former == null || otherCustomer || former.beginning != beginning);
            rows.add(row(
                    journey,
                    first,
                    customer,
                    beginning,
                    otherwise ? now : former == null ? null : former.begunMovedAt));
            assembled.add(new AssembledJourney(
                    journey.id(), first.typeId(), customer, named != null, otherwise, journey.touchpoints()));
        }
        jdbc.batchUpdate("""
                INSERT INTO journey (id, journey_type_id, source, case_number, customer_id, opened_at, last_at,
                    closed_at, touchpoints, cases, several_customers, beginning, begun_moved_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE journey_type_id = VALUES(journey_type_id), source = VALUES(source),
                    case_number = VALUES(case_number), customer_id = VALUES(customer_id),
                    opened_at = VALUES(opened_at), last_at = VALUES(last_at), closed_at = VALUES(closed_at),
                    touchpoints = VALUES(touchpoints), cases = VALUES(cases),
                    several_customers = VALUES(several_customers), beginning = VALUES(beginning),
                    begun_moved_at = VALUES(begun_moved_at)""", rows);
        jdbc.batchUpdate("DELETE FROM journey WHERE id = ?", gone);
        changedCustomers.add(changed);
        return assembled;
    }

    private static void note(Set<Long> changed, @Nullable Former former) {
        if (former != null) {
            changed.add(former.customer);
        }
    }

    /** What was stored of a journey until now. */
    private record Former(
            long customer, int beginning, @Nullable LocalDateTime begunMovedAt) {}

    /** Those that are new are left out. */
    private Map<Long, Former> former(List<JourneyMembers> journeys) {
        if (journeys.isEmpty()) {
            return Map.of();
        }
        Map<Long, Former> former = new HashMap<>();
        named.query(
                "SELECT id, customer_id, beginning, begun_moved_at FROM journey WHERE id IN (:ids)",
                Map.of("ids", journeys.stream().map(JourneyMembers::id).toList()),
                row -> {
                    former.put(
                            row.getLong(1),
                            new Former(row.getLong(2), row.getInt(3), row.getObject(4, LocalDateTime.class)));
                });
        return former;
    }

    /** Those to which a case came, or from which one went: their customers go by other case numbers now. */
    private static Set<Long> reshaped(List<JourneyMembers> journeys) {
        Set<Long> reshaped = new HashSet<>();
        for (JourneyMembers journey : journeys) {
            for (Case member : journey.cases()) {
                if (member.journeyId() != journey.id()) {
                    reshaped.add(member.journeyId());
                    reshaped.add(journey.id());
                }
            }
        }
        return reshaped;
    }

    private static @Nullable Object[] row(
            JourneyMembers journey, Case first, long customer, int beginning, @Nullable LocalDateTime begunMovedAt) {
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
            journey.severalCustomers(),
            beginning,
            begunMovedAt
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
