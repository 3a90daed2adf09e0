package nl.baton.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import nl.baton.base.ItemTable.Row;
import nl.baton.base.UtcTime;
import nl.baton.journey.CaseKey;
import org.jspecify.annotations.Nullable;

/**
 * Feedback as it stands in its table, without its themes, which stand in another.
 *
 * @param stated what its source said last, once somebody here has taken it up: then the rest is no longer the source's
 */
record FeedbackRow(long id, NewFeedback feedback, @Nullable String stated) {

    Row<NewFeedback> with(List<String> themes) {
        return new Row<>(
                id,
                new NewFeedback(
                        feedback.source(),
                        feedback.externalId(),
                        feedback.customer(),
                        feedback.journey(),
                        feedback.handoff(),
                        feedback.request(),
                        feedback.kind(),
                        feedback.score(),
                        feedback.text(),
                        feedback.language(),
                        feedback.channel(),
                        feedback.receivedAt(),
                        feedback.status(),
                        feedback.owner(),
                        feedback.due(),
                        themes,
                        feedback.cause(),
                        feedback.done(),
                        feedback.changed(),
                        feedback.told(),
                        feedback.notToldReason(),
                        feedback.closedAt()));
    }

    static FeedbackRow read(ResultSet row, int n) throws SQLException {
        String caseNumber = row.getString("journey_case");
        Instant told = moment(row, "told_at");
        return new FeedbackRow(
                row.getLong("id"),
                new NewFeedback(
                        row.getString("source"),
                        row.getString("external_id"),
                        row.getString("customer"),
                        caseNumber == null
                                ? null
                                : new CaseKey(
                                        row.getString("journey_type"), row.getString("journey_source"), caseNumber),
                        row.getString("handoff"),
                        row.getString("request"),
                        FeedbackKind.valueOf(row.getString("kind")),
                        row.getObject("score", Integer.class),
                        row.getString("text"),
                        row.getString("language"),
                        row.getString("channel"),
                        UtcTime.instant(row.getObject("received_at", LocalDateTime.class)),
                        FeedbackStatus.valueOf(row.getString("status")),
                        row.getString("owner"),
                        moment(row, "due_at"),
                        List.of(),
                        row.getString("cause"),
                        row.getString("done"),
                        row.getObject("changed_something", Boolean.class),
                        told == null ? null : new NewFeedback.Told(told, row.getString("told_channel")),
                        row.getString("not_told_reason"),
                        moment(row, "closed_at")),
                row.getString("stated"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return UtcTime.instantOrNull(row.getObject(column, LocalDateTime.class));
    }
}
