package nl.baton.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.baton.base.UtcTime;
import nl.baton.journey.Touchpoint.Details;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows behind {@link Touchpoint}. Instants are stored as UTC. */
@Repository
class TouchpointTable {

    private static final String COLUMNS = """
            case_id, started_at, ended_at, customer_id, department_id, team_id, agent, direction, channel, handled_by, answered,
            purpose, activity, topic, text, visibility, language, outcome, decided_by,
            handed_to_department_id, handed_to_team_id, details""";

    /** The same for computing, which reads no prose. */
    private static final String WITHOUT_TEXT = COLUMNS.replace(" text,", " NULL AS text,");

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final JsonMapper json;

    TouchpointTable(JdbcTemplate jdbc, NamedParameterJdbcTemplate named, JsonMapper json) {
        this.jdbc = jdbc;
        this.named = named;
        this.json = json;
    }

    /** The stored touchpoints that have the same identity as one of the batch, kept from others until the caller commits. */
    List<Touchpoint> find(List<NewTouchpoint> batch) {
        Map<String, List<String>> bySource = new HashMap<>();
        for (NewTouchpoint touchpoint : batch) {
            bySource.computeIfAbsent(touchpoint.source(), source -> new ArrayList<>())
                    .add(touchpoint.externalId());
        }
        var found = new ArrayList<Touchpoint>();
        bySource.forEach((source, externalIds) -> found.addAll(named.query(
                "SELECT id, source, external_id, file_position, " + COLUMNS
                        + " FROM touchpoint WHERE external_id IN (:ids) AND source = :source ORDER BY external_id FOR UPDATE",
                Map.of("source", source, "ids", externalIds),
                this::read)));
        return found;
    }

    /** All touchpoints of some cases, without their text. */
    List<Touchpoint> ofCases(Collection<Long> cases) {
        return cases.isEmpty()
                ? List.of()
                : named.query(
                        "SELECT id, source, external_id, file_position, " + WITHOUT_TEXT
                                + " FROM touchpoint WHERE case_id IN (:cases)",
                        Map.of("cases", cases),
                        this::read);
    }

    /** Some touchpoints, without their text. */
    List<Touchpoint> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : named.query(
                        "SELECT id, source, external_id, file_position, " + WITHOUT_TEXT
                                + " FROM touchpoint WHERE id IN (:ids)",
                        Map.of("ids", ids),
                        this::read);
    }

    /** One touchpoint, kept from others until the caller commits. */
    Optional<Touchpoint> find(String source, String externalId) {
        return named
                .query(
                        "SELECT id, source, external_id, file_position, " + COLUMNS
                                + " FROM touchpoint WHERE external_id = :id AND source = :source FOR UPDATE",
                        Map.of("id", externalId, "source", source),
                        this::read)
                .stream()
                .findFirst();
    }

    void delete(long id) {
        jdbc.update("DELETE FROM touchpoint_history WHERE touchpoint_id = ?", id);
        jdbc.update("DELETE FROM touchpoint WHERE id = ?", id);
    }

    void insert(List<Touchpoint> touchpoints, Instant arrived, Via via) {
        jdbc.batchUpdate(
                "INSERT INTO touchpoint (" + COLUMNS + """
                , id, source, external_id, file_position, arrived_at, via)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                touchpoints.stream()
                        .map(touchpoint -> values(
                                touchpoint,
                                touchpoint.id(),
                                touchpoint.source(),
                                touchpoint.externalId(),
                                touchpoint.position(),
                                UtcTime.of(arrived),
                                via.name()))
                        .toList());
    }

    void replace(List<Touchpoint> former, List<Touchpoint> changed, Instant replacedAt) {
        var versions = new ArrayList<Object[]>();
        for (int i = 0; i < former.size(); i++) {
            // a batch may replace one touchpoint more than once: each version gets a moment of its own
            versions.add(new Object[] {
                former.get(i).id(), UtcTime.of(replacedAt.plusNanos(i * 1_000L)), json.writeValueAsString(former.get(i))
            });
        }
        jdbc.batchUpdate(
                "INSERT INTO touchpoint_history (touchpoint_id, replaced_at, version) VALUES (?, ?, ?)", versions);
        jdbc.batchUpdate(
                """
                UPDATE touchpoint SET case_id = ?, started_at = ?, ended_at = ?, customer_id = ?, department_id = ?,
                    team_id = ?, agent = ?, direction = ?, channel = ?, handled_by = ?, answered = ?, purpose = ?, activity = ?,
                    topic = ?, text = ?, visibility = ?, language = ?, outcome = ?, decided_by = ?,
                    handed_to_department_id = ?, handed_to_team_id = ?, details = ?
                WHERE id = ?""",
                changed.stream()
                        .map(touchpoint -> values(touchpoint, touchpoint.id()))
                        .toList());
    }

    private @Nullable Object[] values(Touchpoint touchpoint, @Nullable Object... further) {
        var values = new ArrayList<@Nullable Object>(28);
        values.add(touchpoint.caseId());
        values.add(UtcTime.of(touchpoint.at()));
        values.add(UtcTime.ofNullable(touchpoint.endedAt()));
        values.add(touchpoint.customerId());
        values.add(touchpoint.departmentId());
        values.add(touchpoint.teamId());
        values.add(touchpoint.agent());
        values.add(name(touchpoint.direction()));
        values.add(touchpoint.channel());
        values.add(name(touchpoint.handledBy()));
        values.add(touchpoint.answered());
        values.add(name(touchpoint.purpose()));
        values.add(touchpoint.activity());
        values.add(touchpoint.topic());
        values.add(touchpoint.text());
        values.add(name(touchpoint.visibility()));
        values.add(touchpoint.language());
        values.add(name(touchpoint.outcome()));
        values.add(name(touchpoint.by()));
        values.add(touchpoint.handedToDepartmentId());
        values.add(touchpoint.handedToTeamId());
        Details details = touchpoint.details();
        values.add(details.equals(Details.NONE) ? null : json.writeValueAsString(details));
        for (Object value : further) {
            values.add(value);
        }
        return values.toArray();
    }

    Touchpoint read(ResultSet row, int n) throws SQLException {
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
                row.getString("agent"),
                constant(Direction.class, row.getString("direction")),
                row.getString("channel"),
                constant(HandledBy.class, row.getString("handled_by")),
                row.getObject("answered", Boolean.class),
                constant(Purpose.class, row.getString("purpose")),
                row.getString("activity"),
                row.getString("topic"),
                row.getString("text"),
                constant(Visibility.class, row.getString("visibility")),
                row.getString("language"),
                constant(Outcome.class, row.getString("outcome")),
                constant(Party.class, row.getString("decided_by")),
                row.getObject("handed_to_department_id", Long.class),
                row.getObject("handed_to_team_id", Long.class),
                details(row.getString("details")));
    }

    private Details details(@Nullable String stored) {
        return stored == null ? Details.NONE : json.readValue(stored, Details.class);
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
