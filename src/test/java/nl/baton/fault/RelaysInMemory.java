package nl.baton.fault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.base.UtcTime;
import nl.baton.handoff.Grain;
import nl.baton.handoff.Handoff;
import nl.baton.handoff.Relay;
import nl.baton.journey.Direction;
import nl.baton.journey.Outcome;
import nl.baton.journey.Touchpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the handoffs and pending passes that are stored against those of each journey run through in memory. */
final class RelaysInMemory {

    private final Set<String> handoffs = new HashSet<>();
    private final Set<String> pending = new HashSet<>();

    private RelaysInMemory() {}

    static List<String> differences(JdbcClient database) {
        var computed = new RelaysInMemory();
        Map<Long, List<Touchpoint>> journeys = new HashMap<>();
        database.sql("""
                SELECT c.journey_id, t.* FROM touchpoint t JOIN journey_case c ON c.id = t.case_id""").query(row -> {
            journeys.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(touchpoint(row));
        });
        journeys.forEach(computed::run);
        var differences = new ArrayList<String>();
        compare("handoff", computed.handoffs, stored(database), differences);
        compare("pending pass", computed.pending, storedPending(database), differences);
        return differences;
    }

    private static void compare(String what, Set<String> computed, List<String> stored, List<String> differences) {
        Set<String> there = new HashSet<>(stored);
        if (there.size() != stored.size()) {
            differences.add(what + ": " + (stored.size() - there.size()) + " are stored twice");
        }
        computed.stream()
                .filter(each -> !there.contains(each))
                .forEach(each -> differences.add(what + " in memory only: " + each));
        there.stream()
                .filter(each -> !computed.contains(each))
                .forEach(each -> differences.add(what + " in the database only: " + each));
    }

    private void run(long journey, List<Touchpoint> touchpoints) {
        for (Grain grain : Grain.values()) {
            Relay relay = Relay.of(grain, touchpoints);
            for (Handoff handoff : relay.handoffs()) {
                handoffs.add(String.join(
                        " ",
                        List.of(
                                "" + journey,
                                grain.name(),
                                "" + handoff.sequence(),
                                "" + handoff.passing().id(),
                                "" + handoff.pickup().id(),
                                "" + UtcTime.of(handoff.passedAt()),
                                "" + UtcTime.of(handoff.pickedUpAt()),
                                "" + UtcTime.ofNullable(handoff.legEndedAt()),
                                "" + handoff.waited().toMillis(),
                                "" + handoff.explicit(),
                                "" + handoff.chases().size(),
                                "" + handoff.pingPong(),
                                "" + handoff.isReturn(),
                                "" + handoff.bounced())));
            }
            relay.pending()
                    .forEach(pass -> pending.add(journey + " " + grain + " "
                            + pass.passing().id() + " " + UtcTime.of(pass.passedAt()) + " "
                            + pass.chases().size()));
        }
    }

    private static List<String> stored(JdbcClient database) {
        return database.sql("""
                SELECT h.journey_id, h.grain, h.sequence_number, h.passing_touchpoint_id, h.pickup_touchpoint_id,
                    h.passed_at, h.picked_up_at, h.leg_ended_at, h.wait_ms, h.explicit_pass, h.chases, h.ping_pong,
                    h.is_return, h.bounced
                FROM handoff h JOIN figures_generation g ON g.generation = h.generation AND g.state = 'LIVE'""")
                .query((row, n) -> String.join(
                        " ",
                        List.of(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                "" + row.getObject(6, LocalDateTime.class),
                                "" + row.getObject(7, LocalDateTime.class),
                                "" + row.getObject(8, LocalDateTime.class),
                                row.getString(9),
                                "" + row.getBoolean(10),
                                row.getString(11),
                                "" + row.getBoolean(12),
                                "" + row.getBoolean(13),
                                "" + row.getBoolean(14))))
                .list();
    }

    private static List<String> storedPending(JdbcClient database) {
        return database.sql("""
                SELECT p.journey_id, p.grain, p.passing_touchpoint_id, p.passed_at, p.chases
                FROM pending_pass p JOIN figures_generation g ON g.generation = p.generation AND g.state = 'LIVE'""")
                .query((row, n) -> row.getLong(1) + " " + row.getString(2) + " " + row.getLong(3) + " "
                        + row.getObject(4, LocalDateTime.class) + " " + row.getInt(5))
                .list();
    }

    /** As far as a relay has to know it. */
    private static Touchpoint touchpoint(ResultSet row) throws SQLException {
        String direction = row.getString("direction");
        String outcome = row.getString("outcome");
        return new Touchpoint(
                row.getLong("id"),
                row.getLong("case_id"),
                row.getString("source"),
                row.getString("external_id"),
                row.getLong("file_position"),
                UtcTime.instant(row.getObject("started_at", LocalDateTime.class)),
                UtcTime.instantOrNull(row.getObject("ended_at", LocalDateTime.class)),
                row.getObject("customer_id", Long.class),
                row.getObject("department_id", Long.class),
                row.getObject("team_id", Long.class),
                null,
                direction == null ? null : Direction.valueOf(direction),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                outcome == null ? null : Outcome.valueOf(outcome),
                null,
                row.getObject("handed_to_department_id", Long.class),
                row.getObject("handed_to_team_id", Long.class),
                Touchpoint.Details.NONE);
    }
}
