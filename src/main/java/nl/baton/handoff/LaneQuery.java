package nl.baton.handoff;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Period;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the roll-ups of lanes. What a filter leaves out is left out of the SQL too, so that indexes are used. */
@Component
class LaneQuery {

    /** A handoff is judged at the latest so many days after its pick-up. */
    static final int JUDGED_AFTER_DAYS = 30;

    private final JdbcClient jdbc;
    private final Generations generations;
    private final Clock clock;
    private final ZoneId zone;

    LaneQuery(JdbcClient jdbc, Generations generations, Clock clock, BatonProperties properties) {
        this.jdbc = jdbc;
        this.generations = generations;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /** A filter, and the one department that the asker may see; null for all. Of one lane only, unless that is null. */
    record Scope(
            LaneFilter filter,
            @Nullable Long department,
            @Nullable Long lane) {

        Scope(LaneFilter filter, @Nullable Long department) {
            this(filter, department, null);
        }
    }

    /** The broken handoffs of one lane by one rule: all of them, and those that are judged. */
    record RuleSums(long laneId, String rule, long broken, long judgedBroken) {}

    /** A handoff whose leg has not ended, but whose thirty days are over on the boundary day. */
    record Elapsed(long laneId, List<String> rules) {}

    /** @param hint for MySQL's optimizer, to stand behind SELECT; a comment to others */
    record Condition(String hint, String sql, List<Object> parameters) {}

    /** Days before this one are judged whole; on the day itself each handoff is looked at. */
    LocalDate boundary() {
        return Days.dayOf(elapsedBefore(), zone);
    }

    Optional<LocalDate> lastDay() {
        return jdbc.sql("SELECT MAX(pickup_day) FROM lane_day WHERE generation = ?")
                .param(generations.live())
                .query(LocalDate.class)
                .optional();
    }

    /** Handoffs picked up at this moment or before are judged, whether or not their leg has ended. */
    Instant elapsedBefore() {
        return Days.plusDays(clock.instant(), -JUDGED_AFTER_DAYS, zone);
    }

    List<LaneSums> lanes(Scope scope) {
        Condition where = whereRollUps(scope);
        String firsts = scope.department == null
                ? "SUM(first_handoffs), SUM(first_ping_pongs), SUM(first_returns)"
                : """
                SUM(CASE WHEN l.from_department_id = :own THEN first_handoffs_from ELSE first_handoffs_to END),
                SUM(CASE WHEN l.from_department_id = :own THEN first_ping_pongs_from ELSE first_ping_pongs_to END),
                SUM(CASE WHEN l.from_department_id = :own THEN first_returns_from ELSE first_returns_to END)""".replace(":own", scope.department.toString());
        return jdbc.sql("""
                SELECT %s l.id, l.from_id, l.to_id, SUM(handoffs), SUM(journeys), SUM(ping_pongs), SUM(returns), SUM(bounced),
                    SUM(CASE WHEN d.pickup_day < ? THEN handoffs ELSE judged END),
                    SUM(judged_broken + CASE WHEN d.pickup_day < ? THEN unjudged_broken ELSE 0 END),
                    SUM(wait_ms), %s
                FROM lane_day d JOIN lane l ON l.id = d.lane_id
                WHERE %s
                GROUP BY l.id, l.from_id, l.to_id""".formatted(where.hint, firsts, where.sql))
                .params(boundaryTwiceAnd(where))
                .query((row, n) -> new LaneSums(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(11),
                        row.getLong(12),
                        row.getLong(13),
                        row.getLong(14)))
                .list();
    }

    List<RuleSums> rules(Scope scope) {
        Condition where = whereRollUps(scope);
        List<Object> parameters = new ArrayList<>();
        parameters.add(Date.valueOf(boundary()));
        parameters.addAll(where.parameters);
        return jdbc.sql("""
                SELECT %s d.lane_id, d.rule, SUM(judged_broken + unjudged_broken),
                    SUM(judged_broken + CASE WHEN d.pickup_day < ? THEN unjudged_broken ELSE 0 END)
                FROM lane_day_rule d JOIN lane l ON l.id = d.lane_id
                WHERE %s
                GROUP BY d.lane_id, d.rule ORDER BY d.rule""".formatted(where.hint, where.sql))
                .params(parameters)
                .query((row, n) -> new RuleSums(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    /** The handoffs of the boundary day that count as judged since their thirty days are over: few, on one day. */
    List<Elapsed> elapsed(Scope scope) {
        Period period = scope.filter.period();
        LocalDate boundary = boundary();
        if (period != null && !period.contains(boundary)) {
            return List.of();
        }
        Condition where = whereHandoffs(scope);
        List<Object> parameters = new ArrayList<>(where.parameters);
        parameters.add(Date.valueOf(boundary));
        parameters.add(UtcTime.of(elapsedBefore()));
        var elapsed = new ArrayList<Elapsed>();
        jdbc.sql("""
                SELECT h.lane_id,
                    (SELECT GROUP_CONCAT(f.rule) FROM finding f WHERE f.handoff_id = h.id) AS rules
                FROM handoff h
                WHERE %s AND h.pickup_day = ? AND h.leg_ended_at IS NULL AND h.picked_up_at <= ?""".formatted(where.sql)).params(parameters).query(row -> {
            String rules = row.getString(2);
            elapsed.add(new Elapsed(row.getLong(1), rules == null ? List.of() : List.of(rules.split(","))));
        });
        return elapsed;
    }

    /** Every wait, in milliseconds, with its lane. */
    void waits(Scope scope, RowCallbackHandler each) {
        Condition where = whereHandoffs(scope);
        jdbc.sql("SELECT h.lane_id, h.wait_ms FROM handoff h WHERE " + where.sql)
                .params(where.parameters)
                .query(each);
    }

    /** Counts of waits per lane and bucket. */
    void waitBuckets(Scope scope, RowCallbackHandler each) {
        Condition where = whereRollUps(scope);
        jdbc.sql("""
                SELECT %s d.lane_id, d.bucket, SUM(d.handoffs) FROM lane_day_wait d JOIN lane l ON l.id = d.lane_id
                WHERE %s GROUP BY d.lane_id, d.bucket""".formatted(where.hint, where.sql)).params(where.parameters).query(each);
    }

    /** Touchpoints with a department, without one, and journeys, over the whole company. */
    List<Long> touchpointsAndJourneys(LaneFilter filter) {
        var sql = new StringBuilder("""
                SELECT COALESCE(SUM(with_department), 0), COALESCE(SUM(without_department), 0),
                    COALESCE(SUM(journeys), 0) FROM summary_day d WHERE d.generation = ?""");
        var parameters = new ArrayList<Object>();
        parameters.add(generations.live());
        narrow(filter, "d", "d.touchpoint_day", sql, parameters);
        return jdbc.sql(sql.toString())
                .params(parameters)
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** Pending passes of this moment, whatever the period: all, and those overdue. */
    List<Long> pending(Scope scope) {
        LaneFilter filter = scope.filter;
        Condition where = where(
                new Scope(new LaneFilter(filter.grain(), filter.journeyType(), null, null), scope.department), "p", "");
        List<Object> parameters = new ArrayList<>();
        parameters.add(UtcTime.of(clock.instant()));
        parameters.addAll(where.parameters);
        return jdbc.sql("""
                SELECT COUNT(*), COALESCE(SUM(CASE WHEN p.overdue_at < ? THEN 1 ELSE 0 END), 0)
                FROM pending_pass p JOIN lane l ON l.id = p.lane_id WHERE %s""".formatted(where.sql))
                .params(parameters)
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2)))
                .single();
    }

    private List<Object> boundaryTwiceAnd(Condition where) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(Date.valueOf(boundary()));
        parameters.add(Date.valueOf(boundary()));
        parameters.addAll(where.parameters);
        return parameters;
    }

    /** The conditions on handoffs themselves, whose own grain makes a day's handoffs be found by their index. */
    private Condition whereHandoffs(Scope scope) {
        var sql = new StringBuilder("h.generation = ? AND h.grain = ?");
        var parameters = new ArrayList<Object>();
        parameters.add(generations.live());
        parameters.add(scope.filter.grain().name());
        if (scope.lane != null) {
            sql.append(" AND h.lane_id = ?");
            parameters.add(scope.lane);
        }
        Long own = scope.department;
        if (own != null) {
            sql.append(" AND h.lane_id IN (SELECT id FROM lane WHERE from_department_id = ? OR to_department_id = ?)");
            parameters.add(own);
            parameters.add(own);
        }
        narrow(scope.filter, "h", "h.pickup_day", sql, parameters);
        return new Condition("", sql.toString(), parameters);
    }

    /** The conditions on a roll-up, and on its lane. */
    Condition where(Scope scope, String table, String dayColumn) {
        var sql = new StringBuilder(table + ".generation = ? AND l.grain = ?");
        var parameters = new ArrayList<Object>();
        parameters.add(generations.live());
        parameters.add(scope.filter.grain().name());
        if (scope.lane != null) {
            sql.append(" AND ").append(table).append(".lane_id = ?");
            parameters.add(scope.lane);
        }
        Long own = scope.department;
        if (own != null) {
            sql.append(" AND (l.from_department_id = ? OR l.to_department_id = ?)");
            parameters.add(own);
            parameters.add(own);
        }
        narrow(scope.filter, table, dayColumn, sql, parameters);
        return new Condition("", sql.toString(), parameters);
    }

    private Condition whereRollUps(Scope scope) {
        Condition where = where(scope, "d", "d.pickup_day");
        return scope.filter.period() == null || scope.lane != null
                ? where
                : new Condition("/*+ JOIN_PREFIX(d) */", where.sql + lanesForMySql(scope, "d"), where.parameters);
    }

    /**
     * The lanes by name, for MySQL alone, to which this is no comment: it then reads the period's days of each lane, and
     * not every day that the lane has ever seen.
     */
    private String lanesForMySql(Scope scope, String table) {
        Long own = scope.department;
        List<Object> parameters = new ArrayList<>(List.of(scope.filter.grain().name()));
        if (own != null) {
            parameters.addAll(List.of(own, own));
        }
        List<Long> ids = jdbc.sql("SELECT id FROM lane WHERE grain = ?"
                        + (own == null ? "" : " AND (from_department_id = ? OR to_department_id = ?)"))
                .params(parameters)
                .query(Long.class)
                .list();
        return ids.isEmpty()
                ? ""
                : " /*! AND " + table + ".lane_id IN ("
                        + ids.stream().map(String::valueOf).collect(Collectors.joining(",")) + ") */";
    }

    private static void narrow(
            LaneFilter filter, String table, String dayColumn, StringBuilder sql, List<Object> parameters) {
        Long journeyType = filter.journeyType();
        if (journeyType != null) {
            sql.append(" AND ").append(table).append(".journey_type_id = ?");
            parameters.add(journeyType);
        }
        Period period = filter.period();
        if (period != null) {
            sql.append(" AND ").append(dayColumn).append(" BETWEEN ? AND ?");
            parameters.add(Date.valueOf(period.from()));
            parameters.add(Date.valueOf(period.to()));
        }
    }
}
