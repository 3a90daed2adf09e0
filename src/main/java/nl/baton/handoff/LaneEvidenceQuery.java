package nl.baton.handoff;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import nl.baton.base.Page;
import nl.baton.base.UtcTime;
import nl.baton.handoff.HandoffTable.Row;
import nl.baton.handoff.LaneConditions.Condition;
import nl.baton.handoff.LaneConditions.Reading;
import nl.baton.handoff.LaneConditions.Scope;
import nl.baton.handoff.LaneReach.Depth;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the handoffs of one lane, a page at a time, and its waits. */
@Component
class LaneEvidenceQuery {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate named;
    private final LaneConditions lanes;
    private final LaneQuery figures;
    private final LaneTotals totals;
    private final WaitQuery waits;
    private final RuleBook rules;
    private final LaneReach reach;
    private final LaneSliceQuery slices;

    LaneEvidenceQuery(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate named,
            LaneConditions lanes,
            LaneQuery figures,
            LaneTotals totals,
            WaitQuery waits,
            RuleBook rules,
            LaneReach reach,
            LaneSliceQuery slices) {
        this.reach = reach;
        this.slices = slices;
        this.rules = rules;
        this.waits = waits;
        this.jdbc = jdbc;
        this.named = named;
        this.lanes = lanes;
        this.figures = figures;
        this.totals = totals;
    }

    /**
     * The last picked up first, of one moment those that waited longest: as an index has them.
     *
     * @param lane null for all lanes that the department (null for all) is an end of
     */
    Page<Row> handoffs(
            LaneFilter asked,
            @Nullable Long lane,
            @Nullable Long department,
            LaneEvidence.Which which,
            int offset,
            int limit) {
        LaneFilter filter = lane != null && which instanceof LaneEvidence.Which.Slice(LaneSlice slice)
                ? reach.of(asked, lane, Depth.of(slice)).filter()
                : asked;
        Reading reading = figures.read(new Scope(filter, department, lane));
        Condition where = lanes.handoffs(reading);
        var sql = new StringBuilder(where.sql());
        var parameters = new ArrayList<>(where.parameters());
        switch (which) {
            case LaneEvidence.Which.All all -> {}
            case LaneEvidence.Which.Broken broken -> {
                judged(filter.rule(), sql, parameters);
                brokenBy(filter.rule(), sql, parameters);
            }
            case LaneEvidence.Which.PingPongs pingPongs -> sql.append(" AND h.ping_pong = TRUE");
            case LaneEvidence.Which.NotPickedUp pending -> throw new IllegalArgumentException("These are no handoffs");
            case LaneEvidence.Which.AtStake atStake -> throw new IllegalArgumentException("Customers, each once");
            case LaneEvidence.Which.Returns returns -> sql.append(" AND h.is_return = TRUE");
            case LaneEvidence.Which.ByRule(String rule) -> brokenBy(rule, sql, parameters);
            case LaneEvidence.Which.Slice(LaneSlice slice) -> slices.narrow(filter, slice, sql, parameters);
            case LaneEvidence.Which.Dismissed(String rule) -> found(rule, true, sql, parameters);
        }
        long total = totals.of(reading, which);
        parameters.add(limit);
        parameters.add(offset);
        List<Long> ids = jdbc.sql("SELECT h.id FROM handoff h WHERE " + sql
                        + " ORDER BY h.picked_up_at DESC, h.business_wait_ms DESC, h.id DESC LIMIT ? OFFSET ?")
                .params(parameters)
                .query(Long.class)
                .list();
        return new Page<>(total, byIds(ids));
    }

    private static void brokenBy(@Nullable String rule, StringBuilder sql, List<Object> parameters) {
        if (rule == null) {
            sql.append(" AND h.broken = TRUE");
        } else {
            found(rule, false, sql, parameters);
        }
    }

    private static void found(String rule, boolean dismissed, StringBuilder sql, List<Object> parameters) {
        sql.append(
                " AND EXISTS (SELECT 1 FROM finding f WHERE f.handoff_id = h.id AND f.rule = ? AND f.dismissed = ?)");
        parameters.add(rule);
        parameters.add(dismissed);
    }

