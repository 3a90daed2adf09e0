package nl.baton.journey;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.baton.base.Ids;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The kinds of journeys as they are stored, with the departments as they were named. */
@Repository
class JourneyTypeTable {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    JourneyTypeTable(JdbcClient jdbc, Ids ids, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** All types by name. */
    List<JourneyType> all() {
        Map<Long, Set<JourneyType.Planned>> planned = new HashMap<>();
        jdbc.sql("""
                SELECT journey_type_id, from_department_id, to_department_id FROM planned_pass
                ORDER BY journey_type_id, from_department_id, to_department_id""").query(row -> {
            planned.computeIfAbsent(row.getLong(1), id -> new LinkedHashSet<>())
                    .add(new JourneyType.Planned(row.getLong(2), row.getLong(3)));
        });
        Map<Long, List<JourneyType.Stage>> stages = new HashMap<>();
        jdbc.sql("""
                SELECT journey_type_id, department_id, promised, clock FROM journey_stage
                ORDER BY journey_type_id, position""").query(row -> {
            stages.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                    .add(new JourneyType.Stage(
                            row.getLong(2),
                            Duration.parse(row.getString(3)),
                            JourneyType.Clock.valueOf(row.getString(4))));
        });
        return jdbc.sql("SELECT id, code, name, rhythm, contact_gap FROM journey_type ORDER BY name, id")
                .query((row, n) -> {
                    long id = row.getLong("id");
                    Duration gap = duration(row.getString("contact_gap"));
                    return new JourneyType(
                            id,
                            row.getString("code"),
                            row.getString("name"),
                            duration(row.getString("rhythm")),
                            planned.getOrDefault(id, Set.of()),
                            stages.getOrDefault(id, List.of()),
                            gap == null ? JourneyType.USUAL_CONTACT_GAP : gap);
                })
                .list();
    }

    /** One type, with all that belongs to it, in one statement. */
    Optional<JourneyType> byId(long id) {
        Set<JourneyType.Planned> planned = new LinkedHashSet<>();
        List<JourneyType.Stage> stages = new ArrayList<>();
        return jdbc
                .sql("""
                        SELECT 1 AS part, y.id AS place, y.code, y.name, y.rhythm, y.contact_gap FROM journey_type y
                            WHERE y.id = :id
                        UNION ALL SELECT 2, p.from_department_id, CAST(p.to_department_id AS CHAR), NULL, NULL, NULL
                            FROM planned_pass p WHERE p.journey_type_id = :id
                        UNION ALL SELECT 3, s.position, CAST(s.department_id AS CHAR), s.promised, s.clock, NULL
                            FROM journey_stage s WHERE s.journey_type_id = :id
                        ORDER BY part DESC, place""")
                .param("id", id)
                .query((row, n) -> {
                    switch (row.getInt("part")) {
                        case 3 ->
                            stages.add(new JourneyType.Stage(
                                    row.getLong(3),
                                    Duration.parse(row.getString(4)),
                                    JourneyType.Clock.valueOf(row.getString(5))));
                        case 2 -> planned.add(new JourneyType.Planned(row.getLong(2), row.getLong(3)));
                        default -> {
                            Duration gap = duration(row.getString(6));
                            return Optional.of(new JourneyType(
                                    id,
                                    row.getString(3),
                                    row.getString(4),
                                    duration(row.getString(5)),
                                    planned,
                                    stages,
                                    gap == null ? JourneyType.USUAL_CONTACT_GAP : gap));
                        }
                    }
                    return Optional.<JourneyType>empty();
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static @Nullable Duration duration(@Nullable String text) {
        return text == null ? null : Duration.parse(text);
    }

    Optional<Long> find(String code) {
        return jdbc.sql("SELECT id FROM journey_type WHERE code = ?")
                .param(code)
                .query(Long.class)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another node gave the code out just now */
    long add(String code) {
        long id = ids.next("journey_type");
        jdbc.sql("INSERT INTO journey_type (id, code, name) VALUES (?, ?, ?)")
                .params(id, code, code)
                .update();
        return id;
    }

    void replace(JourneyType type) {
        Duration rhythm = type.rhythm();
        jdbc.sql("UPDATE journey_type SET name = :name, rhythm = :rhythm, contact_gap = :gap WHERE id = :id")
                .param("name", type.name())
                .param("rhythm", rhythm == null ? null : rhythm.toString())
                .param("gap", type.contactGap().toString())
                .param("id", type.id())
                .update();
        jdbc.sql("DELETE FROM planned_pass WHERE journey_type_id = ?")
                .param(type.id())
                .update();
        for (JourneyType.Planned pass : type.plannedPasses()) {
            jdbc.sql(
                            "INSERT INTO planned_pass (journey_type_id, from_department_id, to_department_id) VALUES (?, ?, ?)")
                    .params(type.id(), pass.fromDepartment(), pass.toDepartment())
                    .update();
        }
        jdbc.sql("DELETE FROM journey_stage WHERE journey_type_id = ?")
                .param(type.id())
                .update();
        int position = 0;
        for (JourneyType.Stage stage : type.stages()) {
            jdbc.sql("""
                            INSERT INTO journey_stage (journey_type_id, position, department_id, promised, clock)
                            VALUES (?, ?, ?, ?, ?)""")
                    .params(
                            type.id(),
                            position++,
                            stage.department(),
                            stage.promised().toString(),
                            stage.clock().name())
                    .update();
        }
    }

    String code(long id) {
        return jdbc.sql("SELECT code FROM journey_type WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** Has all journeys of the type computed again. */
    void markJourneys(long type) {
        jdbc.sql("""
                        INSERT INTO changed_case (case_id, marked_at)
                        SELECT id, ? FROM journey_case WHERE journey_type_id = ?""").params(UtcTime.of(clock.instant()), type).update();
    }
}
