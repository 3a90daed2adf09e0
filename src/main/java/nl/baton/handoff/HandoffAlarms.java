package nl.baton.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.base.Period;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import nl.baton.handoff.LaneConditions.Scope;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody should be told of: passes nobody picked up, pacts that were breached, and how lanes have changed. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class HandoffAlarms {

    private static final int MOST = 2_000;
    private static final int AT_ONCE = 500;
    private static final List<String> BREACHES = List.of("LATE_PICKUP", "LOST_CONTEXT", "RETURNED");

    private final NamedParameterJdbcTemplate named;
    private final Generations generations;
    private final LaneComputation computation;
    private final PactTable pacts;
    private final AgreedTerms terms;
    private final Departments departments;
    private final Clock clock;

    HandoffAlarms(
            NamedParameterJdbcTemplate named,
            Generations generations,
            LaneComputation computation,
            PactTable pacts,
            AgreedTerms terms,
            Departments departments,
            Clock clock) {
        this.named = named;
        this.generations = generations;
        this.computation = computation;
        this.pacts = pacts;
        this.terms = terms;
        this.departments = departments;
        this.clock = clock;
    }

    /**
     * A pass that waits longer than agreed.
     *
     * @param passing the touchpoint that passed
     */
    public record OverduePass(
            long passing, long fromDepartment, long toDepartment, Instant passedAt, Duration agreed) {}

    /** Those that became overdue after that moment, the last two thousand of them, the earliest first. */
    @Transactional(readOnly = true)
    public List<OverduePass> overdue(Instant after) {
        Survivors survivors = departments.survivors();
        return named.query(
                        """
                        SELECT p.passing_touchpoint_id, l.from_department_id, l.to_department_id, p.passed_at, p.agreed_ms
                        FROM pending_pass p JOIN lane l ON l.id = p.lane_id
                        WHERE p.generation = :generation AND p.grain = 'DEPARTMENT' AND p.overdue_at > :after
                            AND p.overdue_at < :now AND p.cancelled = FALSE
                        ORDER BY p.overdue_at DESC, p.journey_id, p.lane_id LIMIT\s""" + MOST,
                        Map.of(
                                "generation", generations.live(),
                                "after", UtcTime.of(after),
                                "now", UtcTime.of(clock.instant())),
                        (row, n) -> new OverduePass(
                                row.getLong(1),
                                survivors.department(row.getLong(2)),
                                survivors.department(row.getLong(3)),
                                UtcTime.instant(row.getObject(4, LocalDateTime.class)),
                                Duration.ofMillis(row.getLong(5))))
                .reversed();
    }

    /** Of these passes, by the touchpoint that passed, those that still wait longer than agreed. */
    @Transactional(readOnly = true)
    public Set<Long> stillOverdue(Collection<Long> passing) {
        List<Long> asked = List.copyOf(passing);
        Set<Long> waiting = new HashSet<>();
        for (int i = 0; i < asked.size(); i += AT_ONCE) {
            waiting.addAll(named.queryForList(
                    """
                    SELECT t.id FROM touchpoint t JOIN journey_case c ON c.id = t.case_id
                        JOIN pending_pass p ON p.journey_id = c.journey_id AND p.generation = :generation
                            AND p.grain = 'DEPARTMENT' AND p.passing_touchpoint_id = t.id
                    WHERE t.id IN (:passing) AND p.cancelled = FALSE AND p.overdue_at < :now""",
                    Map.of(
                            "generation", generations.live(),
                            "passing", asked.subList(i, Math.min(asked.size(), i + AT_ONCE)),
                            "now", UtcTime.of(clock.instant())),
                    Long.class));
        }
        return waiting;
    }

    /**
     * A handoff that was not as agreed.
     *
     * @param pickup the touchpoint that picked up
     * @param rule what broke: the time, the facts, or how often it may come back
     */
    public record Breach(
            long pickup,
            String rule,
            long fromDepartment,
            long toDepartment,
            Instant passedAt,
            @Nullable Long measured,
            @Nullable Long allowed,
            @Nullable String subject) {}

    /** Handoffs picked up after that moment that came later, or back more often, than their pact allows, or lacked its facts. */
    @Transactional(readOnly = true)
    public List<Breach> breaches(Instant after) {
        Survivors survivors = departments.survivors();
        Set<Long> lanes = agreedLanes(survivors);
        if (lanes.isEmpty()) {
            return List.of();
        }
        AgreedTerms.Agreements agreed = terms.now();
        return named
                .query(
                        """
                        SELECT h.pickup_touchpoint_id, f.rule, l.from_department_id, l.to_department_id, h.passed_at, f.measured,
                            f.allowed, f.subject
                        FROM handoff h JOIN finding f ON f.handoff_id = h.id JOIN lane l ON l.id = h.lane_id
                        WHERE h.lane_id IN (:lanes) AND h.generation = :generation AND h.picked_up_at > :after
                            AND h.marked = TRUE AND f.rule IN (:rules) AND f.dismissed = FALSE
                        ORDER BY h.picked_up_at DESC, h.id, f.rule LIMIT\s""" + MOST,
                        Map.of(
                                "lanes",
                                lanes,
                                "generation",
                                generations.live(),
                                "after",
                                UtcTime.of(after),
                                "rules",
                                BREACHES),
                        (row, n) -> new Breach(
                                row.getLong(1),
                                row.getString(2),
                                survivors.department(row.getLong(3)),
                                survivors.department(row.getLong(4)),
                                UtcTime.instant(row.getObject(5, LocalDateTime.class)),
                                row.getObject(6, Long.class),
                                row.getObject(7, Long.class),
                                row.getString(8)))
                .reversed()
                .stream()
                .filter(breach -> agreed.of(breach.fromDepartment, breach.toDepartment, breach.passedAt)
                        .agreed())
                .toList();
    }

    private Set<Long> agreedLanes(Survivors survivors) {
        Set<Long> lanes = new HashSet<>();
        for (Pact pact : pacts.signed()) {
            lanes.addAll(named.queryForList(
                    """
                    SELECT id FROM lane WHERE grain = 'DEPARTMENT' AND from_department_id IN (:from)
                        AND to_department_id IN (:to)""",
                    Map.of(
                            "from", survivors.readAs(pact.fromDepartment()),
                            "to", survivors.readAs(pact.toDepartment())),
                    Long.class));
        }
        return lanes;
    }

    /** One lane in one period and in another. */
    public record LaneChange(long fromDepartment, long toDepartment, BreakdownRate now, BreakdownRate before) {}

    /** All lanes of departments that had handoffs in both periods. */
    @Transactional(readOnly = true)
    public List<LaneChange> changes(Period now, Period before) {
        List<LaneFigures> earlier = lanes(before);
        return lanes(now).stream()
                .flatMap(lane -> earlier.stream()
                        .filter(other -> other.laneId() == lane.laneId())
                        .map(other -> new LaneChange(
                                lane.from().departmentId(), lane.to().departmentId(), lane.rate(), other.rate())))
                .toList();
    }

    private List<LaneFigures> lanes(Period period) {
        var filter = new LaneFilter(Grain.DEPARTMENT, null, period, null);
        return computation.compute(new Scope(filter, null), Map.of()).ranking().lanes();
    }
}
