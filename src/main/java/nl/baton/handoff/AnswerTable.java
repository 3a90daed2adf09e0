package nl.baton.handoff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.baton.base.CountRows;
import nl.baton.handoff.JourneyAnswer.Key;
import nl.baton.handoff.JourneyAnswer.Kind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows behind {@link JourneyAnswers}. */
@Repository
class AnswerTable {

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final JsonMapper json;

    AnswerTable(JdbcTemplate jdbc, NamedParameterJdbcTemplate named, JsonMapper json) {
        this.jdbc = jdbc;
        this.named = named;
        this.json = json;
    }

    /** What is stored of some journeys. */
    List<JourneyAnswer> of(int generation, Collection<Long> journeys) {
        var stored = new ArrayList<JourneyAnswer>();
        if (journeys.isEmpty()) {
            return stored;
        }
        Map<String, Object> which = Map.of("journeys", journeys, "generation", generation);
        named.query("""
                SELECT journey_id, journey_type_id, attribute_name, handoffs, answer FROM journey_answer
                WHERE journey_id IN (:journeys) AND generation = :generation""", which, row -> {
            stored.add(new JourneyAnswer(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    HandoffBand.startingAt(row.getInt(4)),
                    Kind.of(row.getString(5))));
        });
        named.query("""
                SELECT journey_id, journey_type_id, attribute_names FROM journey_other_answers
                WHERE journey_id IN (:journeys) AND generation = :generation""", which, row -> {
            for (String name : json.readValue(row.getString(3), String[].class)) {
                stored.add(new JourneyAnswer(row.getLong(1), row.getLong(2), name, HandoffBand.NONE, Kind.OTHER));
            }
        });
        return stored;
    }

    void delete(int generation, List<JourneyAnswer> gone) {
        jdbc.batchUpdate(
                "DELETE FROM journey_answer WHERE journey_id = ? AND generation = ? AND attribute_name = ?",
                gone.stream()
                        .map(answer -> new Object[] {answer.journeyId(), generation, answer.attribute()})
                        .toList());
    }

    void insert(int generation, List<JourneyAnswer> added) {
        jdbc.batchUpdate(
                """
                INSERT INTO journey_answer (journey_id, generation, attribute_name, journey_type_id, handoffs, answer)
                VALUES (?, ?, ?, ?, ?, ?)""",
                added.stream()
                        .map(answer -> new Object[] {
                            answer.journeyId(),
                            generation,
                            answer.attribute(),
                            answer.typeId(),
                            answer.band().least(),
                            answer.kind().code()
                        })
                        .toList());
    }

    /** @param moved all other answers of each of these journeys; none where there are none any more */
    void replaceOthers(int generation, Map<Long, List<JourneyAnswer>> moved) {
        var gone = new ArrayList<Object[]>();
        var rows = new ArrayList<Object[]>();
        moved.forEach((journey, answers) -> {
            if (answers.isEmpty()) {
                gone.add(new Object[] {journey, generation});
            } else {
                rows.add(new Object[] {
                    journey,
                    generation,
                    answers.getFirst().typeId(),
                    json.writeValueAsString(answers.stream()
                            .map(JourneyAnswer::attribute)
                            .sorted()
                            .toList())
                });
            }
        });
        jdbc.batchUpdate("DELETE FROM journey_other_answers WHERE journey_id = ? AND generation = ?", gone);
        jdbc.batchUpdate("""
                INSERT INTO journey_other_answers (journey_id, generation, journey_type_id, attribute_names)
                VALUES (?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE journey_type_id = VALUES(journey_type_id),
                    attribute_names = VALUES(attribute_names)""", rows);
    }

    /** In order, so that two who move the same counts wait for each other, and never in a ring. */
    void move(int generation, Map<Key, Long> differences) {
        var moved = new ArrayList<Object[]>();
        var lessened = new ArrayList<Object[]>();
        new TreeMap<>(differences).forEach((key, difference) -> {
            if (difference != 0) {
                moved.add(row(generation, key, difference));
            }
            if (difference < 0) {
                lessened.add(row(generation, key));
            }
        });
        CountRows.add(jdbc, """
                INSERT INTO answer_count (generation, journey_type_id, attribute_name, handoffs, answer, journeys)
                VALUES (?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE journeys = journeys + VALUES(journeys)""", moved);
        jdbc.batchUpdate("""
                DELETE FROM answer_count WHERE generation = ? AND journey_type_id = ? AND attribute_name = ?
                    AND handoffs = ? AND answer = ? AND journeys = 0""", lessened);
    }

    private static Object[] row(int generation, Key key, Object... further) {
        var row = new ArrayList<Object>(List.of(
                generation,
                key.typeId(),
                key.attribute(),
                key.band().least(),
                key.kind().code()));
        row.addAll(List.of(further));
        return row.toArray();
    }
}
