package nl.baton.security;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import nl.baton.base.Page;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was done, newest first; for administrators. */
@Service
@PreAuthorize("hasRole('ADMIN')")
public class AuditTrail {

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One page of the trail.
     *
     * @param action only this action; empty for all
     */
    @Transactional(readOnly = true)
    public Page<Entry> page(String action, int offset, int limit) {
        long total = jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE :action = '' OR action = :action")
                .param("action", action)
                .query(Long.class)
                .single();
        List<Entry> entries = jdbc.sql("""
                        SELECT id, happened_at, username, action, subject, reason FROM audit_entry
                        WHERE :action = '' OR action = :action
                        ORDER BY happened_at DESC, id DESC LIMIT :limit OFFSET :offset
                        """)
                .param("action", action)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        UtcTime.instant(row.getObject("happened_at", LocalDateTime.class)),
                        row.getString("username"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("reason")))
                .list();
        return new Page<>(total, entries);
    }

    /** The actions that occur, for a choice among them. */
    @Transactional(readOnly = true)
    public List<String> actions() {
        return jdbc.sql("SELECT DISTINCT action FROM audit_entry ORDER BY action")
                .query(String.class)
                .list();
    }

    /** One deed. */
    public record Entry(
            long id,
            Instant at,
            String username,
            String action,
            String subject,
            @Nullable String reason) {}
}
