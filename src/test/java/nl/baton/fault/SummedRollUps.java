package nl.baton.fault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the live roll-ups against the sums of the handoffs, findings and touchpoints that they are to hold. */
final class SummedRollUps {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final double LOG_BASE = Math.log(1.01 / 0.99);
    private static final String LIVE = " JOIN figures_generation g ON g.generation = x.generation AND g.state = 'LIVE'";
    private static final String LANE_COUNTS = """
            x.handoffs, x.journeys, x.ping_pongs, x.returns, x.bounced, x.judged, x.judged_broken, x.unjudged_broken,
            x.wait_ms, x.first_handoffs, x.first_handoffs_from, x.first_handoffs_to, x.first_ping_pongs,
            x.first_ping_pongs_from, x.first_ping_pongs_to, x.first_returns, x.first_returns_from, x.first_returns_to,
            x.pending""";

    private static final String RULE_COUNTS = "x.judged_broken, x.unjudged_broken, x.judged, x.exempt, x.dismissed";

    private final JdbcClient database;
    private final Map<String, long[]> sums = new TreeMap<>();
    private final Set<LocalDate> moved;
    private final boolean buckets;

    private SummedRollUps(JdbcClient database) {
        this.database = database;
        this.moved = Set.copyOf(database.sql("SELECT DISTINCT x.month_start FROM moved_month x" + LIVE)
                .query(LocalDate.class)
                .list());
        this.buckets = database.sql("SELECT wait_buckets FROM figures_generation WHERE state = 'LIVE'")
                .query(Boolean.class)
                .single();
    }

    static List<String> differences(JdbcClient database) {
        var summed = new SummedRollUps(database);
        summed.handoffs();
        summed.findings();
        summed.windows();
        summed.pending();
        summed.touchpoints();
        summed.whole();
        summed.sums.values().removeIf(sum -> Arrays.stream(sum).allMatch(count -> count == 0));
        return summed.compare();
    }

    private void handoffs() {
        database.sql("SELECT x.* FROM handoff x" + LIVE).query(row -> {
            boolean ended = row.getObject("leg_ended_at", LocalDateTime.class) != null;
            boolean broken = row.getBoolean("broken");
            long wait = row.getLong("wait_ms");
            var counts = new long[19];
            counts[0] = 1;
            counts[1] = row.getBoolean("first_on_lane") ? 1 : 0;
            counts[2] = row.getBoolean("ping_pong") ? 1 : 0;
            counts[3] = row.getBoolean("is_return") ? 1 : 0;
            counts[4] = row.getBoolean("bounced") ? 1 : 0;
            counts[5] = ended ? 1 : 0;
            counts[6] = ended && broken ? 1 : 0;
            counts[7] = !ended && broken ? 1 : 0;
            counts[8] = wait;
            for (int bit = 0; bit < 9; bit++) {
                counts[9 + bit] = row.getInt("firsts") >> bit & 1;
            }
            LocalDate day = row.getObject("pickup_day", LocalDate.class);
            String key = row.getLong("lane_id") + " " + row.getLong("journey_type_id") + " ";
            for (String span : spans(day)) {
                add("lane_span " + key + span, counts);
            }
            for (String span : buckets ? summedUp(day) : List.<String>of()) {
                for (long type : new long[] {row.getLong("journey_type_id"), 0}) {
                    String waits = "lane_span_wait " + row.getLong("lane_id") + " " + type + " " + span + " ";
                    add(waits + bucket(wait), 1, 0);
                    add(waits + bucket(row.getLong("business_wait_ms")), 0, 1);
                }
            }
        });
    }

    /** Dismissed ones count by themselves; what only days make certain counts as certain in no roll-up. */
    private void findings() {
        database.sql("SELECT x.lane_id, x.journey_type_id, x.pickup_day, x.leg_ended_at, f.rule, f.known, f.dismissed"
                        + " FROM handoff x JOIN finding f ON f.handoff_id = x.id" + LIVE)
                .query(row -> {
                    String known = row.getString(6);
                    boolean dismissed = row.getBoolean(7);
                    boolean certain =
                            known.equals("O") || known.equals("L") && row.getObject(4, LocalDateTime.class) != null;
                    rule(
                            row,
                            row.getString(5),
                            !dismissed && certain ? 1 : 0,
                            !dismissed && !certain ? 1 : 0,
                            0,
                            0,
                            dismissed ? 1 : 0);
                });
    }

    private void windows() {
        database.sql("SELECT x.lane_id, x.journey_type_id, x.pickup_day, x.judged_rules, x.exempt_rules"
                        + " FROM handoff x" + LIVE)
                .query(row -> {
                    for (String judged : codes(row.getString(4))) {
                        rule(row, judged, 0, 0, 1, 0, 0);
                    }
                    for (String exempt : codes(row.getString(5))) {
                        rule(row, exempt, 0, 0, 0, 1, 0);
                    }
                });
    }

    private static String[] codes(@Nullable String joined) {
        return joined == null ? new String[0] : joined.split(",");
    }

    /** @param row begins with a lane, a journey type and a day */
    private void rule(ResultSet row, String rule, long... counts) throws SQLException {
        for (String span : spans(row.getObject(3, LocalDate.class))) {
            add("lane_span_rule " + row.getLong(1) + " " + row.getLong(2) + " " + span + " " + rule, counts);
        }
    }

