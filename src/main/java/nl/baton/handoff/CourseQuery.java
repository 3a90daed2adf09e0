package nl.baton.handoff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.handoff.JourneyCourse.Way;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads courses by day, of which there are as many as the period has journeys. */
@Component
class CourseQuery {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    private static final String IN_DAYS = """
            c.generation = :generation AND c.journey_type_id = :type AND c.closed_day BETWEEN :from AND :to""";

    static final String OF_DEPARTMENT = " AND " + """
            (c.departments LIKE :among OR (c.departments = '*' AND EXISTS (SELECT 1 FROM handoff h
                JOIN lane l ON l.id = h.lane_id
                WHERE h.journey_id = c.journey_id AND h.generation = c.generation AND h.grain = 'DEPARTMENT'
                    AND (l.from_department_id = :department OR l.to_department_id = :department))))""";

    private final JdbcClient jdbc;
    private final Generations generations;
    private final ZoneId zone;

    CourseQuery(JdbcClient jdbc, Generations generations, BatonProperties properties) {
        this.jdbc = jdbc;
        this.generations = generations;
        this.zone = properties.zone();
    }

    /**
     * What is asked; to be used in one transaction.
     *
     * @param department the one that journeys are to have a leg in; null for all
     */
    record Reading(
            long type,
            int generation,
            LocalDate from,
            LocalDate to,
            @Nullable Long department) {

        /** Of rows of journey_course, as c. */
        String where() {
            return IN_DAYS + (department == null ? "" : OF_DEPARTMENT);
        }

        Map<String, Object> parameters() {
            Map<String, Object> parameters =
                    new HashMap<>(Map.of("type", type, "generation", generation, "from", from, "to", to));
            if (department != null) {
                parameters.put("department", department);
                parameters.put("among", "%," + department + ",%");
            }
            return parameters;
        }
    }

    /** Open journeys count today: they are in every period that today is in. */
    Reading read(long type, @Nullable Period period, @Nullable Long department, Instant now) {
        return read(type, generations.live(), period, department, now);
    }

    /** The same of a generation that is known to be live. */
    Reading read(long type, int generation, @Nullable Period period, @Nullable Long department, Instant now) {
        if (period == null) {
            return new Reading(type, generation, FIRST, JourneyCourse.OPEN, department);
        }
        LocalDate last = period.contains(Days.dayOf(now, zone)) ? JourneyCourse.OPEN : period.to();
        return new Reading(type, generation, period.from(), last, department);
    }

    /** How many journeys went the same way. */
    record WayCount(Way way, int reached, long leftFor, boolean open, long journeys) {}

    List<WayCount> ways(Reading reading) {
        return jdbc.sql("""
                        SELECT way, reached, left_for, is_open, COUNT(*) FROM (
                            SELECT c.way, c.reached, c.left_for,
                                CASE WHEN c.closed_day = :open THEN 1 ELSE 0 END AS is_open
                            FROM journey_course c WHERE %s) w
                        GROUP BY way, reached, left_for, is_open""".formatted(reading.where()))
                .params(reading.parameters())
                .param("open", JourneyCourse.OPEN)
                .query((row, n) -> new WayCount(
                        Way.valueOf(row.getString(1)),
                        row.getInt(2),
                        row.getLong(3),
                        row.getBoolean(4),
                        row.getLong(5)))
                .list();
    }

    /** The day on which a journey of the type closed last. */
    Optional<LocalDate> lastClosed(Reading reading) {
        return jdbc.sql("""
                        SELECT MAX(closed_day) FROM journey_course
                        WHERE generation = :generation AND journey_type_id = :type AND closed_day < :open""")
                .param("generation", reading.generation())
                .param("type", reading.type())
                .param("open", JourneyCourse.OPEN)
                .query(LocalDate.class)
                .optional();
    }

    /** A page of the journeys behind a figure: open ones first, then the last closed. */
    Page<Long> journeys(Reading reading, CourseList list, int offset, int limit) {
        Map<String, Object> parameters = reading.parameters();
        String from = " FROM journey_course c WHERE " + reading.where() + " AND " + condition(list, parameters);
        long total = jdbc.sql("SELECT COUNT(*)" + from)
                .params(parameters)
                .query(Long.class)
                .single();
        return new Page<>(
                total,
                jdbc.sql("SELECT c.journey_id" + from
                                + " ORDER BY c.closed_day DESC, c.journey_id DESC LIMIT :limit OFFSET :offset")
                        .params(parameters)
                        .param("limit", limit)
                        .param("offset", offset)
                        .query(Long.class)
                        .list());
    }

    private static String condition(CourseList list, Map<String, Object> parameters) {
        parameters.put("stage", list.stage());
        parameters.put("leg", list.stage() - 1);
        return switch (list.kind()) {
            case ALL -> "c.way <> 'NO_LEG'";
            case OPEN -> {
                parameters.put("open", JourneyCourse.OPEN);
                yield "c.way <> 'NO_LEG' AND c.closed_day = :open";
            }
            case FOLLOW -> "c.way IN ('FOLLOWED', 'UNDERWAY')";
            case LEAVE -> "c.way IN ('LEFT', 'STOPPED')";
            case LEFT -> {
                parameters.put("instead", list.department());
                yield "c.way = 'LEFT' AND c.reached = :stage AND c.left_for = :instead";
            }
            case STOPPED -> "c.way = 'STOPPED' AND c.reached = :stage";
            case REACHED -> "c.reached >= :stage";
            case AT -> "c.way = 'UNDERWAY' AND c.reached = :stage";
            case ENDED -> leg("");
            case OVERRAN -> leg(" AND s.overran = TRUE");
            case ASKED -> "c.way <> 'NO_LEG' AND c.asked = TRUE";
            case NO_LEG -> "c.way = 'NO_LEG'";
        };
    }

    private static String leg(String overran) {
        return "EXISTS (SELECT 1 FROM course_stage s WHERE s.generation = c.generation"
                + " AND s.journey_type_id = c.journey_type_id AND s.closed_day = c.closed_day"
                + " AND s.journey_id = c.journey_id AND s.stage = :leg AND s.ended = TRUE" + overran + ")";
    }

    /** The way each of some journeys went, in the live figures. */
    List<WentBy> wentBy(int generation, Collection<Long> journeys, int stage) {
        return journeys.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        SELECT c.journey_id, c.way, c.reached, c.left_for, s.used_ms
                        FROM journey_course c LEFT JOIN course_stage s ON s.journey_id = c.journey_id
                            AND s.generation = c.generation AND s.stage = :stage
                        WHERE c.journey_id IN (:journeys) AND c.generation = :generation""")
                        .param("journeys", journeys)
                        .param("generation", generation)
                        .param("stage", stage)
                        .query((row, n) -> new WentBy(
                                row.getLong(1),
                                Way.valueOf(row.getString(2)),
                                row.getInt(3),
                                row.getLong(4),
                                row.getObject(5, Long.class)))
                        .list();
    }

    record WentBy(
            long journey,
            Way way,
            int reached,
            long leftFor,
            @Nullable Long usedMillis) {}
}
