package nl.baton.fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has everything computed anew, and holds the figures that were live until then against those that are live since. */
final class RebuiltFigures {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);
    private static final List<String> TABLES =
            List.of("handoff", "pending_pass", "journey_day", "journey_course", "course_stage");

    /** Of these the days; what is summed up of them is held against them elsewhere, for not all of it is up to date. */
    private static final List<String> ROLL_UPS = List.of("lane_span", "lane_span_rule", "summary_span");

    private static final String FINDINGS = """
            SELECT h.journey_id, h.grain, h.sequence_number, f.rule, f.touchpoints, f.measured, f.allowed, f.subject
            FROM finding f JOIN handoff h ON h.id = f.handoff_id WHERE h.generation = %d""";

    private final JdbcClient database;

    RebuiltFigures(JdbcClient database) {
        this.database = database;
    }

    /** @param request asks Baton for a rebuild */
    List<String> differences(Runnable request) {
        int before = live();
        Map<String, Set<String>> journeys = journeys();
        request.run();
        long begun = System.nanoTime();
        while (live() == before) {
            if (System.nanoTime() - begun > PATIENCE) {
                return List.of("the figures are not rebuilt");
            }
            LockSupport.parkNanos(100_000_000);
        }
        int after = live();
        var differences = new ArrayList<String>();
        for (String table : TABLES) {
            compare(table, rows(table), before, after, differences);
        }
        for (String table : ROLL_UPS) {
            compare(table, rows(table) + " AND span = 'D'", before, after, differences);
        }
        compare("finding", FINDINGS, before, after, differences);
        journeys().forEach((table, rows) -> {
            if (!rows.equals(journeys.get(table))) {
                differences.add(table + " has changed by a rebuild");
            }
        });
        return differences;
    }

    private String rows(String table) {
        return "SELECT " + columns(table) + " FROM " + table + " WHERE generation = %d";
    }

    private int live() {
        return database.sql("SELECT generation FROM figures_generation WHERE state = 'LIVE'")
                .query(Integer.class)
                .single();
    }

    /** What a row says, without the id and the generation that it says it under. */
    private String columns(String table) {
        List<String> columns =
                database.sql("""
                        SELECT DISTINCT column_name FROM information_schema.columns
                        WHERE table_name = ? AND column_name NOT IN ('id', 'generation')""").param(table).query(String.class).list();
        if (columns.isEmpty()) {
            throw new IllegalStateException("There is no table " + table);
        }
        return String.join(", ", columns).toLowerCase(Locale.ROOT);
    }

    private void compare(String table, String rows, int before, int after, List<String> differences) {
        difference(table, rows.formatted(before), rows.formatted(after), "was live only", differences);
        difference(table, rows.formatted(after), rows.formatted(before), "is rebuilt only", differences);
    }

    private void difference(String table, String these, String those, String what, List<String> differences) {
        database.sql(these + " EXCEPT " + those)
                .query()
                .listOfRows()
                .forEach(row -> differences.add(table + " " + what + ": " + row));
    }

    /** These have no generations: a rebuild finds them right, or mends them. */
    private Map<String, Set<String>> journeys() {
        Map<String, Set<String>> journeys = new LinkedHashMap<>();
        for (String rows : List.of("* FROM journey", "id, journey_id FROM journey_case")) {
            journeys.put(
                    rows,
                    new HashSet<>(database.sql("SELECT " + rows).query().listOfRows().stream()
                            .map(Object::toString)
                            .toList()));
        }
        return journeys;
    }
}
