package nl.baton.handoff;

import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Period;
import nl.baton.base.UtcTime;
import nl.baton.handoff.Span.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says in SQL which rows a filter counts. What it leaves out is left out of the SQL too, so that indexes are used. */
@Component
class LaneConditions {

    private final JdbcClient jdbc;
    private final Generations generations;
    private final ZoneId zone;

    LaneConditions(JdbcClient jdbc, Generations generations, BatonProperties properties) {
        this.jdbc = jdbc;
        this.generations = generations;
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

    /** @param hint for MySQL's optimizer, to stand behind SELECT; a comment to others */
    record Condition(String hint, String sql, List<Object> parameters) {

        /** The parameters, after those of what is selected. */
        List<Object> parametersAfter(LocalDate... days) {
            var all = new ArrayList<Object>();
            for (LocalDate day : days) {
                all.add(Date.valueOf(day));
            }
            all.addAll(parameters);
            return all;
        }
    }

    private record Text(StringBuilder sql, List<Object> parameters) {

        Text(String sql, Object... parameters) {
            this(new StringBuilder(sql), new ArrayList<>(List.of(parameters)));
        }

        void and(String more, Object... values) {
            sql.append(" AND ").append(more);
            parameters.addAll(List.of(values));
        }

        Condition condition(String hint) {
            return new Condition(hint, sql.toString(), parameters);
        }
    }

    /** From the first day to the last that a table of roll-ups has anything of; empty when it has nothing. */
    Optional<Period> known(String table) {
        return known("FROM " + table + " WHERE generation = ?", List.of(generations.live()));
    }

    /** From the first day to the last that a lane was run. */
    Optional<Period> knownOf(long lane) {
        return known("FROM lane_span WHERE generation = ? AND lane_id = ?", List.of(generations.live(), lane));
    }

    private Optional<Period> known(String from, List<Object> parameters) {
        // two walks to the ends of an index
        String first = "SELECT span_start " + from + " AND span = 'D' ORDER BY span_start LIMIT 1";
        String last = "SELECT span_start " + from + " AND span = 'D' ORDER BY span_start DESC LIMIT 1";
        var both = new ArrayList<>(parameters);
        both.addAll(parameters);
        return jdbc.sql("SELECT (" + first + "), (" + last + ")")
                .params(both)
                .query((row, n) -> {
                    LocalDate day = row.getObject(1, LocalDate.class);
                    return day == null
                            ? Optional.<Period>empty()
                            : Optional.of(new Period(day, row.getObject(2, LocalDate.class)));
                })
                .single();
    }

    /**
     * The spans that make up a period, as far as there is anything.
     *
     * @param asked null for all there is
     * @param byDayFrom this day's month, and all that follow, are read by their days
     */
    List<Range> ranges(String table, @Nullable Period asked, LocalDate byDayFrom) {
        Period known = known(table).orElse(null);
        if (known == null) {
            return List.of();
        }
        Set<LocalDate> moved = movedMonths();
        Predicate<LocalDate> byDay = byDay(moved, byDayFrom);
        if (asked == null || (asked.contains(known.from()) && asked.contains(known.to()))) {
            // a month that has lost all its days is in what was added up, until it is added up again
            Period all = moved.stream().map(month -> new Period(month, month)).reduce(known, Period::with);
            return Span.all(all, byDay);
        }
        return asked.within(known).map(period -> Span.of(period, byDay)).orElse(List.of());
    }

    /** Which months, told by their first day, are read by their days: those from this day's on, and those that moved. */
    Predicate<LocalDate> byDay(LocalDate from) {
        return byDay(movedMonths(), from);
    }

    private static Predicate<LocalDate> byDay(Set<LocalDate> moved, LocalDate from) {
        LocalDate first = Span.MONTH.startOf(from);
        return month -> !month.isBefore(first) || moved.contains(month);
    }

    private Set<LocalDate> movedMonths() {
        return new HashSet<>(jdbc.sql("SELECT DISTINCT month_start FROM moved_month WHERE generation = ?")
                .param(generations.live())
                .query(LocalDate.class)
                .list());
    }

    /** Roll-ups {@code d} of lanes {@code l}. */
    Condition rollUps(Scope scope, Range range) {
        Text where = lanes(scope, "d");
        spans(range, "d", where);
        // MySQL would else begin with a lane, and read every day that the lane has ever seen
        if (scope.lane == null) {
            where.sql.append(lanesForMySql(scope, "d"));
            return where.condition("/*+ JOIN_PREFIX(d) */");
        }
        return where.condition("");
    }

    /** Roll-ups {@code d} of the whole company's touchpoints. */
    Condition summaries(LaneFilter filter, Range range) {
        Text where = new Text("d.generation = ?", generations.live());
        ofType(filter, "d", where);
        spans(range, "d", where);
        return where.condition("");
    }

    /** How many pending passes there are stands with all there is. */
    Condition pendingCounts(Scope scope) {
        return rollUps(scope, new Range(Span.ALL, LocalDate.EPOCH, LocalDate.EPOCH));
    }

    /** Pending passes {@code p} of lanes {@code l}, of this moment. */
    Condition pending(Scope scope) {
        Text where = lanes(scope, "p");
        where.and("p.grain = ?", scope.filter.grain().name());
        return where.condition("");
    }

    /** Handoffs {@code h} themselves, from an index that has the moments of their pick-up in order. */
    Condition handoffs(Scope scope) {
        Text where = new Text(
                "h.generation = ? AND h.grain = ?",
                generations.live(),
                scope.filter.grain().name());
        if (scope.lane != null) {
            where.and("h.lane_id = ?", scope.lane);
        }
        Long own = scope.department;
        if (own != null) {
            where.and(
                    "h.lane_id IN (SELECT id FROM lane WHERE from_department_id = ? OR to_department_id = ?)",
                    own,
                    own);
        }
        ofType(scope.filter, "h", where);
        Period period = scope.filter.period();
        if (period != null) {
            where.and("h.picked_up_at >= ?", beginningOf(period.from()));
            where.and("h.picked_up_at < ?", beginningOf(period.to().plusDays(1)));
        }
        return where.condition("");
    }

    private LocalDateTime beginningOf(LocalDate day) {
        return UtcTime.of(day.atStartOfDay(zone).toInstant());
    }

    private Text lanes(Scope scope, String table) {
        Text where = new Text(
                table + ".generation = ? AND l.grain = ?",
                generations.live(),
                scope.filter.grain().name());
        if (scope.lane != null) {
            where.and(table + ".lane_id = ?", scope.lane);
        }
        Long own = scope.department;
        if (own != null) {
            where.and("(l.from_department_id = ? OR l.to_department_id = ?)", own, own);
        }
        ofType(scope.filter, table, where);
        return where;
    }

    private static void ofType(LaneFilter filter, String table, Text where) {
        Long type = filter.journeyType();
        if (type != null) {
            where.and(table + ".journey_type_id = ?", type);
        }
    }

    private static void spans(Range range, String table, Text where) {
        where.and(table + ".span = ?", range.span().code());
        where.and(table + ".span_start BETWEEN ? AND ?", Date.valueOf(range.from()), Date.valueOf(range.to()));
    }

    /** The lanes by name, for MySQL alone, to which this is no comment. */
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
}
