package nl.baton.handoff;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.handoff.CourseQuery.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how long things took: the whole of journeys, and the legs in their stages. */
@Component
class CourseTimes {

    private final JdbcClient jdbc;
    private final ZoneId zone;

    CourseTimes(JdbcClient jdbc, BatonProperties properties) {
        this.jdbc = jdbc;
        this.zone = properties.zone();
    }

    /** Sums over journeys, in hours. */
    record TimeSums(long n, double whole, double part, double wholeSquares, double partSquares, double products) {}

    /** Time in waits, and in silence over those whose customer ever asked. */
    record Times(TimeSums waits, TimeSums silence) {}

    /** A journey that is open goes on until now, unless nobody ever says how journeys end and nothing happens any more. */
    Times times(Reading reading, long rhythmMillis, Instant now) {
        return jdbc.sql("""
                        SELECT COUNT(*), SUM(whole), SUM(waits), SUM(whole * whole), SUM(waits * waits),
                            SUM(whole * waits), SUM(asked), SUM(asked * whole), SUM(silence), SUM(asked * whole * whole),
                            SUM(silence * silence), SUM(whole * silence)
                        FROM (
                            SELECT CAST(end_ms - begun_ms AS DOUBLE) / 3600000 AS whole,
                                CAST(wait_ms + CASE WHEN end_ms > waiting_since THEN end_ms - waiting_since ELSE 0 END
                                    AS DOUBLE) / 3600000 AS waits,
                                CASE WHEN asked THEN 1 ELSE 0 END AS asked,
                                CAST(silence_ms + CASE WHEN end_ms - heard_ms > :rhythm THEN end_ms - heard_ms ELSE 0
                                    END AS DOUBLE) / 3600000 AS silence
                            FROM (
                                SELECT c.begun_ms, c.wait_ms, c.waiting_since, c.asked, c.silence_ms, c.heard_ms,
                                    CASE WHEN c.closed_day <> :open OR c.last_ms > :now OR (c.end_known = FALSE
                                        AND c.waiting_since IS NULL AND c.last_ms < :quiet)
                                    THEN c.last_ms ELSE :now END AS end_ms
                                FROM journey_course c WHERE %s AND c.way <> 'NO_LEG') e) t""".formatted(reading.where()))
                .params(reading.parameters())
                .param("open", JourneyCourse.OPEN)
                .param("now", now.toEpochMilli())
                .param(
                        "quiet",
                        Days.plusDays(now, -JourneyCourse.QUIET_DAYS, zone).toEpochMilli())
                .param("rhythm", rhythmMillis)
                .query((row, n) -> new Times(
                        new TimeSums(
                                row.getLong(1),
                                row.getDouble(2),
                                row.getDouble(3),
                                row.getDouble(4),
                                row.getDouble(5),
                                row.getDouble(6)),
                        new TimeSums(
                                Math.round(row.getDouble(7)),
                                row.getDouble(8),
                                row.getDouble(9),
                                row.getDouble(10),
                                row.getDouble(11),
                                row.getDouble(12))))
                .single();
    }

    /** A leg in a stage; times in milliseconds. */
    record StageLeg(int stage, boolean ended, boolean overran, long used, long waited) {}

    List<StageLeg> legs(Reading reading) {
        return jdbc.sql("SELECT s.stage, s.ended, s.overran, s.used_ms, s.wait_ms FROM course_stage s "
                        + ofStages(reading))
                .params(reading.parameters())
                .query((row, n) -> new StageLeg(
                        row.getInt(1), row.getBoolean(2), row.getBoolean(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    /** How many legs in each stage ended, and overran, by stage. */
    Map<Integer, long[]> legCounts(Reading reading) {
        Map<Integer, long[]> counts = new TreeMap<>();
        jdbc.sql("""
                        SELECT s.stage, SUM(CASE WHEN s.ended THEN 1 ELSE 0 END),
                            SUM(CASE WHEN s.ended AND s.overran THEN 1 ELSE 0 END)
                        FROM course_stage s\s""" + ofStages(reading) + " GROUP BY s.stage")
                .params(reading.parameters())
                .query(row -> {
                    counts.put(row.getInt(1), new long[] {row.getLong(2), row.getLong(3)});
                });
        return counts;
    }

    /**
     * How many times lie in each {@link WaitBuckets bucket}, by stage.
     *
     * @param used whether the times of ended legs are asked for; if not, the waits before them
     */
    Map<Integer, TreeMap<Integer, Long>> buckets(Reading reading, boolean used) {
        String millis = used ? "s.used_ms" : "s.wait_ms";
        Map<Integer, TreeMap<Integer, Long>> buckets = new HashMap<>();
        jdbc.sql("SELECT stage, bucket, COUNT(*) FROM (SELECT s.stage, CASE WHEN " + millis
                        + " < 1000 THEN 0 ELSE 1 + CEILING(LN(CAST(" + millis
                        + " AS DOUBLE) / 1000) / :base) END AS bucket"
                        + " FROM course_stage s " + ofStages(reading) + (used ? " AND s.ended = TRUE" : "")
                        + ") b GROUP BY stage, bucket")
                .params(reading.parameters())
                .param("base", WaitBuckets.LOG_BASE)
                .query(row -> {
                    buckets.computeIfAbsent(row.getInt(1), none -> new TreeMap<>())
                            .merge((int) Math.round(row.getDouble(2)), row.getLong(3), Long::sum);
                });
        return buckets;
    }

    private static String ofStages(Reading reading) {
        String days = "s.generation = :generation AND s.journey_type_id = :type AND s.closed_day BETWEEN :from AND :to";
        return reading.department() == null
                ? "WHERE " + days
                : "JOIN journey_course c ON c.generation = s.generation AND c.journey_type_id = s.journey_type_id"
                        + " AND c.closed_day = s.closed_day AND c.journey_id = s.journey_id WHERE " + days
                        + CourseQuery.OF_DEPARTMENT;
    }
}
