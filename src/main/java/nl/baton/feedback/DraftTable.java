package nl.baton.feedback;

import java.time.Instant;
import java.util.Optional;
import nl.baton.base.UtcTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each user's drafts. */
@Component
class DraftTable {

    private final JdbcClient jdbc;

    DraftTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(long feedback, long user, Draft draft, Instant now) {
        jdbc.sql("""
                        INSERT INTO feedback_draft (feedback_id, user_id, done, told, saved_at) VALUES (?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE done = VALUES(done), told = VALUES(told), saved_at = VALUES(saved_at)""")
                .param(feedback)
                .param(user)
                .param(draft.done())
                .param(draft.told())
                .param(UtcTime.of(now))
                .update();
    }

    Optional<Draft> of(long feedback, long user) {
        return jdbc.sql("SELECT done, told FROM feedback_draft WHERE feedback_id = ? AND user_id = ?")
                .params(feedback, user)
                .query((row, n) -> new Draft(row.getString(1), row.getString(2)))
                .optional();
    }

    void forget(long feedback, long user) {
        jdbc.sql("DELETE FROM feedback_draft WHERE feedback_id = ? AND user_id = ?")
                .params(feedback, user)
                .update();
    }
}
