package nl.baton.segment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.baton.base.UtcTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Segments and all versions of their conditions. */
@Component
class SegmentTable {

    private static final String SEGMENTS = """
            SELECT s.*, v.who_belongs FROM segment s
                JOIN segment_version v ON v.segment_id = s.id AND v.version = s.version
            WHERE s.removed_at IS NULL""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SegmentTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Those that a user sees: the own ones, and what others share; by name. */
    List<Segment> seenBy(long user) {
        return jdbc.sql(SEGMENTS + " AND (s.owner_id = ? OR s.shared = TRUE) ORDER BY s.name, s.id")
                .param(user)
                .query((row, n) -> segment(row, user))
                .list();
    }

    Optional<Segment> seenBy(long user, long id) {
        return jdbc.sql(SEGMENTS + " AND (s.owner_id = ? OR s.shared = TRUE) AND s.id = ?")
                .params(user, id)
                .query((row, n) -> segment(row, user))
                .optional();
    }

    /** Those of everybody. */
    List<Segment> all() {
        return jdbc.sql(SEGMENTS + " ORDER BY s.id")
                .query((row, n) -> segment(row, 0))
                .list();
    }

    /** An own one, locked until the transaction ends. */
    Optional<Segment> lock(long user, long id) {
        return jdbc.sql(SEGMENTS + " AND s.owner_id = ? AND s.id = ? FOR UPDATE")
                .params(user, id)
                .query((row, n) -> segment(row, user))
                .optional();
    }

    private Segment segment(ResultSet row, long user) throws SQLException {
        return new Segment(
                row.getLong("id"),
                row.getString("name"),
                row.getInt("version"),
                row.getLong("owner_id"),
                row.getLong("owner_id") == user,
                row.getBoolean("shared"),
                UtcTime.instant(row.getObject("changed_at", LocalDateTime.class)),
                json.readValue(row.getString("who_belongs"), Condition.class));
    }

    /** What it was by a former version. */
    Optional<Condition> condition(long id, int version) {
        return jdbc.sql("SELECT who_belongs FROM segment_version WHERE segment_id = ? AND version = ?")
                .params(id, version)
                .query((row, n) -> json.readValue(row.getString(1), Condition.class))
                .optional();
    }

    long insert(String name, Condition condition, long user, Instant now) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO segment (name, owner_id, shared, version, changed_at) VALUES (?, ?, FALSE, 1, ?)")
                .params(name, user, UtcTime.of(now))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        addVersion(id, 1, condition, user, now);
        return id;
    }

    void rename(long id, String name, Instant now) {
        jdbc.sql("UPDATE segment SET name = ?, changed_at = ? WHERE id = ?")
                .params(name, UtcTime.of(now), id)
                .update();
    }

    void change(long id, int version, Condition condition, long user, Instant now) {
        addVersion(id, version, condition, user, now);
        jdbc.sql("UPDATE segment SET version = ?, changed_at = ? WHERE id = ?")
                .params(version, UtcTime.of(now), id)
                .update();
    }

    private void addVersion(long id, int version, Condition condition, long user, Instant now) {
        jdbc.sql("""
                        INSERT INTO segment_version (segment_id, version, who_belongs, changed_by, changed_at)
                        VALUES (?, ?, ?, ?, ?)""")
                .params(
                        id,
                        version,
                        json.writerFor(Condition.class).writeValueAsString(condition),
                        user,
                        UtcTime.of(now))
                .update();
    }

    void share(long id, boolean shared) {
        jdbc.sql("UPDATE segment SET shared = ? WHERE id = ?")
                .params(shared, id)
                .update();
    }

    /** True unless it was gone already, or is somebody else's. */
    boolean remove(long user, long id, Instant now) {
        return jdbc.sql("UPDATE segment SET removed_at = ? WHERE id = ? AND owner_id = ? AND removed_at IS NULL")
                        .params(UtcTime.of(now), id, user)
                        .update()
                == 1;
    }

    boolean restore(long user, long id) {
        return jdbc.sql("UPDATE segment SET removed_at = NULL WHERE id = ? AND owner_id = ?")
                        .params(id, user)
                        .update()
                == 1;
    }
}
