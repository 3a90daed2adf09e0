package nl.baton.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.baton.base.UtcTime;
import nl.baton.feedback.FeedbackSight.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The work on items in the database, and each step of it. */
@Component
class WorkTable {

    private final JdbcClient jdbc;
    private final FeedbackTable items;
    private final JsonMapper json;

    WorkTable(JdbcClient jdbc, FeedbackTable items, JsonMapper json) {
        this.jdbc = jdbc;
        this.items = items;
        this.json = json;
    }

    /** An item that somebody is about to change. */
    record Locked(
            long id, int version, boolean takenUp, @Nullable Long customer, Work work) {}

    /** A step as it was taken; {@code before}: the work as it stood. */
    record Step(String deed, String by, Work before) {}

    /** Empty where there is none, or it is not among those. */
    Optional<Locked> lock(long id, Condition among) {
        var parameters = new ArrayList<Object>(List.of(id));
        parameters.addAll(among.parameters());
        return jdbc.sql("SELECT f.* FROM feedback f WHERE f.id = ? AND " + among.sql() + " FOR UPDATE")
                .params(parameters)
                .query((row, n) -> new Locked(
                        row.getLong("id"),
                        row.getInt("version"),
                        row.getString("stated") != null,
                        row.getObject("customer_id", Long.class),
                        work(row)))
                .optional();
    }

    static Work work(ResultSet row) throws SQLException {
        return new Work(
                new Work.Stage(
                        FeedbackStatus.valueOf(row.getString("status")),
                        moment(row, "triaged_at"),
                        moment(row, "begun_at"),
                        moment(row, "closed_at")),
                new Work.Desk(row.getString("owner"), row.getString("handler")),
                new Work.Outcome(
                        row.getString("cause"),
                        row.getString("done"),
                        row.getObject("changed_something", Boolean.class)),
                new Work.Telling(
                        moment(row, "told_at"),
                        row.getString("told_channel"),
                        row.getString("told_text"),
                        row.getString("not_told_reason")));
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return UtcTime.instantOrNull(row.getObject(column, LocalDateTime.class));
    }

    /** Stores the work as it stands now, and the step that led to it; the next version's number. */
    int save(Locked item, Work now, String deed, String by, Instant at) {
        if (!item.takenUp) {
            jdbc.sql("UPDATE feedback SET stated = ? WHERE id = ?")
                    .params(json.writeValueAsString(items.stated(item.id)), item.id)
                    .update();
        }
        int version = item.version + 1;
        jdbc.sql("""
                        UPDATE feedback SET version = ?, status = ?, triaged_at = ?, begun_at = ?, closed_at = ?, owner = ?,
                            owner_word = ?, handler = ?, cause = ?, done = ?, changed_something = ?, told_at = ?,
                            told_channel = ?, told_text = ?, not_told_reason = ?, waiting = ?
                        WHERE id = ?""")
                .param(version)
                .param(now.stage().status().name())
                .param(UtcTime.ofNullable(now.stage().triagedAt()))
                .param(UtcTime.ofNullable(now.stage().begunAt()))
                .param(UtcTime.ofNullable(now.stage().closedAt()))
                .param(now.desk().owner())
                .param(FeedbackSight.wordOf(now.desk().owner()))
                .param(now.desk().handler())
                .param(now.outcome().cause())
                .param(now.outcome().done())
                .param(now.outcome().changed())
                .param(UtcTime.ofNullable(now.telling().at()))
                .param(now.telling().channel())
                .param(now.telling().text())
                .param(now.telling().whyNot())
                .param(now.waiting())
                .param(item.id)
                .update();
        jdbc.sql("""
                        INSERT INTO feedback_step (feedback_id, version, deed, done_by, done_at, before_it)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(item.id, version, deed, by, UtcTime.of(at), json.writeValueAsString(item.work))
                .update();
        return version;
    }

    Optional<Step> step(long id, int version) {
        return jdbc.sql("SELECT deed, done_by, before_it FROM feedback_step WHERE feedback_id = ? AND version = ?")
                .params(id, version)
                .query((row, n) ->
                        new Step(row.getString(1), row.getString(2), json.readValue(row.getString(3), Work.class)))
                .optional();
    }
}
