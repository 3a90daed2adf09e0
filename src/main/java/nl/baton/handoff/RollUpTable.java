package nl.baton.handoff;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.baton.base.CountRows;
import nl.baton.handoff.Span.Range;
import org.springframework.jdbc.core.JdbcTemplate;

/** A table of counts, and the statements that read and move them. */
final class RollUpTable<K extends RollUpKey<K>> {

    private static final List<String> TIME_AND_TYPE = List.of("generation", "span", "span_start", "journey_type_id");

    static final RollUpTable<RollUpKey.Lane> LANES = new RollUpTable<>(
            "lane_span",
            List.of("lane_id"),
            "handoffs, journeys, ping_pongs, returns, bounced, judged, judged_broken, unjudged_broken, wait_ms,"
                    + " first_handoffs, first_handoffs_from, first_handoffs_to,"
                    + " first_ping_pongs, first_ping_pongs_from, first_ping_pongs_to,"
                    + " first_returns, first_returns_from, first_returns_to, pending",
            RollUpTable::lane);
    static final RollUpTable<RollUpKey.Rule> RULES = new RollUpTable<>(
            "lane_span_rule",
            List.of("lane_id", "rule"),
            "judged_broken, unjudged_broken, judged, exempt, dismissed",
            (row, span, start) -> new RollUpKey.Rule(lane(row, span, start), row.getString("rule")));
    static final RollUpTable<RollUpKey.Wait> WAITS = new RollUpTable<>(
            "lane_span_wait",
            List.of("lane_id", "bucket"),
            "handoffs, business_handoffs",
            (row, span, start) -> new RollUpKey.Wait(lane(row, span, start), row.getInt("bucket")));
    static final RollUpTable<RollUpKey.Summary> SUMMARIES = new RollUpTable<>(
            "summary_span",
            List.of(),
            "with_department, without_department, journeys",
            (row, span, start) -> new RollUpKey.Summary(span, start, row.getLong("journey_type_id")));

    private final String name;
    private final List<String> keys;
    private final List<String> counts;
    private final KeyReader<K> reader;
    private final String upsert;
    private final String delete;

    private RollUpTable(String name, List<String> ofWhat, String counts, KeyReader<K> reader) {
        this.name = name;
        this.reader = reader;
        this.keys = new ArrayList<>(TIME_AND_TYPE);
        this.keys.addAll(ofWhat);
        this.counts = List.of(counts.split(", "));
        this.upsert = "INSERT INTO " + name + " (" + String.join(", ", keys) + ", " + counts + ") VALUES ("
                + String.join(", ", Collections.nCopies(keys.size() + this.counts.size(), "?"))
                + ") ON DUPLICATE KEY UPDATE "
                + this.counts.stream()
                        .map(count -> count + " = " + count + " + VALUES(" + count + ")")
                        .collect(Collectors.joining(", "));
        this.delete = "DELETE FROM " + name + " WHERE "
                + keys.stream().map(key -> key + " = ?").collect(Collectors.joining(" AND ")) + " AND "
                + this.counts.stream().map(count -> count + " = 0").collect(Collectors.joining(" AND "));
    }

    private interface KeyReader<K> {
        K read(ResultSet row, Span span, LocalDate start) throws SQLException;
    }

    private static RollUpKey.Lane lane(ResultSet row, Span span, LocalDate start) throws SQLException {
        return new RollUpKey.Lane(row.getLong("lane_id"), span, start, row.getLong("journey_type_id"));
    }

    long[] zeros() {
        return new long[counts.size()];
    }

    /**
     * Moves rows by their difference; a row that comes to nothing goes. In order, so that two who write the same rows wait
     * for each other, and never in a ring.
     */
    void move(JdbcTemplate jdbc, int generation, Map<K, long[]> differences) {
        var moved = new ArrayList<Object[]>();
        var lessened = new ArrayList<Object[]>();
        new TreeMap<>(differences).forEach((key, difference) -> {
            if (Arrays.stream(difference).allMatch(count -> count == 0)) {
                return;
            }
            var values = new ArrayList<Object>(keys.size() + difference.length);
            values.add(generation);
            values.addAll(key.columns());
            if (Arrays.stream(difference).anyMatch(count -> count < 0)) {
                lessened.add(values.toArray());
            }
            Arrays.stream(difference).forEach(values::add);
            moved.add(values.toArray());
        });
        CountRows.add(jdbc, upsert, moved);
        jdbc.batchUpdate(delete, lessened);
    }

    /** The sums over some spans, under the key of one span. */
    Map<K, long[]> sums(JdbcTemplate jdbc, int generation, Range over, Span span, LocalDate start) {
        List<String> others = keys.subList(TIME_AND_TYPE.size() - 1, keys.size());
        String group = String.join(", ", others);
        Map<K, long[]> sums = new HashMap<>();
        jdbc.query(
                "SELECT " + group + ", "
                        + counts.stream().map(count -> "SUM(" + count + ")").collect(Collectors.joining(", "))
                        + " FROM "
                        + name + " WHERE generation = ? AND span = ? AND span_start BETWEEN ? AND ? GROUP BY " + group,
                row -> {
                    long[] sum = zeros();
                    for (int i = 0; i < sum.length; i++) {
                        sum[i] = row.getLong(others.size() + 1 + i);
                    }
                    sums.put(reader.read(row, span, start), sum);
                },
                generation,
                over.span().code(),
                Date.valueOf(over.from()),
                Date.valueOf(over.to()));
        return sums;
    }
}
