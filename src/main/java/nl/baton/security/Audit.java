package nl.baton.security;

import java.time.Clock;
import nl.baton.base.Ids;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down who did what to whom, in the transaction of the deed itself: what is undone leaves no trace, what is done
 * always does. Only services call it; reading is {@link AuditTrail}'s.
 */
@Component
public class Audit {

    private static final long BATON_ID = 0;
    private static final String BATON = "baton";
    private static final int SUBJECT = 200;
    private static final int REASON = 400;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final SecurityContextUser current;

    Audit(JdbcClient jdbc, Ids ids, Clock clock, SecurityContextUser current) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.current = current;
    }

    /**
     * Records a deed of the current user, or of Baton itself where nobody is signed in.
     *
     * @param action a code such as {@code profile.opened}; its words stand under {@code audit.action.profile.opened}
     * @param subject what it was done to; a customer by id only
     */
    @Transactional
    public void record(String action, String subject, @Nullable String reason) {
        var user = current.find();
        write(
                user.map(CurrentUser::id).orElse(BATON_ID),
                user.map(CurrentUser::username).orElse(BATON),
                action,
                subject,
                reason);
    }

    @Transactional
    void recordAs(long userId, String username, String action, String subject, @Nullable String reason) {
        write(userId, username, action, subject, reason);
    }

    private void write(long userId, String username, String action, String subject, @Nullable String reason) {
        jdbc.sql("""
                        INSERT INTO audit_entry (happened_at, user_id, username, action, subject, reason)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(UtcTime.of(clock.instant()))
                .param(userId)
                .param(username)
                .param(action)
                .param(cut(subject, SUBJECT))
                .param(reason == null ? null : cut(reason, REASON))
                .update();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
