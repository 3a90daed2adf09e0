package nl.baton.alert;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.base.UtcTime;
import nl.baton.security.CurrentUser;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is told to whom: read in Baton, and sent by mail. */
@Repository
class AlertReaderTable {

    private static final String ROWS = """
            SELECT a.*, r.read_at, j.id AS journey_id, j.customer_id, j.case_number, y.name AS type_name
            FROM alert_reader r JOIN alert a ON a.id = r.alert_id
                LEFT JOIN touchpoint t ON t.id = a.touchpoint_id
                LEFT JOIN journey_case c ON c.id = t.case_id
                LEFT JOIN journey j ON j.id = c.journey_id
                LEFT JOIN journey_type y ON y.id = j.journey_type_id
            WHERE\s""";

    /** Who has changed department or role since sees no more of it. */
    private static final String SEEN = """
            r.user_id = :user AND (
                (a.kind = 'NOT_PICKED_UP' AND :worker = TRUE AND a.to_department_id IN (:own))
                OR (a.kind = 'WORSENED' AND :executive = TRUE)
                OR (a.kind IN ('PACT_BREACHED', 'WORSENED') AND :lead = TRUE
                    AND (a.from_department_id IN (:own) OR a.to_department_id IN (:own))))""";

    private static final String OPEN = " AND r.read_at IS NULL AND a.settled_at IS NULL " + """
            AND NOT EXISTS
                (SELECT 1 FROM alert_choice m WHERE m.user_id = r.user_id AND m.kind = a.kind AND m.way = 'NONE')""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate named;

    AlertReaderTable(JdbcClient jdbc, NamedParameterJdbcTemplate named) {
        this.jdbc = jdbc;
        this.named = named;
    }

    private static Map<String, Object> of(CurrentUser user, Set<Long> own) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("user", user.id());
        parameters.put("own", own);
        parameters.put("worker", user.has(Role.AGENT) || user.has(Role.LEAD));
        parameters.put("lead", user.has(Role.LEAD));
        parameters.put("executive", user.has(Role.EXECUTIVE));
        return parameters;
    }

    private static String from(boolean openOnly) {
        return " FROM alert_reader r JOIN alert a ON a.id = r.alert_id WHERE " + SEEN + (openOnly ? OPEN : "");
    }

    long count(CurrentUser user, Set<Long> own, boolean openOnly) {
        Long count = named.queryForObject("SELECT COUNT(*)" + from(openOnly), of(user, own), Long.class);
        return count == null ? 0 : count;
    }

    /** The newest first. */
    List<AlertRow> page(CurrentUser user, Set<Long> own, boolean openOnly, int offset, int limit) {
        return named.query(
                ROWS + SEEN + (openOnly ? OPEN : "") + " ORDER BY a.raised_at DESC, a.id DESC LIMIT " + limit
                        + " OFFSET " + offset,
                of(user, own),
                AlertRow::read);
    }

    void read(CurrentUser user, @Nullable Long alert, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("user", user.id());
        parameters.put("now", UtcTime.of(now));
        parameters.put("alert", alert);
        named.update(
                "UPDATE alert_reader SET read_at = :now WHERE user_id = :user AND read_at IS NULL"
                        + (alert == null ? "" : " AND alert_id = :alert"),
                parameters);
    }

    void unread(CurrentUser user, long alert) {
        jdbc.sql("UPDATE alert_reader SET read_at = NULL WHERE user_id = ? AND alert_id = ?")
                .params(user.id(), alert)
                .update();
    }

    /** People for whom a mail is due, with when the last one went. */
    record Due(long user, @Nullable Instant lastAt) {}

    List<Due> due() {
        return jdbc.sql("""
                SELECT r.user_id, (SELECT m.last_at FROM alert_mail m WHERE m.user_id = r.user_id)
                FROM alert_reader r WHERE r.mail = 'DUE' GROUP BY r.user_id""")
                .query((row, n) ->
                        new Due(row.getLong(1), UtcTime.instantOrNull(row.getObject(2, LocalDateTime.class))))
                .list();
    }

    /** How mail with one person stands; whoever asks holds it until the transaction ends. */
    record MailBox(@Nullable Instant lastAt, int refusals) {}

    MailBox lock(long user) {
        jdbc.sql("INSERT IGNORE INTO alert_mail (user_id, refusals) VALUES (?, 0)")
                .param(user)
                .update();
        return jdbc.sql("SELECT last_at, refusals FROM alert_mail WHERE user_id = ? FOR UPDATE")
                .param(user)
                .query((row, n) ->
                        new MailBox(UtcTime.instantOrNull(row.getObject(1, LocalDateTime.class)), row.getInt(2)))
                .single();
    }

    List<AlertRow> dueTo(long user) {
        return named.query(
                ROWS + " r.user_id = :user AND r.mail = 'DUE' ORDER BY a.raised_at DESC, a.id DESC",
                Map.of("user", user),
                AlertRow::read);
    }

    /** @param from null whatever it is now */
    void mail(long user, Collection<Long> alerts, @Nullable String from, String to) {
        if (!alerts.isEmpty()) {
            named.update(
                    "UPDATE alert_reader SET mail = :to WHERE user_id = :user AND alert_id IN (:alerts)"
                            + (from == null ? "" : " AND mail = '" + from + "'"),
                    Map.of("to", to, "user", user, "alerts", alerts));
        }
    }

    /** What another has begun to send and not ended. */
    void giveUpOn(long user) {
        jdbc.sql("UPDATE alert_reader SET mail = 'UNSURE' WHERE user_id = ? AND mail = 'SENDING'")
                .param(user)
                .update();
    }

    void sent(long user, Collection<Long> alerts, Instant now) {
        mail(user, alerts, null, "SENT");
        named.update(
                "UPDATE alert_reader SET mailed_at = :now WHERE user_id = :user AND alert_id IN (:alerts)",
                Map.of("now", UtcTime.of(now), "user", user, "alerts", alerts));
        jdbc.sql("UPDATE alert_mail SET last_at = ?, refusals = 0 WHERE user_id = ?")
                .params(UtcTime.of(now), user)
                .update();
    }

    void refused(long user, int times) {
        jdbc.sql("UPDATE alert_mail SET refusals = ? WHERE user_id = ?")
                .params(times, user)
                .update();
    }
}
