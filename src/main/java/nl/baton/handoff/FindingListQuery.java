package nl.baton.handoff;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.handoff.Findings.Filter;
import nl.baton.handoff.FoundFinding.State;
import nl.baton.handoff.LaneConditions.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads findings of departments' handoffs, the last picked up first, a page at a time. */
@Component
class FindingListQuery {

    private static final String OPEN =
            " AND f.dismissed = FALSE AND j.closed_at IS NULL AND h.picked_up_at > :over AND v.state IS NULL";

    private static final String OWN = " AND (l.from_department_id IN (:own) OR l.to_department_id IN (:own))";

    private final NamedParameterJdbcTemplate named;
    private final Generations generations;
    private final LaneQuery lanes;
    private final Departments departments;
    private final FoundFindings findings;

    FindingListQuery(
            NamedParameterJdbcTemplate named,
            Generations generations,
            LaneQuery lanes,
            Departments departments,
            FoundFindings findings) {
        this.named = named;
        this.generations = generations;
        this.lanes = lanes;
        this.departments = departments;
        this.findings = findings;
    }

    Page<FoundFinding> page(Filter filter, int offset, int limit) {
        Map<String, Object> parameters = parameters(Grain.DEPARTMENT);
        var where = new StringBuilder(FoundFindings.FROM);
        narrow(where, parameters, filter.journeyType(), filter.rule());
        long total = total(filter, where, parameters);
        where.append(in(filter.state()));
        // by a walk along the index of pick-ups, which ends with the page
        where.append(" ORDER BY h.picked_up_at DESC, h.id DESC, f.rule LIMIT " + limit + " OFFSET " + offset);
        return new Page<>(total, findings.read(Grain.DEPARTMENT, where, parameters));
    }

    private static String in(@Nullable State state) {
        return state == null
                ? ""
                : switch (state) {
                    case OPEN -> OPEN;
                    case DISMISSED -> " AND f.dismissed = TRUE";
                    case MENDED ->
                        " AND f.dismissed = FALSE"
                                + " AND (j.closed_at IS NOT NULL OR h.picked_up_at <= :over OR v.state IS NOT NULL)";
                };
    }

    /** From the roll-ups; only those that are open are counted one by one, and they are of the last thirty days. */
    private long total(Filter filter, CharSequence where, Map<String, Object> parameters) {
        long standing = 0;
        long dismissed = 0;
        var lane = new LaneFilter(Grain.DEPARTMENT, filter.journeyType(), null, null);
        for (LaneQuery.RuleSums sums : lanes.rules(lanes.read(new Scope(lane, null)))) {
            if (filter.rule() == null || filter.rule().equals(sums.rule())) {
                standing += sums.broken();
                dismissed += sums.dismissed();
            }
        }
        State state = filter.state();
        if (state == null) {
            return standing + dismissed;
        }
        if (state == State.DISMISSED) {
            return dismissed;
        }
        long open =
                Objects.requireNonNull(named.queryForObject("SELECT COUNT(*)" + where + OPEN, parameters, Long.class));
        return state == State.OPEN ? open : standing - open;
    }

    /** What was found of one handoff, as leads have left it, whether that has been computed yet or not. */
    List<FoundFinding> at(Grain grain, long journey, long pickup, @Nullable Long department) {
        Map<String, Object> parameters = parameters(grain);
        var where = new StringBuilder(FoundFindings.FROM);
        where.append(" AND h.journey_id = :journey AND h.pickup_touchpoint_id = :pickup");
        parameters.put("journey", journey);
        parameters.put("pickup", pickup);
        if (department != null) {
            where.append(OWN);
            parameters.put("own", departments.survivors().readAs(department));
        }
        where.append(" ORDER BY f.rule");
        return findings.read(grain, where, parameters);
    }

    /**
     * Some of the findings that the figures count.
     *
     * @param from where the next ones go on: picked up before this moment; null when these are the last
     */
    record Some(List<FoundFinding> findings, @Nullable Instant from) {}

    /**
     * The findings of lanes' figures under a filter, the last picked up first, those of so many handoffs at a time, so that no
     * list is ever held whole. Parts are cut by moments, which mean the same whatever is computed again meanwhile.
     *
     * @param before only those picked up before; null to begin
     * @param department whose lanes only; null for all
     */
    Some before(@Nullable Instant before, LaneFilter filter, @Nullable Long department, int handoffs) {
        Map<String, Object> parameters = parameters(filter.grain());
        var where = new StringBuilder(FoundFindings.FROM);
        String over = "";
        if (before != null) {
            over = " AND h.picked_up_at < :before";
            parameters.put("before", UtcTime.of(before));
        }
        LocalDateTime from = named
                .queryForList(
                        "SELECT h.picked_up_at FROM handoff h WHERE h.generation = :generation AND h.grain = :grain"
                                + over + " ORDER BY h.picked_up_at DESC LIMIT 1 OFFSET " + handoffs,
                        parameters,
                        LocalDateTime.class)
                .stream()
                .findFirst()
                .orElse(null);
        where.append(over);
        if (from != null) {
            where.append(" AND h.picked_up_at >= :from");
            parameters.put("from", from);
        }
        narrow(where, parameters, filter.journeyType(), filter.rule());
        Period period = filter.period();
        if (period != null) {
            where.append(" AND h.pickup_day BETWEEN :first AND :last");
            parameters.put("first", period.from());
            parameters.put("last", period.to());
        }
        if (department != null) {
            where.append(OWN);
            parameters.put("own", departments.survivors().readAs(department));
        }
        where.append(" ORDER BY h.picked_up_at DESC, h.pickup_touchpoint_id DESC, f.rule");
        return new Some(findings.read(filter.grain(), where, parameters), from == null ? null : UtcTime.instant(from));
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> parameters, @Nullable Long journeyType, @Nullable String rule) {
        if (journeyType != null) {
            where.append(" AND h.journey_type_id = :type");
            parameters.put("type", journeyType);
        }
        if (rule != null) {
            where.append(" AND f.rule = :rule");
            parameters.put("rule", rule);
        }
    }

    private Map<String, Object> parameters(Grain grain) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("generation", generations.live());
        parameters.put("grain", grain.name());
        parameters.put("over", UtcTime.of(lanes.elapsedBefore()));
        return parameters;
    }
}
