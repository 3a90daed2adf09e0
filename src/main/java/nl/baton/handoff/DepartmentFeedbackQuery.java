package nl.baton.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.base.UtcTime;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.FeedbackStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads what customers said in a period, with who had their journey when they did. */
@Component
class DepartmentFeedbackQuery {

    /** The last pick-up up to the feedback tells whom it is about, as with feedback that sours a handoff. */
    private static final String SAID = """
            (SELECT f.id, f.kind, f.score, f.text, f.received_at, f.status, f.customer_id, c.journey_id,
                LOWER(TRIM(COALESCE(f.owner, ''))) AS owned_by,
                (SELECT l.to_department_id FROM handoff h JOIN lane l ON l.id = h.lane_id
                    WHERE h.journey_id = c.journey_id AND h.generation = :generation AND h.grain = 'DEPARTMENT'
                        AND h.picked_up_at <= f.received_at
                    ORDER BY h.sequence_number DESC LIMIT 1) AS had_it
                FROM feedback f
                    LEFT JOIN journey_type y ON y.code = f.journey_type
                    LEFT JOIN journey_case c ON c.case_number = f.journey_case AND c.source = f.journey_source
                        AND c.journey_type_id = y.id AND c.contact = FALSE
                WHERE f.received_at >= :from AND f.received_at < :to) said
            WHERE (owned_by IN (:names) OR had_it IN (:departments))""";

    private final NamedParameterJdbcTemplate named;
    private final Generations generations;

    DepartmentFeedbackQuery(NamedParameterJdbcTemplate named, Generations generations) {
        this.named = named;
        this.generations = generations;
    }

    /**
     * What is asked.
     *
     * @param names by which the department may be named as the owner, in small letters
     * @param to exclusive
     */
    record Wanted(Set<Long> departments, Set<String> names, Instant from, Instant to) {}

    /** How many the department owns, how many nobody owns, and how many somebody else does. */
    record Counts(long owned, long unowned, long elsewhere) {}

    /** One that the department, or nobody, owns. */
    record Row(
            long id,
            FeedbackKind kind,
            @Nullable Integer score,
            @Nullable String text,
            Instant receivedAt,
            FeedbackStatus status,
            boolean owned,
            @Nullable Long customer,
            @Nullable Long journey) {}

    private Map<String, Object> parameters(Wanted wanted) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("generation", generations.live());
        parameters.put("from", UtcTime.of(wanted.from));
        parameters.put("to", UtcTime.of(wanted.to));
        // nothing is owned by a name of this kind
        parameters.put("names", wanted.names.isEmpty() ? Set.of("\n") : wanted.names);
        parameters.put("departments", wanted.departments);
        return parameters;
    }

    Counts counts(Wanted wanted) {
        return named.query(
                        """
                SELECT COALESCE(SUM(CASE WHEN owned_by IN (:names) THEN 1 ELSE 0 END), 0),
                    COALESCE(SUM(CASE WHEN owned_by = '' THEN 1 ELSE 0 END), 0), COUNT(*)
                FROM """ + " " + SAID,
                        parameters(wanted),
                        (row, n) -> new Counts(
                                row.getLong(1), row.getLong(2), row.getLong(3) - row.getLong(1) - row.getLong(2)))
                .getFirst();
    }

    List<Row> page(Wanted wanted, int offset, int limit) {
        return named.query(
                "SELECT said.*, CASE WHEN owned_by IN (:names) THEN 1 ELSE 0 END AS owned FROM " + SAID
                        + " AND (owned_by = '' OR owned_by IN (:names)) ORDER BY received_at DESC, id DESC LIMIT "
                        + limit
                        + " OFFSET " + offset,
                parameters(wanted),
                DepartmentFeedbackQuery::read);
    }

    private static Row read(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getLong("id"),
                FeedbackKind.valueOf(row.getString("kind")),
                row.getObject("score", Integer.class),
                row.getString("text"),
                UtcTime.instant(row.getObject("received_at", LocalDateTime.class)),
                FeedbackStatus.valueOf(row.getString("status")),
                row.getInt("owned") == 1,
                row.getObject("customer_id", Long.class),
                row.getObject("journey_id", Long.class));
    }
}
