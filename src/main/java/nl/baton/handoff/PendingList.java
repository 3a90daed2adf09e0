package nl.baton.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.baton.base.Page;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.BreakdownRule.Evidence;
import nl.baton.handoff.FoundFinding.Reference;
import nl.baton.handoff.rule.NotPickedUp;
import nl.baton.journey.CaseKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passes between departments that nobody has begun, for other systems, those that wait longest first. */
@Service
@PreAuthorize(HandoffAccess.TOKEN)
public class PendingList {

    private final NamedParameterJdbcTemplate named;
    private final Generations generations;
    private final Departments departments;
    private final Clock clock;

    PendingList(NamedParameterJdbcTemplate named, Generations generations, Departments departments, Clock clock) {
        this.named = named;
        this.generations = generations;
        this.departments = departments;
        this.clock = clock;
    }

    /** Which of them. */
    public enum Which {
        /** All that wait. */
        WAITING("p.cancelled = FALSE"),
        /** Longer than agreed. */
        NOT_PICKED_UP("p.cancelled = FALSE AND p.overdue_at < :now"),
        /** Nothing has happened around them for thirty days. */
        ABANDONED("p.cancelled = FALSE AND p.abandoned_at <= :now"),
        /** Those that ended because the customer cancelled. */
        CANCELLED("p.cancelled = TRUE");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }
    }

    /** What is asked; a null type for all. */
    public record Filter(@Nullable Long journeyType, Which which) {}

    /**
     * One of them.
     *
     * @param waited in calendar time, up to now
     * @param finding what is wrong with it when it is overdue
     */
    public record ListedPass(
            long journeyId,
            CaseKey journey,
            Unit from,
            Unit to,
            Reference passing,
            Instant passedAt,
            Duration waited,
            Instant overdueAt,
            boolean overdue,
            boolean abandoned,
            int chases,
            Finding finding,
            OpeningHours receiver) {}

    @Transactional(readOnly = true)
    public Page<ListedPass> page(Filter filter, int offset, int limit) {
        Instant now = clock.instant();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("generation", generations.live());
        parameters.put("now", UtcTime.of(now));
        var where = new StringBuilder("""
                 FROM pending_pass p JOIN lane l ON l.id = p.lane_id JOIN journey j ON j.id = p.journey_id
                WHERE p.generation = :generation AND p.grain = 'DEPARTMENT' AND\s""").append(filter.which.condition);
        if (filter.journeyType != null) {
            where.append(" AND p.journey_type_id = :type");
            parameters.put("type", filter.journeyType);
        }
        Long total = named.queryForObject("SELECT COUNT(*)" + where, parameters, Long.class);
        var units = new UnitNames(departments, Grain.DEPARTMENT);
        Map<Long, OpeningHours> hours = departments.hours();
        List<ListedPass> passes = named.query(
                """
                SELECT p.*, l.from_id, l.to_id, j.source, j.case_number,
                    (SELECT y.code FROM journey_type y WHERE y.id = j.journey_type_id) AS type_code,
                    (SELECT t.source FROM touchpoint t WHERE t.id = p.passing_touchpoint_id) AS passing_source,
                    (SELECT t.external_id FROM touchpoint t WHERE t.id = p.passing_touchpoint_id) AS passing_id
                """ + where + " ORDER BY p.passed_at, p.journey_id LIMIT " + limit + " OFFSET " + offset,
                parameters,
                (row, n) -> pass(row, units, hours, now));
        return new Page<>(total == null ? 0 : total, passes);
    }

    private static ListedPass pass(ResultSet row, UnitNames units, Map<Long, OpeningHours> hours, Instant now)
            throws SQLException {
        Unit to = units.get(row.getLong("to_id"));
        OpeningHours receiver = Objects.requireNonNull(hours.get(to.departmentId()));
        Instant passedAt = UtcTime.instant(row.getObject("passed_at", LocalDateTime.class));
        Instant overdueAt = UtcTime.instant(row.getObject("overdue_at", LocalDateTime.class));
        Instant abandonedAt = UtcTime.instantOrNull(row.getObject("abandoned_at", LocalDateTime.class));
        return new ListedPass(
                row.getLong("journey_id"),
                new CaseKey(row.getString("type_code"), row.getString("source"), row.getString("case_number")),
                units.get(row.getLong("from_id")),
                to,
                new Reference(row.getString("passing_source"), row.getString("passing_id")),
                passedAt,
                Duration.between(passedAt, now),
                overdueAt,
                overdueAt.isBefore(now) && !row.getBoolean("cancelled"),
                abandonedAt != null && !abandonedAt.isAfter(now),
                row.getInt("chases"),
                new Finding(
                        NotPickedUp.CODE,
                        Window.Kind.LEG,
                        false,
                        new Evidence(
                                List.of(row.getLong("passing_touchpoint_id")),
                                receiver.between(passedAt, now).toMillis(),
                                row.getLong("agreed_ms"),
                                null)),
                receiver);
    }
}
