package nl.baton.handoff;

import java.time.LocalDate;
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
import nl.baton.handoff.Generations.Live;
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

    /**
     * What is asked, with what must be known of the live figures to answer it; to be made and used in one transaction.
     *
     * @param moved months whose days moved since they were added up
     * @param waitBuckets whether what was added up has waits in buckets
     * @param ranges the spans of the period, as far as there is anything
     * @param lanesForMySql the lanes by name, for MySQL alone
     */
    record Reading(
            Scope scope,
            int generation,
            boolean waitBuckets,
            Set<LocalDate> moved,
            List<Range> ranges,
            String lanesForMySql) {

        LaneFilter filter() {
            return scope.filter;
        }

        /** The handoffs of other days; the ranges stay. */
        Reading on(Period days) {
            var filter = new LaneFilter(filter().grain(), filter().journeyType(), days, filter().rule());
            return new Reading(
                    new Scope(filter, scope.department, scope.lane),
                    generation,
                    waitBuckets,
                    moved,
                    ranges,
                    lanesForMySql);
        }
    }

    /** @param hint for MySQL's optimizer, to stand behind SELECT; a comment to others */
    record Condition(String hint, String sql, List<Object> parameters) {

        /** The parameters, after those of what is selected. */
        List<Object> parametersAfter(LocalDate... days) {
            var all = new ArrayList<Object>(List.of(days));
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

    /** @param byDayFrom this day's month, and all that follow, are read by their days */
    Reading read(Scope scope, LocalDate byDayFrom) {
        Live live = generations.liveOne();
        int generation = live.generation();
        Set<LocalDate> moved =
                new HashSet<>(jdbc.sql("SELECT DISTINCT month_start FROM moved_month WHERE generation = ?")
                        .param(generation)
                        .query(LocalDate.class)
                        .list());
        List<Range> ranges = ranges("lane_span", generation, moved, scope.filter.period(), byDayFrom);
        return new Reading(scope, generation, live.waitBuckets(), moved, ranges, lanesForMySql(scope));
    }

    /** The spans of the period by which the whole company's touchpoints are counted. */
    List<Range> summaryRanges(Reading reading) {
        return ranges(
                "summary_span",
                reading.generation,
                reading.moved,
                reading.filter().period(),
                LocalDate.MAX);
    }

    private List<Range> ranges(
            String table, int generation, Set<LocalDate> moved, @Nullable Period asked, LocalDate byDayFrom) {
        Period known = known(table, generation).orElse(null);
        if (known == null) {
            return List.of();
        }
        Predicate<LocalDate> byDay = byDay(moved, byDayFrom);
        if (asked == null || (asked.contains(known.from()) && asked.contains(known.to()))) {
            // a month that has lost all its days is in what was added up, until it is added up again
            Period all = moved.stream().map(month -> new Period(month, month)).reduce(known, Period::with);
            return Span.all(all, byDay);
        }
        return asked.within(known).map(period -> Span.of(period, byDay)).orElse(List.of());
    }

    /** Which months, told by their first day, are read by their days: those from this day's on, and those that moved. */
    static Predicate<LocalDate> byDay(Set<LocalDate> moved, LocalDate from) {
        LocalDate first = Span.MONTH.startOf(from);
        return month -> !month.isBefore(first) || moved.contains(month);
    }

    /** From the first day to the last that there is any handoff. */
    Optional<Period> known() {
        return known("lane_span", generations.live());
    }

    private Optional<Period> known(String table, int generation) {
        return known("FROM " + table + " WHERE generation = ?", List.of(generation));
    }

    /** From the first day to the last that a lane was run. */
    Optional<Period> knownOf(long lane, int generation) {
        return known("FROM lane_span WHERE generation = ? AND lane_id = ?", List.of(generation, lane));
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

    /** Roll-ups {@code d} of lanes {@code l}. */
    static Condition rollUps(Reading reading, Range range) {
        Text where = lanes(reading, "d");
        spans(range, where);
        // MySQL would else begin with a lane, and read every day that the lane has ever seen
        if (reading.scope.lane == null && !reading.lanesForMySql.isEmpty()) {
            where.sql
                    .append(" /*! AND d.lane_id IN (")
                    .append(reading.lanesForMySql)
                    .append(") */");
            return where.condition("/*+ JOIN_PREFIX(d) */");
        }
        return where.condition("");
    }

    /** Roll-ups {@code d} of lanes {@code l} that count waits, where all types together have rows of their own. */
    static Condition waits(Reading reading, Range range) {
        Condition where = rollUps(reading, range);
        return reading.filter().journeyType() != null
                ? where
                : new Condition(
                        where.hint, where.sql + " AND d.journey_type_id = " + RollUpKey.ALL_TYPES, where.parameters);
    }

    /** Roll-ups {@code d} of the whole company's touchpoints. */
    static Condition summaries(Reading reading, Range range) {
        Text where = new Text("d.generation = ?", reading.generation);
        ofType(reading.filter(), "d", where);
        spans(range, where);
        return where.condition("");
    }

    /** The roll-ups {@code d} of lanes {@code l} that count pending passes. */
    static Condition pendingCounts(Reading reading) {
        return rollUps(reading, new Range(Span.ALL, LocalDate.EPOCH, LocalDate.EPOCH));
    }

    /** Pending passes {@code p} of lanes {@code l}, of this moment. */
    static Condition pending(Reading reading) {
        Text where = lanes(reading, "p");
        where.and("p.grain = ?", reading.filter().grain().name());
        where.and("p.cancelled = FALSE");
        return where.condition("");
    }

    /** Handoffs {@code h} themselves, from an index that has the moments of their pick-up in order. */
    Condition handoffs(Reading reading) {
        Long lane = reading.scope.lane;
        // a lane has one grain only, which the index of lanes leaves out
        Text where = lane == null
                ? new Text(
                        "h.generation = ? AND h.grain = ?",
                        reading.generation,
                        reading.filter().grain().name())
                : new Text("h.generation = ? AND h.lane_id = ?", reading.generation, lane);
        Long own = reading.scope.department;
        if (own != null) {
            where.and(
                    "h.lane_id IN (SELECT id FROM lane WHERE from_department_id = ? OR to_department_id = ?)",
                    own,
                    own);
        }
        ofType(reading.filter(), "h", where);
        Period period = reading.filter().period();
        if (period != null) {
            where.and("h.picked_up_at >= ?", UtcTime.of(period.start(zone)));
            where.and("h.picked_up_at < ?", UtcTime.of(period.end(zone)));
        }
        return where.condition("");
    }

    private static Text lanes(Reading reading, String table) {
        Text where = new Text(
                table + ".generation = ? AND l.grain = ?",
                reading.generation,
                reading.filter().grain().name());
        if (reading.scope.lane != null) {
            where.and(table + ".lane_id = ?", reading.scope.lane);
        }
        Long own = reading.scope.department;
        if (own != null) {
            where.and("(l.from_department_id = ? OR l.to_department_id = ?)", own, own);
        }
        ofType(reading.filter(), table, where);
        return where;
    }

    private static void ofType(LaneFilter filter, String table, Text where) {
        Long type = filter.journeyType();
        if (type != null) {
            where.and(table + ".journey_type_id = ?", type);
        }
    }

    private static void spans(Range range, Text where) {
        where.and("d.span = ?", range.span().code());
        where.and("d.span_start BETWEEN ? AND ?", range.from(), range.to());
    }

    private String lanesForMySql(Scope scope) {
        if (scope.lane != null) {
            return "";
        }
        Long own = scope.department;
        List<Object> parameters = new ArrayList<>(List.of(scope.filter.grain().name()));
        if (own != null) {
            parameters.addAll(List.of(own, own));
        }
        return jdbc
                .sql("SELECT id FROM lane WHERE grain = ?"
                        + (own == null ? "" : " AND (from_department_id = ? OR to_department_id = ?)"))
                .params(parameters)
                .query(Long.class)
                .list()
                .stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
