package nl.baton.journey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.baton.base.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds the cases that a batch speaks of, and opens those that are new. Which cases make up one journey comes later. */
@Component
class JourneyCases {

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final JourneyTypes types;
    private final Ids ids;

    JourneyCases(JdbcTemplate jdbc, NamedParameterJdbcTemplate named, JourneyTypes types, Ids ids) {
        this.jdbc = jdbc;
        this.named = named;
        this.types = types;
        this.ids = ids;
    }

    /** What identifies a case; a contact's number is that of its touchpoint, which another case may have too. */
    private record Key(CaseKey name, boolean contact) {

        static Key of(NewTouchpoint touchpoint) {
            return new Key(touchpoint.ownCase(), touchpoint.journey() == null);
        }
    }

    /** The cases of a batch. */
    record Cases(Map<Key, Long> idByKey) {

        long caseId(NewTouchpoint touchpoint) {
            return Objects.requireNonNull(idByKey.get(Key.of(touchpoint)));
        }
    }

    private record Group(String type, String source) {}

    Cases resolve(List<NewTouchpoint> batch) {
        Set<Key> wanted = new LinkedHashSet<>();
        batch.forEach(touchpoint -> wanted.add(Key.of(touchpoint)));
        Map<Key, Long> idByKey = find(wanted);
        // in order, so that two batches with the same new cases wait for one another at most once
        open(
                wanted.stream()
                        .filter(key -> !idByKey.containsKey(key))
                        .sorted(Comparator.comparing((Key key) -> key.name.caseNumber())
                                .thenComparing(key -> key.name.source())
                                .thenComparing(key -> key.name.type()))
                        .toList(),
                idByKey);
        return new Cases(idByKey);
    }

    private Map<Key, Long> find(Set<Key> keys) {
        Map<Group, List<String>> groups = new HashMap<>();
        for (Key key : keys) {
            groups.computeIfAbsent(new Group(key.name.type(), key.name.source()), group -> new ArrayList<>())
                    .add(key.name.caseNumber());
        }
        Map<Key, Long> found = new HashMap<>();
        groups.forEach((group, numbers) -> named.query(
                // the list comes last: before two other conditions H2 would read the whole index instead
                """
                SELECT id, case_number, contact FROM journey_case
                WHERE source = :source AND journey_type_id = :type AND case_number IN (:numbers)""", Map.of("numbers", numbers, "source", group.source, "type", types.resolve(group.type)), row -> {
                    var name = new CaseKey(group.type, group.source, row.getString("case_number"));
                    found.put(new Key(name, row.getBoolean("contact")), row.getLong("id"));
                }));
        return found;
    }

    /** A new case is a journey by itself, until it turns out to belong to another. */
    private void open(List<Key> missing, Map<Key, Long> idByKey) {
        if (missing.isEmpty()) {
            return;
        }
        long id = ids.reserve("journey", missing.size());
        var rows = new ArrayList<Object[]>();
        for (Key key : missing) {
            CaseKey name = key.name;
            rows.add(new Object[] {id, types.resolve(name.type()), name.source(), name.caseNumber(), key.contact, id});
            idByKey.put(key, id++);
        }
        jdbc.batchUpdate("""
                INSERT INTO journey_case (id, journey_type_id, source, case_number, contact, journey_id)
                VALUES (?, ?, ?, ?, ?, ?)""", rows);
    }

    /** Keeps what contacts find their journey by, and the cases that touchpoints refer to. */
    void describe(List<Touchpoint> added, List<Touchpoint> changed, List<Touchpoint> former, Set<Long> contacts) {
        jdbc.batchUpdate(
                "DELETE FROM contact WHERE case_id = ?",
                former.stream()
                        .map(touchpoint -> new Object[] {touchpoint.caseId()})
                        .toList());
        var described = new ArrayList<Object[]>();
        for (List<Touchpoint> touchpoints : List.of(added, changed)) {
            for (Touchpoint touchpoint : touchpoints) {
                Long customer = touchpoint.customerId();
                String topic = Topic.of(touchpoint);
                if (contacts.contains(touchpoint.caseId()) && customer != null && topic != null) {
                    described.add(new Object[] {touchpoint.caseId(), customer, topic});
                }
            }
        }
        jdbc.batchUpdate("INSERT INTO contact (case_id, customer_id, topic) VALUES (?, ?, ?)", described);

        jdbc.batchUpdate(
                "DELETE FROM case_reference WHERE touchpoint_id = ?",
                former.stream()
                        .filter(touchpoint -> !touchpoint.details().links().isEmpty())
                        .map(touchpoint -> new Object[] {touchpoint.id()})
                        .toList());
        var references = new ArrayList<Object[]>();
        for (List<Touchpoint> touchpoints : List.of(added, changed)) {
            for (Touchpoint touchpoint : touchpoints) {
                new LinkedHashSet<>(touchpoint.details().links())
                        .forEach(link -> references.add(
                                new Object[] {touchpoint.id(), link.source(), link.caseNumber(), touchpoint.caseId()}));
            }
        }
        jdbc.batchUpdate(
                "INSERT INTO case_reference (touchpoint_id, source, case_number, case_id) VALUES (?, ?, ?, ?)",
                references);
    }
}
