package nl.baton.handoff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.BatonProperties;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.base.UtcTime;
import nl.baton.handoff.HandoffTable.Row;
import nl.baton.handoff.LaneQuery.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the handoffs of one lane, a page at a time, and its waits. */
@Component
class LaneEvidenceQuery {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate named;
    private final LaneQuery lanes;
    private final LaneTotals totals;
    private final Generations generations;
    private final ZoneId zone;

    LaneEvidenceQuery(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate named,
            LaneQuery lanes,
            LaneTotals totals,
            Generations generations,
            BatonProperties properties) {
        this.generations = generations;
        this.totals = totals;
        this.zone = properties.zone();
        this.jdbc = jdbc;
        this.named = named;
        this.lanes = lanes;
    }

    private record Condition(StringBuilder sql, List<Object> parameters) {

        Condition and(String more, Object... values) {
            sql.append(" AND ").append(more);
            parameters.addAll(List.of(values));
            return this;
        }
    }

    /**
     * The last picked up first, of one moment those that waited longest: as an index has them.
     *
     * @param lane null for all lanes that the department (null for all) is an end of
     */
    Page<Row> handoffs(
            LaneFilter filter,
            @Nullable Long lane,
            @Nullable Long department,
            LaneEvidence.Which which,
            int offset,
            int limit) {
        Condition where = lane == null ? handoffsOf(filter, department) : handoffsOn(filter, lane);
        switch (which) {
            case LaneEvidence.Which.All all -> {}
            case LaneEvidence.Which.Broken broken -> {
                where.and("(h.leg_ended_at IS NOT NULL OR h.picked_up_at <= ?)", UtcTime.of(lanes.elapsedBefore()));
                brokenBy(filter.rule(), where);
            }
            case LaneEvidence.Which.PingPongs pingPongs -> where.and("h.ping_pong = TRUE");
            case LaneEvidence.Which.NotPickedUp pending -> throw new IllegalArgumentException("These are no handoffs");
            case LaneEvidence.Which.Returns returns -> where.and("h.is_return = TRUE");
            case LaneEvidence.Which.ByRule(String rule) -> brokenBy(rule, where);
        }
        long total = totals.of(new Scope(filter, department, lane), which);
        where.parameters.add(limit);
        where.parameters.add(offset);
        List<Long> ids = jdbc.sql("SELECT h.id FROM handoff h WHERE " + where.sql
                        + " ORDER BY h.picked_up_at DESC, h.business_wait_ms DESC, h.id DESC LIMIT ? OFFSET ?")
                .params(where.parameters)
                .query(Long.class)
                .list();
        return new Page<>(total, byIds(ids));
    }

    private static void brokenBy(@Nullable String rule, Condition where) {
        if (rule == null) {
            where.and("h.broken = TRUE");
        } else {
            where.and("EXISTS (SELECT 1 FROM finding f WHERE f.handoff_id = h.id AND f.rule = ?)", rule);
        }
    }

    private List<Row> byIds(List<Long> ids) {
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
    record PendingRow(long journeyId, long laneId, Instant passedAt, int chases) {}

    /** Pending passes, those that wait longest first. */
    Page<PendingRow> pending(
            LaneFilter filter, @Nullable Long lane, @Nullable Long department, Instant now, int offset, int limit) {
        var where = new Condition(
                new StringBuilder("p.generation = ? AND p.grain = ?"),
                new ArrayList<>(List.of(generations.live(), filter.grain().name())));
        where.and("p.overdue_at < ?", UtcTime.of(now));
        Long type = filter.journeyType();
        if (type != null) {
            where.and("p.journey_type_id = ?", type);
        }
        if (lane != null) {
            where.and("p.lane_id = ?", lane);
        }
        if (department != null) {
            where.and("(l.from_department_id = ? OR l.to_department_id = ?)", department, department);
        }
        String from = " FROM pending_pass p JOIN lane l ON l.id = p.lane_id WHERE " + where.sql;
        long total = jdbc.sql("SELECT COUNT(*)" + from)
                .params(where.parameters)
                .query(Long.class)
                .single();
        where.parameters.add(limit);
        where.parameters.add(offset);
        return new Page<>(
                total,
                jdbc.sql("SELECT p.journey_id, p.lane_id, p.passed_at, p.chases" + from
                                + " ORDER BY p.passed_at, p.journey_id LIMIT ? OFFSET ?")
                        .params(where.parameters)
                        .query((row, n) -> new PendingRow(
                                row.getLong(1),
                                row.getLong(2),
                                UtcTime.instant(row.getObject(3, LocalDateTime.class)),
                                row.getInt(4)))
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
        Condition where = handoffsOn(filter, laneId);
        return jdbc
                .sql("SELECT h.business_wait_ms FROM handoff h WHERE " + where.sql)
                .params(where.parameters)
                .query(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    private Condition handoffsOf(LaneFilter filter, @Nullable Long department) {
        var where = new Condition(
                new StringBuilder("h.generation = ? AND h.grain = ?"),
                new ArrayList<>(List.of(generations.live(), filter.grain().name())));
        if (department != null) {
            where.and(
                    "h.lane_id IN (SELECT id FROM lane WHERE from_department_id = ? OR to_department_id = ?)",
                    department,
                    department);
        }
        return narrowed(filter, where);
    }

    private Condition handoffsOn(LaneFilter filter, long laneId) {
        return narrowed(
                filter,
                new Condition(
                        new StringBuilder("h.lane_id = ? AND h.generation = ?"),
                        new ArrayList<>(List.of(laneId, generations.live()))));
    }

    private Condition narrowed(LaneFilter filter, Condition where) {
        Long type = filter.journeyType();
        if (type != null) {
            where.and("h.journey_type_id = ?", type);
        }
        Period period = filter.period();
        if (period != null) {
            // as moments, which an index has in order; the last day's end is the next one's beginning
            where.and("h.picked_up_at >= ?", beginningOf(period.from()));
            where.and("h.picked_up_at < ?", beginningOf(period.to().plusDays(1)));
        }
        return where;
    }

    private LocalDateTime beginningOf(LocalDate day) {
        return UtcTime.of(day.atStartOfDay(zone).toInstant());
    }
}
