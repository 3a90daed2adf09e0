package nl.baton.handoff;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.baton.handoff.JourneyJudge.JourneyDay;
import nl.baton.handoff.JourneyJudge.StoredPendingPass;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Differences to the roll-ups, gathered over some journeys and written at once. All are whole numbers: what was added for
 * a handoff is taken off again exactly when the handoff changes.
 */
final class RollUps {

    private static final String LANE = "generation, lane_id, span, span_start, journey_type_id";
    private static final Table LANES = new Table(
            "lane_span",
            LANE,
            "handoffs, journeys, ping_pongs, returns, bounced, judged, judged_broken, unjudged_broken, wait_ms,"
                    + " first_handoffs, first_handoffs_from, first_handoffs_to,"
                    + " first_ping_pongs, first_ping_pongs_from, first_ping_pongs_to,"
                    + " first_returns, first_returns_from, first_returns_to, pending");
    private static final Table RULES = new Table("lane_span_rule", LANE + ", rule", "judged_broken, unjudged_broken");
    private static final Table WAITS = new Table("lane_span_wait", LANE + ", bucket", "handoffs, business_handoffs");
    private static final Table DAYS = new Table(
            "summary_span",
            "generation, span, span_start, journey_type_id",
            "with_department, without_department, journeys");

    private static final int FIRSTS = 9;
    private static final int PENDING = 18;

    private final int generation;
    private final Map<LaneKey, long[]> lanes = new HashMap<>();
    private final Map<RuleKey, long[]> rules = new HashMap<>();
    private final Map<WaitKey, long[]> waits = new HashMap<>();
    private final Map<DayKey, long[]> days = new HashMap<>();

    RollUps(int generation) {
        this.generation = generation;
    }

    /** What a row is found by; in one order for all who write, so that they wait for each other and never in a ring. */
    private interface Key<K> extends Comparable<K> {

        /** Its columns but the generation. */
        List<Object> columns();
    }

    private record LaneKey(long lane, Span span, LocalDate start, long type) implements Key<LaneKey> {

        @Override
        public List<Object> columns() {
            return List.of(lane, span.code(), Date.valueOf(start), type);
        }

        @Override
        public int compareTo(LaneKey other) {
            int order = Long.compare(lane, other.lane);
            order = order != 0 ? order : span.compareTo(other.span);
            order = order != 0 ? order : start.compareTo(other.start);
            return order != 0 ? order : Long.compare(type, other.type);
        }
    }

    private record RuleKey(LaneKey lane, String rule) implements Key<RuleKey> {

        @Override
        public List<Object> columns() {
            return with(lane.columns(), rule);
        }

        @Override
        public int compareTo(RuleKey other) {
            int order = lane.compareTo(other.lane);
            return order != 0 ? order : rule.compareTo(other.rule);
        }
    }

    private record WaitKey(LaneKey lane, int bucket) implements Key<WaitKey> {

        @Override
        public List<Object> columns() {
            return with(lane.columns(), bucket);
        }

        @Override
        public int compareTo(WaitKey other) {
            int order = lane.compareTo(other.lane);
            return order != 0 ? order : Integer.compare(bucket, other.bucket);
        }
    }

    private record DayKey(Span span, LocalDate start, long type) implements Key<DayKey> {

        @Override
        public List<Object> columns() {
            return List.of(span.code(), Date.valueOf(start), type);
        }

        @Override
        public int compareTo(DayKey other) {
            int order = span.compareTo(other.span);
            order = order != 0 ? order : start.compareTo(other.start);
            return order != 0 ? order : Long.compare(type, other.type);
        }
    }

    private static List<Object> with(List<Object> columns, Object last) {
        var all = new ArrayList<>(columns);
        all.add(last);
        return all;
    }

    /** @param sign 1 to count the handoff in, -1 to take it off */
    void count(StoredHandoff handoff, int sign) {
        for (Span span : Span.values()) {
            count(
                    new LaneKey(handoff.laneId(), span, span.startOf(handoff.day()), handoff.journeyTypeId()),
                    handoff,
                    sign);
        }
    }

