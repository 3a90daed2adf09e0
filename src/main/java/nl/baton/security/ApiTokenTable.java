package nl.baton.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.baton.base.Ids;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** API tokens as they are stored: hashes, never the tokens. */
@Repository
@Transactional
class ApiTokenTable {

    private static final String COLUMNS = "id, name, scopes, at_start_up, created_at, last_used_at, revoked_at";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    ApiTokenTable(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    long add(String name, String hash, Set<String> scopes, boolean atStartUp) {
        long id = ids.next("api_token");
        jdbc.sql("""
                        INSERT INTO api_token (id, name, token_hash, scopes, at_start_up, created_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(id, name, hash, joined(scopes), atStartUp, UtcTime.of(clock.instant()))
                .update();
        return id;
    }

    /** Asked with every request: one statement, and no transaction around it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    Optional<Row> live(String hash) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM api_token WHERE token_hash = ? AND revoked_at IS NULL")
                .param(hash)
                .query(ApiTokenTable::row)
                .optional();
    }

    List<Row> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM api_token ORDER BY created_at DESC, id DESC")
                .query(ApiTokenTable::row)
                .list();
    }

    boolean revoke(long id) {
        return jdbc.sql("UPDATE api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
                        .params(UtcTime.of(clock.instant()), id)
                        .update()
                == 1;
    }

    /** Start-up tokens other than this one go; this one comes back, had it gone before. */
    void replaceStartUpToken(@Nullable String hash, String name, Set<String> scopes) {
        jdbc.sql("DELETE FROM api_token WHERE at_start_up = TRUE AND token_hash <> ?")
                .param(hash == null ? "" : hash)
                .update();
        if (hash == null) {
            return;
        }
        int known = jdbc.sql(
                        "UPDATE api_token SET scopes = ?, at_start_up = TRUE, revoked_at = NULL WHERE token_hash = ?")
                .params(joined(scopes), hash)
                .update();
        if (known == 0) {
            add(name, hash, scopes, true);
        }
    }

    /** To the minute is enough, and spares a write with every request. */
    @Transactional(propagation = Propagation.SUPPORTS)
    void used(Row token) {
        Instant now = clock.instant();
        Instant last = token.lastUsedAt();
        if (last == null || last.isBefore(now.minusSeconds(60))) {
            jdbc.sql("UPDATE api_token SET last_used_at = ? WHERE id = ?")
                    .params(UtcTime.of(now), token.id())
                    .update();
        }
    }

    private static String joined(Set<String> scopes) {
        return String.join(" ", scopes.stream().sorted().toList());
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("name"),
                Set.of(row.getString("scopes").split(" ")),
                row.getBoolean("at_start_up"),
                UtcTime.instant(row.getObject("created_at", LocalDateTime.class)),
                UtcTime.instantOrNull(row.getObject("last_used_at", LocalDateTime.class)),
                UtcTime.instantOrNull(row.getObject("revoked_at", LocalDateTime.class)));
    }

    record Row(
            long id,
            String name,
            Set<String> scopes,
            boolean atStartUp,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}
}
