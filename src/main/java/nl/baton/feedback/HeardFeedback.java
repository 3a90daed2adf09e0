package nl.baton.feedback;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import nl.baton.base.UtcTime;
import nl.baton.feedback.CustomerFeedback.Said;
import nl.baton.feedback.FeedbackSight.Condition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers said, for who has found out elsewhere which of it is meant; see {@link FeedbackSight} for who sees what. */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD', 'MARKETER')")
public class HeardFeedback {

    private final JdbcClient jdbc;
    private final FeedbackSight sight;

    HeardFeedback(JdbcClient jdbc, FeedbackSight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** Those that the asker may see, in no order. */
    @Transactional(readOnly = true)
    public List<Said> byIds(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Condition readable = sight.readable();
        Condition items = sight.items();
        var parameters = new ArrayList<>(readable.parameters());
        parameters.addAll(ids);
        parameters.addAll(items.parameters());
        return jdbc.sql("""
                SELECT f.*, CASE WHEN %s THEN 1 ELSE 0 END AS readable FROM feedback f WHERE f.id IN (%s) AND %s""".formatted(
                                readable.sql(), String.join(", ", Collections.nCopies(ids.size(), "?")), items.sql()))
                .params(parameters)
                .query((row, n) -> {
                    boolean words = row.getBoolean("readable");
                    return new Said(
                            row.getLong("id"),
                            FeedbackKind.valueOf(row.getString("kind")),
                            row.getObject("score", Integer.class),
                            words ? row.getString("text") : null,
                            row.getString("channel"),
                            UtcTime.instant(row.getObject("received_at", LocalDateTime.class)),
                            FeedbackStatus.valueOf(row.getString("status")),
                            words ? row.getString("owner") : null,
                            UtcTime.instantOrNull(row.getObject("told_at", LocalDateTime.class)));
                })
                .list();
    }
}