    /** A journey counts on the first day on which a department had to do with it. */
    private void touchpoints() {
        Set<Long> begun = new HashSet<>();
        database.sql("""
                SELECT j.id, j.journey_type_id, t.started_at, t.department_id FROM touchpoint t
                    JOIN journey_case c ON c.id = t.case_id JOIN journey j ON j.id = c.journey_id
                ORDER BY j.id, t.started_at""").query(row -> {
            LocalDate day = row.getObject(3, LocalDateTime.class)
                    .atZone(ZoneOffset.UTC)
                    .withZoneSameInstant(ZONE)
                    .toLocalDate();
            boolean known = row.getObject(4, Long.class) != null;
            boolean first = known && begun.add(row.getLong(1));
            for (String span : spans(day)) {
                add("summary_span " + row.getLong(2) + " " + span, known ? 1 : 0, known ? 0 : 1, first ? 1 : 0);
            }
        });
    }

    private void pending() {
        database.sql("SELECT x.lane_id, x.journey_type_id FROM pending_pass x" + LIVE + " WHERE x.cancelled = FALSE")
                .query(row -> {
                    var counts = new long[19];
                    counts[18] = 1;
                    add("lane_span " + row.getLong(1) + " " + row.getLong(2) + " A 1970-01-01", counts);
                });
    }

    /** All there is is what months were when they were summed up, and is read together with those that moved since. */
    private void whole() {
        whole("lane_span", "x.lane_id, x.journey_type_id", 2, LANE_COUNTS, 19);
        whole("lane_span_rule", "x.lane_id, x.journey_type_id, x.rule", 3, RULE_COUNTS, 5);
        whole("lane_span_wait", "x.lane_id, x.journey_type_id, x.bucket", 3, "x.handoffs, x.business_handoffs", 2);
        whole("summary_span", "x.journey_type_id", 1, "x.with_department, x.without_department, x.journeys", 3);
    }

    private void whole(String table, String keys, int keyCount, String counts, int count) {
        database.sql("SELECT " + keys + ", " + counts + " FROM " + table + " x" + LIVE + " WHERE x.span = 'M'")
                .query(row -> {
                    var key = new ArrayList<String>();
                    for (int i = 1; i <= keyCount; i++) {
                        key.add(row.getString(i));
                    }
                    // behind the lane and the type, before the rule or the bucket
                    key.add(Math.min(2, keyCount), "A 1970-01-01");
                    var values = new long[count];
                    for (int i = 0; i < count; i++) {
                        values[i] = row.getLong(keyCount + 1 + i);
                    }
                    add(table + " " + String.join(" ", key), values);
                });
    }

    /** A day counts by itself, and where its month is summed up. */
    private List<String> spans(LocalDate day) {
        var spans = new ArrayList<>(summedUp(day));
        spans.add("D " + day);
        return spans;
    }

    /** Where months are of which nothing has moved since; what moves is not there yet, and read by its days. */
    private List<String> summedUp(LocalDate day) {
        LocalDate month = day.withDayOfMonth(1);
        return moved.contains(month) ? List.of() : List.of("M " + month);
    }

    private static int bucket(long wait) {
        return wait < 1_000 ? 0 : 1 + (int) Math.ceil(Math.log(wait / 1_000.0) / LOG_BASE);
    }

    private void add(String key, long... counts) {
        long[] sum = sums.computeIfAbsent(key, any -> new long[counts.length]);
        for (int i = 0; i < counts.length; i++) {
            sum[i] += counts[i];
        }
    }

    private List<String> compare() {
        Map<String, long[]> stored = new TreeMap<>();
        String span = "x.lane_id, x.journey_type_id, x.span, x.span_start";
        read("lane_span", span, 4, LANE_COUNTS, 19, stored);
        read("lane_span_wait", span + ", x.bucket", 5, "x.handoffs, x.business_handoffs", 2, stored);
        read("lane_span_rule", span + ", x.rule", 5, RULE_COUNTS, 5, stored);
        read(
                "summary_span",
                "x.journey_type_id, x.span, x.span_start",
                3,
                "x.with_department, x.without_department, x.journeys",
                3,
                stored);
        var differences = new ArrayList<String>();
        sums.forEach((key, sum) -> {
            long[] there = stored.remove(key);
            if (!Arrays.equals(sum, there)) {
                differences.add(key + " is " + Arrays.toString(there) + ", the sum is " + Arrays.toString(sum));
            }
        });
        stored.forEach((key, there) -> differences.add(key + " is " + Arrays.toString(there) + ", there is nothing"));
        return differences;
    }

    private void read(String table, String keys, int keyCount, String counts, int count, Map<String, long[]> into) {
        database.sql("SELECT " + keys + ", " + counts + " FROM " + table + " x" + LIVE)
                .query(row -> {
                    var key = new StringBuilder(table);
                    for (int i = 1; i <= keyCount; i++) {
                        key.append(' ').append(row.getString(i));
                    }
                    var values = new long[count];
                    for (int i = 0; i < count; i++) {
                        values[i] = row.getLong(keyCount + 1 + i);
                    }
                    if (moved.stream().noneMatch(month -> key.toString().contains(" M " + month))) {
                        into.put(key.toString(), values);
                    }
                });
    }
}
