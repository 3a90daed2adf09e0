package nl.baton.journey;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows behind cases, and what leads from one to another. */
@Repository
class CaseTable {

    private final NamedParameterJdbcTemplate named;

    CaseTable(NamedParameterJdbcTemplate named) {
        this.named = named;
    }

    /** Two cases that belong together, or were parted; which comes first says nothing. */
    record Pair(long one, long other) {

        static Pair of(long a, long b) {
            return new Pair(Math.min(a, b), Math.max(a, b));
        }
    }

    /** What people said of the cases asked for. */
    record Links(Set<Pair> joined, Set<Pair> parted) {}

    /** A case has a touchpoint on this topic of this customer. */
    record Theme(long caseId, long customerId, String topic) {}

    /** Keeps others from computing these cases' journeys until the caller's transaction is over. */
    List<Case> lock(Collection<Long> ids) {
        return named.query(
                """
                SELECT id, journey_type_id, source, case_number, contact, journey_id
                FROM journey_case WHERE id IN (:ids) ORDER BY id FOR UPDATE""",
                Map.of("ids", ids),
                (row, n) -> new Case(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getLong(6)));
    }

    List<Long> ofJourneys(Collection<Long> journeys) {
        return ids("SELECT id FROM journey_case WHERE journey_id IN (:ids)", journeys);
    }

    /**
     * By reference: from the given cases to those they name, and from those that name them. Two cases that name a third
     * one belong together also while nothing has come of that one itself.
     */
    Set<Pair> references(Collection<Long> cases) {
        Set<Pair> pairs = new HashSet<>();
        for (String given : List.of("r.case_id", "c.id")) {
            references(pairs, cases, """
                    SELECT r.case_id, c.id FROM case_reference r
                        JOIN journey_case c ON c.case_number = r.case_number AND c.source = r.source
                    WHERE %s IN (:cases) AND c.contact = FALSE AND c.id <> r.case_id""".formatted(given));
        }
        references(pairs, cases, """
                SELECT r.case_id, MIN(o.case_id) FROM case_reference r
                    JOIN case_reference o ON o.case_number = r.case_number AND o.source = r.source
                WHERE r.case_id IN (:cases) AND NOT EXISTS (SELECT 1 FROM journey_case c
                    WHERE c.case_number = r.case_number AND c.source = r.source AND c.contact = FALSE)
                GROUP BY r.case_id, r.source, r.case_number""");
        return pairs;
    }

    private void references(Set<Pair> pairs, Collection<Long> cases, String sql) {
        named.query(sql, Map.of("cases", cases), row -> {
            if (row.getLong(1) != row.getLong(2)) {
                pairs.add(Pair.of(row.getLong(1), row.getLong(2)));
            }
        });
    }

    Links links(Collection<Long> cases) {
        var links = new Links(new HashSet<>(), new HashSet<>());
        for (String given : List.of("case_a", "case_b")) {
            named.query(
                    "SELECT case_a, case_b, parted FROM case_link WHERE %s IN (:cases) AND (joined OR parted)"
                            .formatted(given),
                    Map.of("cases", cases),
                    row -> {
                        (row.getBoolean(3) ? links.parted : links.joined).add(Pair.of(row.getLong(1), row.getLong(2)));
                    });
        }
        return links;
    }

    /** The contacts without a case number of these customers. */
    List<Theme> contacts(Collection<Long> customers) {
        return named.query(
                "SELECT case_id, customer_id, topic FROM contact WHERE customer_id IN (:customers)",
                Map.of("customers", customers),
                (row, n) -> new Theme(row.getLong(1), row.getLong(2), row.getString(3)));
    }

    /** All cases of these customers, with the topics they were about. */
    List<Theme> themes(Collection<Long> customers) {
        return named
                .query(
                        """
                SELECT DISTINCT case_id, customer_id, topic FROM touchpoint
                WHERE customer_id IN (:customers) AND topic IS NOT NULL""",
                        Map.of("customers", customers),
                        (row, n) -> new Theme(row.getLong(1), row.getLong(2), Topic.of(row.getString(3))))
                .stream()
                .filter(theme -> !theme.topic().isEmpty())
                .toList();
    }

    private List<Long> ids(String sql, Collection<Long> ids) {
        return named.queryForList(sql, Map.of("ids", ids), Long.class);
    }

    void move(Map<Long, Long> journeyByCase) {
        named.getJdbcTemplate()
                .batchUpdate(
                        "UPDATE journey_case SET journey_id = ? WHERE id = ?",
                        journeyByCase.entrySet().stream()
                                .map(entry -> new Object[] {entry.getValue(), entry.getKey()})
                                .toList());
    }
}
