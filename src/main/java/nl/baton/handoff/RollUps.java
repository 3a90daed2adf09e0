package nl.baton.handoff;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.baton.handoff.JourneyJudge.JourneyDay;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Differences to the daily roll-ups, gathered over some journeys and written at once. All are whole numbers: what was
 * added for a handoff is taken off again exactly when the handoff changes.
 */
final class RollUps {

    private static final List<String> LANE_DAY = List.of("generation", "lane_id", "pickup_day", "journey_type_id");
    private static final List<String> LANE_COUNTS = List.of(
            "handoffs",
            "journeys",
            "ping_pongs",
            "returns",
            "bounced",
            "judged",
            "judged_broken",
            "unjudged_broken",
            "wait_ms",
            "first_handoffs",
            "first_handoffs_from",
            "first_handoffs_to",
            "first_ping_pongs",
            "first_ping_pongs_from",
            "first_ping_pongs_to",
            "first_returns",
            "first_returns_from",
            "first_returns_to");
    private static final int BEFORE_FIRSTS = 9;

    private final int generation;
    private final Map<List<Object>, long[]> lanes = new HashMap<>();
    private final Map<List<Object>, long[]> rules = new HashMap<>();
    private final Map<List<Object>, long[]> waits = new HashMap<>();
    private final Map<List<Object>, long[]> days = new HashMap<>();

    RollUps(int generation) {
        this.generation = generation;
    }

    /** @param sign 1 to count the handoff in, -1 to take it off */
    void count(StoredHandoff handoff, int sign) {
        List<Object> key = List.of(generation, handoff.laneId(), handoff.day(), handoff.journeyTypeId());
        long[] counts = lanes.computeIfAbsent(key, any -> new long[LANE_COUNTS.size()]);
        boolean ended = handoff.legEnded();
        boolean broken = handoff.broken();
        counts[0] += sign;
        counts[1] += handoff.firstOnLane() ? sign : 0;
        counts[2] += handoff.pingPong() ? sign : 0;
        counts[3] += handoff.isReturn() ? sign : 0;
        counts[4] += handoff.bounced() ? sign : 0;
        counts[5] += ended ? sign : 0;
        counts[6] += ended && broken ? sign : 0;
        counts[7] += !ended && broken ? sign : 0;
        counts[8] += sign * handoff.waitMillis();
        for (int bit = 0; bit + BEFORE_FIRSTS < counts.length; bit++) {
            counts[BEFORE_FIRSTS + bit] += (handoff.firsts() >> bit & 1) * sign;
        }
        add(waits, with(key, WaitBuckets.of(handoff.waitMillis())), sign);
        for (Finding finding : handoff.findings()) {
            add(rules, with(key, finding.rule()), ended ? sign : 0, ended ? 0 : sign);
        }
    }

    void count(JourneyDay day, int sign) {
        add(
                days,
                List.of(generation, day.journeyTypeId(), day.day()),
                sign * day.withDepartment(),
                sign * day.withoutDepartment(),
                day.first() ? sign : 0);
    }

    private static List<Object> with(List<Object> key, Object last) {
        return List.of(key.get(0), key.get(1), key.get(2), key.get(3), last);
    }

    private static void add(Map<List<Object>, long[]> table, List<Object> key, int... counts) {
        long[] sums = table.computeIfAbsent(key, any -> new long[counts.length]);
        for (int i = 0; i < counts.length; i++) {
            sums[i] += counts[i];
        }
    }

    void write(JdbcTemplate jdbc) {
        write(jdbc, "lane_day", LANE_DAY, LANE_COUNTS, lanes);
        write(jdbc, "lane_day_rule", plus("rule"), List.of("judged_broken", "unjudged_broken"), rules);
        write(jdbc, "lane_day_wait", plus("bucket"), List.of("handoffs"), waits);
        write(
                jdbc,
                "summary_day",
                List.of("generation", "journey_type_id", "touchpoint_day"),
                List.of("with_department", "without_department", "journeys"),
                days);
    }

    private static List<String> plus(String column) {
        var columns = new ArrayList<>(LANE_DAY);
        columns.add(column);
        return columns;
    }

    /** Moves rows by their difference; a row that comes to nothing goes. Keys are sorted, so that two writers never wait for each other. */
    private static void write(
            JdbcTemplate jdbc, String table, List<String> keys, List<String> counts, Map<List<Object>, long[]> rows) {
        var moved = new ArrayList<Object[]>();
        var lessened = new ArrayList<Object[]>();
        rows.entrySet().stream()
                .filter(row -> Arrays.stream(row.getValue()).anyMatch(count -> count != 0))
                .sorted((a, b) -> compare(a.getKey(), b.getKey()))
                .forEach(row -> {
                    var values = new ArrayList<Object>();
                    row.getKey().forEach(part -> values.add(part instanceof LocalDate day ? Date.valueOf(day) : part));
                    if (Arrays.stream(row.getValue()).anyMatch(count -> count < 0)) {
                        lessened.add(values.toArray());
                    }
                    Arrays.stream(row.getValue()).forEach(values::add);
                    moved.add(values.toArray());
                });
        jdbc.batchUpdate(
                "INSERT INTO " + table + " (" + String.join(", ", keys) + ", " + String.join(", ", counts)
                        + ") VALUES ("
                        + IntStream.range(0, keys.size() + counts.size())
                                .mapToObj(i -> "?")
                                .collect(Collectors.joining(", "))
                        + ") ON DUPLICATE KEY UPDATE "
                        + counts.stream()
                                .map(count -> count + " = " + count + " + VALUES(" + count + ")")
                                .collect(Collectors.joining(", ")),
                moved);
        jdbc.batchUpdate(
                "DELETE FROM " + table + " WHERE "
                        + keys.stream().map(key -> key + " = ?").collect(Collectors.joining(" AND ")) + " AND "
                        + counts.stream().map(count -> count + " = 0").collect(Collectors.joining(" AND ")),
                lessened);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int compare(List<Object> a, List<Object> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = ((Comparable) a.get(i)).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
