package nl.baton.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.handoff.JourneyCourse.StageTime;
import nl.baton.handoff.JourneyCourse.Way;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows behind journeys' courses. */
@Repository
class CourseTable {

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    CourseTable(JdbcTemplate jdbc, NamedParameterJdbcTemplate named) {
        this.jdbc = jdbc;
        this.named = named;
    }

    /** The stored courses of some journeys in one generation of the figures. */
    List<JourneyCourse> courses(int generation, Collection<Long> journeys) {
        if (journeys.isEmpty()) {
            return List.of();
        }
        Map<String, ?> which = Map.of("journeys", journeys, "generation", generation);
        Map<Long, List<StageTime>> stages = new HashMap<>();
        named.query(
                "SELECT * FROM course_stage WHERE journey_id IN (:journeys) AND generation = :generation ORDER BY stage",
                which,
                row -> {
                    stages.computeIfAbsent(row.getLong("journey_id"), none -> new ArrayList<>())
                            .add(new StageTime(
                                    row.getInt("stage"),
                                    row.getLong("used_ms"),
                                    row.getLong("wait_ms"),
                                    row.getBoolean("ended"),
                                    row.getBoolean("overran")));
                });
        return named.query(
                "SELECT * FROM journey_course WHERE journey_id IN (:journeys) AND generation = :generation",
                which,
                (row, n) -> course(row, stages.getOrDefault(row.getLong("journey_id"), List.of())));
    }

    private static JourneyCourse course(ResultSet row, List<StageTime> stages) throws SQLException {
        return new JourneyCourse(
                row.getLong("journey_id"),
                row.getLong("journey_type_id"),
                row.getObject("closed_day", LocalDate.class),
                Way.valueOf(row.getString("way")),
                row.getInt("reached"),
                row.getLong("left_for"),
                row.getString("departments"),
                row.getLong("begun_ms"),
                row.getLong("last_ms"),
                row.getBoolean("end_known"),
                row.getLong("wait_ms"),
                row.getObject("waiting_since", Long.class),
                row.getBoolean("asked"),
                row.getLong("silence_ms"),
                row.getObject("heard_ms", Long.class),
                stages);
    }

    void delete(int generation, List<JourneyCourse> courses) {
        List<Object[]> keys = courses.stream()
                .map(course -> new Object[] {course.journeyId(), generation})
                .toList();
        jdbc.batchUpdate("DELETE FROM journey_course WHERE journey_id = ? AND generation = ?", keys);
        jdbc.batchUpdate(
                "DELETE FROM course_stage WHERE journey_id = ? AND generation = ? AND stage = ?",
                courses.stream()
                        .flatMap(course -> course.stages().stream()
                                .map(stage -> new Object[] {course.journeyId(), generation, stage.stage()}))
                        .toList());
    }

    void insert(int generation, List<JourneyCourse> courses) {
        jdbc.batchUpdate(
                """
                INSERT INTO journey_course (journey_id, generation, journey_type_id, closed_day, way, reached, left_for,
                    departments, begun_ms, last_ms, end_known, wait_ms, waiting_since, asked, silence_ms,
                    heard_ms)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", courses.stream().map(course -> values(generation, course)).toList());
        jdbc.batchUpdate(
                """
                INSERT INTO course_stage (journey_id, generation, stage, journey_type_id, closed_day, used_ms, wait_ms,
                    ended, overran)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                courses.stream()
                        .flatMap(course -> course.stages().stream().map(stage -> values(generation, course, stage)))
                        .toList());
    }

    /** In the order of the columns of journey_course. */
    static @Nullable Object[] values(int generation, JourneyCourse course) {
        return new @Nullable Object[] {
            course.journeyId(),
            generation,
            course.typeId(),
            course.closedDay(),
            course.way().name(),
            course.reached(),
            course.leftFor(),
            course.departments(),
            course.begunMillis(),
            course.lastMillis(),
            course.endKnown(),
            course.waitMillis(),
            course.waitingSince(),
            course.asked(),
            course.silenceMillis(),
            course.heardMillis()
        };
    }

    /** In the order of the columns of course_stage. */
    static @Nullable Object[] values(int generation, JourneyCourse course, StageTime stage) {
        return new @Nullable Object[] {
            course.journeyId(),
            generation,
            stage.stage(),
            course.typeId(),
            course.closedDay(),
            stage.usedMillis(),
            stage.waitMillis(),
            stage.ended(),
            stage.overran()
        };
    }
}