    private void count(LaneKey key, StoredHandoff handoff, int sign) {
        long[] counts = lanes.computeIfAbsent(key, any -> LANES.zeros());
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
        for (int bit = 0; FIRSTS + bit < PENDING; bit++) {
            counts[FIRSTS + bit] += (handoff.firsts() >> bit & 1) * sign;
        }
        waits.computeIfAbsent(new WaitKey(key, WaitBuckets.of(handoff.waitMillis())), any -> WAITS.zeros())[0] += sign;
        waits.computeIfAbsent(new WaitKey(key, WaitBuckets.of(handoff.businessWaitMillis())), any -> WAITS.zeros())[
                1] += sign;
        for (Finding finding : handoff.findings()) {
            rules.computeIfAbsent(new RuleKey(key, finding.rule()), any -> RULES.zeros())[ended ? 0 : 1] += sign;
        }
    }

    /** A pass that nobody has begun is of this moment, and of no day. */
    void count(StoredPendingPass pass, int sign) {
        var key = new LaneKey(pass.laneId(), Span.ALL, Span.ALL.startOf(LocalDate.EPOCH), pass.journeyTypeId());
        lanes.computeIfAbsent(key, any -> LANES.zeros())[PENDING] += sign;
    }

    void count(JourneyDay day, int sign) {
        for (Span span : Span.values()) {
            long[] counts = days.computeIfAbsent(
                    new DayKey(span, span.startOf(day.day()), day.journeyTypeId()), any -> DAYS.zeros());
            counts[0] += (long) sign * day.withDepartment();
            counts[1] += (long) sign * day.withoutDepartment();
            counts[2] += day.first() ? sign : 0;
        }
    }

    void write(JdbcTemplate jdbc) {
        LANES.move(jdbc, generation, lanes);
        RULES.move(jdbc, generation, rules);
        WAITS.move(jdbc, generation, waits);
        DAYS.move(jdbc, generation, days);
    }

    /** A table of counts, and the statements that move them. */
    private static final class Table {

        private final int counts;
        private final String upsert;
        private final String delete;

        Table(String name, String keys, String counts) {
            List<String> keyColumns = List.of(keys.split(", "));
            List<String> countColumns = List.of(counts.split(", "));
            this.counts = countColumns.size();
            this.upsert = "INSERT INTO " + name + " (" + keys + ", " + counts + ") VALUES ("
                    + String.join(", ", Collections.nCopies(keyColumns.size() + countColumns.size(), "?"))
                    + ") ON DUPLICATE KEY UPDATE "
                    + countColumns.stream()
                            .map(count -> count + " = " + count + " + VALUES(" + count + ")")
                            .collect(Collectors.joining(", "));
            this.delete = "DELETE FROM " + name + " WHERE "
                    + keyColumns.stream().map(key -> key + " = ?").collect(Collectors.joining(" AND ")) + " AND "
                    + countColumns.stream().map(count -> count + " = 0").collect(Collectors.joining(" AND "));
        }

        long[] zeros() {
            return new long[counts];
        }

        /** Moves rows by their difference; a row that comes to nothing goes. */
        <K extends Key<K>> void move(JdbcTemplate jdbc, int generation, Map<K, long[]> differences) {
            var moved = new ArrayList<Object[]>();
            var lessened = new ArrayList<Object[]>();
            new TreeMap<>(differences).forEach((key, difference) -> {
                if (Arrays.stream(difference).allMatch(count -> count == 0)) {
                    return;
                }
                var values = new ArrayList<Object>();
                values.add(generation);
                values.addAll(key.columns());
                if (Arrays.stream(difference).anyMatch(count -> count < 0)) {
                    lessened.add(values.toArray());
                }
                Arrays.stream(difference).forEach(values::add);
                moved.add(values.toArray());
            });
            jdbc.batchUpdate(upsert, moved);
            jdbc.batchUpdate(delete, lessened);
        }
    }
}
