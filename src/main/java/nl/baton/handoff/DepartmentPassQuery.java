package nl.baton.handoff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.handoff.DepartmentPasses.End;
import nl.baton.handoff.LaneEvidenceQuery.PendingRow;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the passes that wait at one end of a department's lanes. */
@Component
class DepartmentPassQuery {

    private final NamedParameterJdbcTemplate named;
    private final Generations generations;
    private final Departments departments;

    DepartmentPassQuery(NamedParameterJdbcTemplate named, Generations generations, Departments departments) {
        this.named = named;
        this.generations = generations;
        this.departments = departments;
    }

    /** A pass that waits, with when it is overdue. */
    record Row(PendingRow pass, Instant overdueAt) {}

    /** The lanes of departments that end, or begin, at this one. */
    private List<Long> lanes(long department, End end) {
        return named.queryForList(
                "SELECT id FROM lane WHERE grain = 'DEPARTMENT' AND " + end.column + " IN (:own)",
                Map.of("own", departments.survivors().readAs(department)),
                Long.class);
    }

    private Map<String, Object> parameters(List<Long> lanes, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("lanes", lanes);
        parameters.put("generation", generations.live());
        parameters.put("now", UtcTime.of(now));
        return parameters;
    }

    /** How many wait, and how many of them longer than agreed; what is counted one by one is of the last days. */
    long[] counts(long department, End end, Instant now) {
        List<Long> lanes = lanes(department, end);
        if (lanes.isEmpty()) {
            return new long[2];
        }
        Map<String, Object> parameters = parameters(lanes, now);
        parameters.put("all", LocalDate.EPOCH);
        Long waiting = named.queryForObject("""
                SELECT COALESCE(SUM(d.pending), 0) FROM lane_span d JOIN lane l ON l.id = d.lane_id
                WHERE d.generation = :generation AND d.span = 'A' AND d.span_start = :all AND l.id IN (:lanes)""", parameters, Long.class);
        Long inTime = named.queryForObject("""
                SELECT COUNT(*) FROM pending_pass p JOIN lane l ON l.id = p.lane_id
                WHERE p.generation = :generation AND p.grain = 'DEPARTMENT' AND p.overdue_at >= :now
                    AND p.cancelled = FALSE AND l.id IN (:lanes)""", parameters, Long.class);
        long all = waiting == null ? 0 : waiting;
        return new long[] {all, all - (inTime == null ? 0 : inTime)};
    }

    /** Those that wait longest first. */
    List<Row> page(long department, End end, boolean overdueOnly, Instant now, int offset, int limit) {
        List<Long> lanes = lanes(department, end);
        return lanes.isEmpty()
                ? List.of()
                : named.query(
                        """
                        SELECT p.journey_id, p.lane_id, p.passed_at, p.chases, p.agreed_ms, p.overdue_at FROM pending_pass p
                        WHERE p.lane_id IN (:lanes) AND p.generation = :generation AND p.cancelled = FALSE
                        """
                                + (overdueOnly ? " AND p.overdue_at < :now" : "")
                                + " ORDER BY p.passed_at, p.journey_id, p.lane_id LIMIT " + limit + " OFFSET "
                                + offset,
                        parameters(lanes, now),
                        (row, n) -> new Row(
                                new PendingRow(
                                        row.getLong(1),
                                        row.getLong(2),
                                        UtcTime.instant(row.getObject(3, LocalDateTime.class)),
                                        row.getInt(4),
                                        row.getLong(5)),
                                UtcTime.instant(row.getObject(6, LocalDateTime.class))));
    }
}
