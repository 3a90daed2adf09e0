package nl.baton.journey;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** All types by name, with all that belongs to them, in one statement. */
    List<JourneyType> all() {
        Map<Long, Set<JourneyType.Planned>> planned = new HashMap<>();
        Map<Long, List<JourneyType.Stage>> stages = new HashMap<>();
        var types = new ArrayList<JourneyType>();
        jdbc.sql("""
                        SELECT 1 AS part, y.id, y.id AS place, y.code, y.name, y.rhythm, y.contact_gap FROM journey_type y
                        UNION ALL SELECT 2, p.journey_type_id, p.from_department_id, CONCAT(p.to_department_id, ''),
                            NULL, NULL, NULL FROM planned_pass p
                        UNION ALL SELECT 3, s.journey_type_id, s.position, CONCAT(s.department_id, ''), s.promised,
                            s.clock, NULL FROM journey_stage s
                        ORDER BY part DESC, place, code""").query(row -> {
            long id = row.getLong(2);
            switch (row.getInt(1)) {
                case 3 ->
                    stages.computeIfAbsent(id, none -> new ArrayList<>())
                            .add(new JourneyType.Stage(
                                    row.getLong(4),
                                    Duration.parse(row.getString(5)),
                                    JourneyType.Clock.valueOf(row.getString(6))));
                case 2 ->
                    planned.computeIfAbsent(id, none -> new LinkedHashSet<>())
                            .add(new JourneyType.Planned(row.getLong(3), row.getLong(4)));
                default -> {
                    Duration gap = duration(row.getString(7));
                    types.add(new JourneyType(
                            id,
                            row.getString(4),
                            row.getString(5),
                            duration(row.getString(6)),
                            planned.getOrDefault(id, Set.of()),
                            stages.getOrDefault(id, List.of()),
                            gap == null ? JourneyType.USUAL_CONTACT_GAP : gap));
                }
            }
        });
        types.sort(Comparator.comparing(JourneyType::name).thenComparing(JourneyType::id));
        return types;
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

    /** Keeps others from changing it until the end of the transaction. */
    void lock(long type) {
        jdbc.sql("SELECT id FROM journey_type WHERE id = ? FOR UPDATE")
                .param(type)
                .query(Long.class)
                .optional();
    }

    /** Stores what a type has become; its journeys are computed again when anything but its name has changed. */
    void change(JourneyType before, JourneyType after) {
        replace(after);
        boolean renamed = before.plannedPasses().equals(after.plannedPasses())
                && before.stages().equals(after.stages())
                && Objects.equals(before.rhythm(), after.rhythm())
                && before.contactGap().equals(after.contactGap());
        if (!renamed) {
            markJourneys(after.id());
        }
    }

    private void replace(JourneyType type) {
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
    private void markJourneys(long type) {
        jdbc.sql("""
                        INSERT INTO changed_case (case_id, marked_at)
                        SELECT id, ? FROM journey_case WHERE journey_type_id = ?""").params(UtcTime.of(clock.instant()), type).update();
    }
}
