package nl.baton.security;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Links with which a password is set, once. The table knows their hashes only. */
@Repository
@Transactional
class OneTimeLinks {

    private final JdbcClient jdbc;
    private final SecurityProperties properties;
    private final Clock clock;

    OneTimeLinks(JdbcClient jdbc, SecurityProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A new token; earlier ones for the same person are void from now on.
     *
     * @param userId null for the first administrator, who has no account yet
     */
    String issue(@Nullable Long userId) {
        revoke(userId);
        String secret = SecretHash.newSecret();
        jdbc.sql("INSERT INTO one_time_link (token_hash, user_id, created_at, expires_at) VALUES (?, ?, ?, ?)")
                .param(SecretHash.of(secret))
                .param(userId)
                .param(UtcTime.of(clock.instant()))
                .param(UtcTime.of(clock.instant().plus(properties.linkValidFor())))
                .update();
        return secret;
    }

    void revoke(@Nullable Long userId) {
        String whose = userId == null ? "user_id IS NULL" : "user_id = " + userId;
        jdbc.sql("DELETE FROM one_time_link WHERE used_at IS NULL AND " + whose).update();
    }

    /** Whose link this is, while it can still be used. */
    Optional<Link> open(String token) {
        return jdbc.sql("""
                        SELECT user_id FROM one_time_link
                        WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?
                        """)
                .params(SecretHash.of(token), now())
                .query((row, n) -> new Link(row.getObject(1, Long.class)))
                .optional();
    }

    /** Spends the link; false when somebody else was first. */
    boolean spend(String token) {
        return jdbc.sql("""
                                UPDATE one_time_link SET used_at = ?
                                WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?
                                """).params(now(), SecretHash.of(token), now()).update() == 1;
    }

    private LocalDateTime now() {
        return UtcTime.of(clock.instant());
    }

    /** A link that can be used; without a user it makes the first administrator. */
    record Link(@Nullable Long userId) {}
}
