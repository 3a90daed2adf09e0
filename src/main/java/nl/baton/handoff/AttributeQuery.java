package nl.baton.handoff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.handoff.AttributePicture.Step;
import nl.baton.handoff.JourneyAnswer.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what attributes of journeys say: figures from their counts, lists from an index. */
@Component
class AttributeQuery {

    /** A choice among more would be none. */
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Generations generations;

    AttributeQuery(JdbcClient jdbc, Generations generations) {
        this.jdbc = jdbc;
        this.generations = generations;
    }

    /** An attribute of a journey type that is a yes or a no wherever it says anything, and each at least once. */
    record YesOrNo(long typeId, String attribute) {}

    List<YesOrNo> yesOrNo() {
        return jdbc.sql("""
                        SELECT journey_type_id, attribute_name FROM answer_count WHERE generation = ?
                        GROUP BY journey_type_id, attribute_name
                        HAVING SUM(CASE WHEN answer = 'Y' THEN journeys ELSE 0 END) > 0
                            AND SUM(CASE WHEN answer = 'N' THEN journeys ELSE 0 END) > 0
                            AND SUM(CASE WHEN answer = 'O' THEN journeys ELSE 0 END) = 0
                        ORDER BY journey_type_id, attribute_name""")
                .param(generations.live())
                .query((row, n) -> new YesOrNo(row.getLong(1), row.getString(2)))
                .list();
    }

    /** Its attributes by name, as many as can be chosen from. */
    static List<String> of(long type, List<YesOrNo> all) {
        return all.stream()
                .filter(each -> each.typeId() == type)
                .map(YesOrNo::attribute)
                .limit(MOST)
                .toList();
    }

    AttributePicture picture(long type, String attribute) {
        Map<HandoffBand, long[]> counts = new HashMap<>();
        jdbc.sql("""
                        SELECT handoffs, answer, journeys FROM answer_count
                        WHERE generation = ? AND journey_type_id = ? AND attribute_name = ? AND answer <> 'O'""").params(generations.live(), type, attribute).query(row -> {
            long[] both = counts.computeIfAbsent(HandoffBand.startingAt(row.getInt(1)), any -> new long[2]);
            both[Kind.of(row.getString(2)) == Kind.YES ? 0 : 1] = row.getLong(3);
        });
        var steps = new ArrayList<Step>();
        for (HandoffBand band : HandoffBand.values()) {
            long[] both = counts.getOrDefault(band, new long[2]);
            steps.add(new Step(band, both[0], both[1]));
        }
        return new AttributePicture(attribute, steps);
    }

    /** A journey, and what its attribute says. */
    record Row(long journeyId, boolean answer) {}

    /** @param answer null for both, those that say no first */
    List<Row> journeys(long type, String attribute, HandoffBand band, @Nullable Boolean answer, int offset, int limit) {
        var parameters = new ArrayList<Object>(List.of(generations.live(), type, attribute, band.least()));
        String which = "";
        if (answer != null) {
            which = " AND answer = ?";
            parameters.add(Kind.of(answer).code());
        }
        parameters.add(limit);
        parameters.add(offset);
        return jdbc.sql("""
                        SELECT journey_id, answer FROM journey_answer
                        WHERE generation = ? AND journey_type_id = ? AND attribute_name = ? AND handoffs = ?%s
                        ORDER BY answer, journey_id LIMIT ? OFFSET ?""".formatted(which))
                .params(parameters)
                .query((row, n) -> new Row(row.getLong(1), Kind.of(row.getString(2)) == Kind.YES))
                .list();
    }
}
