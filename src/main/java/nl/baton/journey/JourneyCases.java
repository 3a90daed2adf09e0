package nl.baton.journey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.baton.base.Ids;
import nl.baton.customer.Customers;
import nl.baton.customer.Customers.Key;
import nl.baton.customer.Identity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds the journeys that a batch speaks of, and opens those that are new. */
@Component
class JourneyCases {

    /** Stands for no customer named yet. */
    private static final Key NOBODY = new Key("", "");

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final JourneyTypes types;
    private final Customers customers;
    private final Ids ids;

    JourneyCases(
            JdbcTemplate jdbc, NamedParameterJdbcTemplate named, JourneyTypes types, Customers customers, Ids ids) {
        this.jdbc = jdbc;
        this.named = named;
        this.types = types;
        this.customers = customers;
        this.ids = ids;
    }

    /** The journeys of a batch by their identity in the outside world. */
    record Cases(Map<CaseKey, Long> idByKey) {

        long journeyId(CaseKey key) {
            return Objects.requireNonNull(idByKey.get(key), () -> "Not asked for: " + key);
        }
    }

    private record Known(long id, boolean anonymous) {}

    Cases resolve(List<NewTouchpoint> batch) {
        // the first customer that is named is the journey's
        Map<CaseKey, Key> wanted = new LinkedHashMap<>();
        for (NewTouchpoint touchpoint : batch) {
            wanted.putIfAbsent(touchpoint.ownCase(), NOBODY);
            if (wanted.get(touchpoint.ownCase()) == NOBODY
                    && !touchpoint.customer().isEmpty()) {
                wanted.put(touchpoint.ownCase(), key(touchpoint));
            }
        }
        Map<CaseKey, Known> known = find(List.copyOf(wanted.keySet()));
        attach(wanted, known);
        Map<CaseKey, Long> result = new HashMap<>();
        known.forEach((key, journey) -> result.put(key, journey.id));
        open(wanted, result);
        return new Cases(result);
    }

    private static Key key(NewTouchpoint touchpoint) {
        Identity identity = touchpoint.customer().stream()
                .filter(candidate -> candidate.kind() == Identity.Kind.SOURCE)
                .findFirst()
                .orElse(touchpoint.customer().getFirst());
        String system = identity.system();
        return new Key(system == null ? touchpoint.source() : system, identity.value());
    }

    private Map<CaseKey, Known> find(List<CaseKey> keys) {
        Map<CaseKey, List<String>> groups = new HashMap<>();
        for (CaseKey key : keys) {
            groups.computeIfAbsent(new CaseKey(key.type(), key.source(), ""), group -> new ArrayList<>())
                    .add(key.caseNumber());
        }
        Map<CaseKey, Known> found = new HashMap<>();
        groups.forEach((group, numbers) -> named.query(
                """
                SELECT j.id, j.case_number, c.kind FROM journey j JOIN customer c ON c.id = j.customer_id
                WHERE j.journey_type_id = :type AND j.source = :source AND j.case_number IN (:numbers)""", Map.of("type", types.resolve(group.type()), "source", group.source(), "numbers", numbers), row -> {
                    found.put(
                            new CaseKey(group.type(), group.source(), row.getString("case_number")),
                            new Known(row.getLong("id"), "ANONYMOUS".equals(row.getString("kind"))));
                }));
        return found;
    }

    /** A journey that had nobody gets the customer that is now named. */
    private void attach(Map<CaseKey, Key> wanted, Map<CaseKey, Known> known) {
        var named = new LinkedHashMap<Long, Key>();
        known.forEach((key, journey) -> {
            Key customer = wanted.getOrDefault(key, NOBODY);
            if (journey.anonymous && customer != NOBODY) {
                named.put(journey.id, customer);
            }
        });
        if (!named.isEmpty()) {
            Map<Key, Long> customerIds = customerIds(List.copyOf(named.values()), false);
            jdbc.batchUpdate(
                    "UPDATE journey SET customer_id = ? WHERE id = ?",
                    named.entrySet().stream()
                            .map(entry -> new Object[] {customerIds.get(entry.getValue()), entry.getKey()})
                            .toList());
        }
    }

    private void open(Map<CaseKey, Key> wanted, Map<CaseKey, Long> result) {
        List<CaseKey> missing =
                wanted.keySet().stream().filter(key -> !result.containsKey(key)).toList();
        if (missing.isEmpty()) {
            return;
        }
        var people = new ArrayList<Key>();
        var anonymous = new ArrayList<Key>();
        for (CaseKey key : missing) {
            Key customer = wanted.getOrDefault(key, NOBODY);
            if (customer == NOBODY) {
                anonymous.add(anonymous(key));
            } else {
                people.add(customer);
            }
        }
        Map<Key, Long> customerIds = customerIds(people, false);
        customerIds.putAll(customerIds(anonymous, true));
        long id = ids.reserve("journey", missing.size());
        var rows = new ArrayList<Object[]>();
        for (CaseKey key : missing) {
            Key customer = wanted.getOrDefault(key, NOBODY);
            Key owner = customer == NOBODY ? anonymous(key) : customer;
            rows.add(new Object[] {
                id,
                types.resolve(key.type()),
                key.source(),
                key.caseNumber(),
                Objects.requireNonNull(customerIds.get(owner))
            });
            result.put(key, id++);
        }
        jdbc.batchUpdate(
                "INSERT INTO journey (id, journey_type_id, source, case_number, customer_id) VALUES (?, ?, ?, ?, ?)",
                rows);
    }

    private static Key anonymous(CaseKey key) {
        return new Key(key.source(), key.type() + ":" + key.caseNumber());
    }

    private Map<Key, Long> customerIds(List<Key> keys, boolean anonymous) {
        Map<Key, Long> idByKey = new HashMap<>();
        if (!keys.isEmpty()) {
            customers
                    .resolve(keys.stream().distinct().toList(), anonymous)
                    .forEach(known -> idByKey.put(known.key(), known.id()));
        }
        return idByKey;
    }
}
