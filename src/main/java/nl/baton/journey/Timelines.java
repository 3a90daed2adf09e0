package nl.baton.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.department.Survivors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer's contacts by time, one by one or added up, over all journeys that the asker sees or one of them. Each
 * answer takes one statement, whatever the history.
 */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'STEWARD')")
public class Timelines {

    private static final String FROM = """
             FROM journey j JOIN journey_case c ON c.journey_id = j.id JOIN touchpoint t ON t.case_id = c.id
            WHERE j.customer_id = :customer AND (:journey = 0 OR j.id = :journey) AND\s""" + JourneySight.SEEN;

    private static final String CONTACT = "SELECT j.id AS journey_of, t.*";

    private static final String WITHIN = " AND t.started_at >= :from AND t.started_at < :to";

    /** Stretches of time held that are longer than a bin are read apart; beyond this many they are too much to draw. */
    private static final int MOST_STRETCHES = 20_000;

    private final NamedParameterJdbcTemplate named;
    private final TouchpointTable table;
    private final Departments departments;
    private final JourneySight sight;

    Timelines(NamedParameterJdbcTemplate named, TouchpointTable table, Departments departments, JourneySight sight) {
        this.named = named;
        this.table = table;
        this.departments = departments;
        this.sight = sight;
    }

    /** Whose contacts: of all journeys of a customer, or of one. */
    public record Scope(long customer, @Nullable Long journey) {}

    /** A stretch of time, its end excluded. */
    public record Stretch(Instant from, Instant to) {

        public Duration length() {
            return Duration.between(from, to);
        }
    }

    /** A touchpoint and the journey that it is part of. */
    public record Contact(long journey, Touchpoint touchpoint) {}

    /** How often something was said in one of equal bins. */
    public record Counts(int bin, long inbound, long outbound) {}

    /** Time for which a department had the baton: in one stretch, or added up over the short ones that begin in a bin. */
    public record Held(
            long department,
            int bin,
            Duration time,
            @Nullable Stretch stretch) {}

    /** How many contacts there are in each of some stretches. */
    @Transactional(readOnly = true)
    public List<Long> count(Scope scope, List<Stretch> stretches) {
        var sums = new ArrayList<String>();
        Map<String, Object> parameters = parameters(scope);
        for (int i = 0; i < stretches.size(); i++) {
            sums.add("COALESCE(SUM(CASE WHEN t.started_at >= :from" + i + " AND t.started_at < :to" + i
                    + " THEN 1 ELSE 0 END), 0)");
            parameters.put("from" + i, UtcTime.of(stretches.get(i).from()));
            parameters.put("to" + i, UtcTime.of(stretches.get(i).to()));
        }
        return named.query("SELECT " + String.join(", ", sums) + FROM, parameters, (row, n) -> {
                    var counts = new ArrayList<Long>();
                    for (int i = 1; i <= stretches.size(); i++) {
                        counts.add(row.getLong(i));
                    }
                    return counts;
                })
                .getFirst();
    }

    /** All contacts, in no particular order. */
    @Transactional(readOnly = true)
    public List<Contact> contacts(Scope scope) {
        return read(CONTACT + FROM, parameters(scope));
    }

    /** The contacts of a stretch with some before it and after it: what happened at its sides began or ended there. */
    @Transactional(readOnly = true)
    public List<Contact> contacts(Scope scope, Stretch stretch, int beside) {
        Map<String, Object> parameters = parameters(scope, stretch);
        List<Contact> all = new ArrayList<>(read(CONTACT + FROM + WITHIN, parameters));
        String limit = " LIMIT " + beside;
        all.addAll(read(CONTACT + FROM + " AND t.started_at < :from ORDER BY t.started_at DESC" + limit, parameters));
        all.addAll(read(CONTACT + FROM + " AND t.started_at >= :to ORDER BY t.started_at" + limit, parameters));
        return all;
    }

    private List<Contact> read(String sql, Map<String, Object> parameters) {
        Survivors survivors = departments.survivors();
        return named.query(
                sql,
                parameters,
                (row, n) -> new Contact(
                        row.getLong("journey_of"),
                        sight.withoutOthersText(table.read(row, n).readAs(survivors))));
    }