    /** Only those that count in the rate: of the rule's own window, where it has one. */
    private void judged(@Nullable String rule, StringBuilder sql, List<Object> parameters) {
        Window window = rule == null ? Window.OF_LEG : rules.window(rule);
        switch (window.kind()) {
            case LEG -> {
                sql.append(" AND (h.leg_ended_at IS NOT NULL OR h.picked_up_at <= ?)");
                parameters.add(UtcTime.of(figures.elapsedBefore()));
            }
            case DAYS -> {
                sql.append(" AND h.picked_up_at <= ?");
                parameters.add(UtcTime.of(figures.elapsedBefore(window.days())));
            }
            case OWN -> {}
        }
    }

    List<Row> byIds(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Finding>> findings = new HashMap<>();
        named.query("SELECT * FROM finding WHERE handoff_id IN (:ids) ORDER BY rule", Map.of("ids", ids), row -> {
            findings.computeIfAbsent(row.getLong("handoff_id"), id -> new ArrayList<>())
                    .add(HandoffTable.finding(row));
        });
        return named.query(
                "SELECT * FROM handoff WHERE id IN (:ids) ORDER BY picked_up_at DESC, business_wait_ms DESC, id DESC",
                Map.of("ids", ids),
                (row, n) -> new Row(
                        row.getLong("id"),
                        HandoffTable.read(row, findings.getOrDefault(row.getLong("id"), List.of()))));
    }

    /** A pass that nobody has begun. */
    record PendingRow(long journeyId, long laneId, Instant passedAt, int chases, long agreedMillis) {}

    /** Pending passes, those that wait longest first. */
    Page<PendingRow> pending(
            LaneFilter filter, @Nullable Long lane, @Nullable Long department, Instant now, int offset, int limit) {
        Reading reading = figures.read(new Scope(filter, department, lane));
        Condition where = LaneConditions.pending(reading);
        var parameters = new ArrayList<>(where.parameters());
        parameters.add(UtcTime.of(now));
        parameters.add(limit);
        parameters.add(offset);
        return new Page<>(
                figures.pending(reading).getLast(),
                jdbc.sql("""
                        SELECT p.journey_id, p.lane_id, p.passed_at, p.chases, p.agreed_ms
                        FROM pending_pass p JOIN lane l ON l.id = p.lane_id
                        WHERE %s AND p.overdue_at < ? ORDER BY p.passed_at, p.journey_id LIMIT ? OFFSET ?""".formatted(where.sql()))
                        .params(parameters)
                        .query((row, n) -> new PendingRow(
                                row.getLong(1),
                                row.getLong(2),
                                UtcTime.instant(row.getObject(3, LocalDateTime.class)),
                                row.getInt(4),
                                row.getLong(5)))
                        .list());
    }

    /** The ends of lanes. */
    record LaneEnds(long laneId, long from, long to) {}

    List<LaneEnds> ends(Collection<Long> laneIds) {
        return laneIds.isEmpty()
                ? List.of()
                : named.query(
                        "SELECT id, from_id, to_id FROM lane WHERE id IN (:ids)",
                        Map.of("ids", laneIds),
                        (row, n) -> new LaneEnds(row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    /** Business waits of the lane, sorted, in milliseconds. */
    long[] businessWaits(LaneFilter filter, long laneId) {
        Condition where = lanes.handoffs(figures.read(new Scope(filter, null, laneId)));
        return jdbc
                .sql("SELECT h.business_wait_ms FROM handoff h WHERE " + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    /** How many handoffs of the lane are in each bucket of business waits. */
    SortedMap<Integer, Long> businessWaitBuckets(LaneFilter filter, long laneId) {
        WaitQuery.Buckets lane =
                waits.waitBuckets(figures.read(new Scope(filter, null, laneId))).get(laneId);
        return lane == null ? Collections.emptySortedMap() : lane.business();
    }
}