    /** To and from the customer, in bins of equal length from the stretch's beginning; those with nothing left out. */
    @Transactional(readOnly = true)
    public List<Counts> counts(Scope scope, Stretch stretch, Duration bin) {
        return named.query(
                "SELECT bin, SUM(inbound), SUM(outbound) FROM (SELECT " + binOf("t.started_at", bin) + """
                         AS bin, CASE WHEN t.direction = 'INBOUND' THEN 1 ELSE 0 END AS inbound,
                        CASE WHEN t.direction = 'OUTBOUND' THEN 1 ELSE 0 END AS outbound
                    """ + FROM
                        + WITHIN + ") x GROUP BY bin ORDER BY bin",
                parameters(scope, stretch),
                (row, n) -> new Counts(row.getInt(1), row.getLong(2), row.getLong(3)));
    }

    /**
     * Who had the baton: from a contact to the next of the same department in the journey, else to its own end, and of
     * an open journey that was handed to nobody up to now.
     */
    @Transactional(readOnly = true)
    public List<Held> held(Scope scope, Stretch stretch, Duration bin, Instant now) {
        Survivors survivors = departments.survivors();
        Map<String, Object> parameters = parameters(scope, stretch);
        parameters.put("now", UtcTime.of(now));
        parameters.put("lately", UtcTime.of(now.minus(Duration.ofDays(30))));
        String seconds = "TIMESTAMPDIFF(SECOND, x.begun, x.ended)";
        return named.query(
                """
                SELECT department_id, bin, apart, SUM(seconds), MIN(begun), MAX(ended) FROM (
                    SELECT x.department_id, %s AS bin, %s AS seconds, x.begun, x.ended,
                        CASE WHEN %s > %d THEN x.id ELSE 0 END AS apart
                    FROM (
                        SELECT t.id, t.department_id, t.started_at AS begun,
                            CASE WHEN LEAD(t.department_id) OVER w = t.department_id THEN LEAD(t.started_at) OVER w
                                WHEN LEAD(t.id) OVER w IS NULL AND j.closed_at IS NULL
                                    AND t.handed_to_department_id IS NULL AND t.started_at > :lately THEN :now
                                ELSE COALESCE(t.ended_at, t.started_at) END AS ended
                        %s AND t.department_id IS NOT NULL
                        WINDOW w AS (PARTITION BY j.id ORDER BY t.started_at, t.file_position, t.id)) x
                    WHERE x.begun < :to AND x.ended >= :from) y
                GROUP BY department_id, bin, apart LIMIT %d""".formatted(binOf("x.begun", bin), seconds, seconds, bin.toSeconds(), FROM, MOST_STRETCHES),
                parameters,
                (row, n) -> new Held(
                        survivors.department(row.getLong(1)),
                        row.getInt(2),
                        Duration.ofSeconds(row.getLong(4)),
                        row.getLong(3) == 0
                                ? null
                                : new Stretch(
                                        UtcTime.instant(row.getObject(5, LocalDateTime.class)),
                                        UtcTime.instant(row.getObject(6, LocalDateTime.class)))));
    }

    /** Which bin a moment falls in. Lengths are numbers of our own making, so that they may stand in the statement. */
    private static String binOf(String column, Duration bin) {
        return "FLOOR(TIMESTAMPDIFF(SECOND, :from, " + column + ") / " + bin.toSeconds() + ".0)";
    }

    private Map<String, Object> parameters(Scope scope) {
        Long journey = scope.journey();
        return new HashMap<>(
                sight.parameters(Map.of("customer", scope.customer(), "journey", journey == null ? 0L : journey)));
    }

    private Map<String, Object> parameters(Scope scope, Stretch stretch) {
        Map<String, Object> parameters = parameters(scope);
        parameters.put("from", UtcTime.of(stretch.from()));
        parameters.put("to", UtcTime.of(stretch.to()));
        return parameters;
    }
}
