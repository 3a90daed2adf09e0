package nl.baton.alert;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.alert.Alert.Shares;
import nl.baton.base.Ids;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alerts in the database, whatever is told to whom. */
@Repository
class AlertTable {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate named;
    private final Ids ids;

    AlertTable(JdbcClient jdbc, NamedParameterJdbcTemplate named, Ids ids) {
        this.jdbc = jdbc;
        this.named = named;
        this.ids = ids;
    }

    /** When it was last looked for this kind; whoever asks holds it until the transaction ends. */
    Instant lookedAt(AlertKind kind) {
        return UtcTime.instant(jdbc.sql("SELECT looked_at FROM alert_look WHERE name = ? FOR UPDATE")
                .param(kind.name())
                .query(LocalDateTime.class)
                .single());
    }

    void looked(AlertKind kind, Instant now) {
        jdbc.sql("UPDATE alert_look SET looked_at = ? WHERE name = ?")
                .params(UtcTime.of(now), kind.name())
                .update();
    }

    /** Has open screens of every node look again. */
    void moveOn() {
        jdbc.sql("UPDATE alert_look SET version = version + 1 WHERE name = 'ALL'")
                .update();
    }

    long version() {
        return jdbc.sql("SELECT version FROM alert_look WHERE name = 'ALL'")
                .query(Long.class)
                .single();
    }

    /** Which of these have been raised already. */
    Set<String> known(AlertKind kind, List<String> abouts) {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < abouts.size(); i += AT_ONCE) {
            known.addAll(named.queryForList(
                    "SELECT about FROM alert WHERE kind = :kind AND about IN (:abouts)",
                    Map.of("kind", kind.name(), "abouts", abouts.subList(i, Math.min(abouts.size(), i + AT_ONCE))),
                    String.class));
        }
        return known;
    }

    /** Whether there has been one of this kind about that lane since. */
    boolean anySince(AlertKind kind, long from, long to, Instant since) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM alert
                        WHERE kind = ? AND from_department_id = ? AND to_department_id = ? AND raised_at > ?""")
                        .params(kind.name(), from, to, UtcTime.of(since))
                        .query(Long.class)
                        .single()
                > 0;
    }

    long insert(Alert alert, Instant now) {
        long id = ids.next("alert");
        Shares shares = alert.shares();
        jdbc.sql("""
                INSERT INTO alert (id, kind, about, raised_at, from_department_id, to_department_id, touchpoint_id, rule,
                    passed_at, measured_ms, allowed_ms, subject, broken_now, judged_now, broken_before, judged_before)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.<@Nullable Object>asList(
                        id,
                        alert.kind().name(),
                        alert.about(),
                        UtcTime.of(now),
                        alert.fromDepartment(),
                        alert.toDepartment(),
                        alert.touchpoint(),
                        alert.rule(),
                        UtcTime.ofNullable(alert.passedAt()),
                        alert.measured(),
                        alert.allowed(),
                        alert.subject(),
                        shares == null ? null : shares.brokenNow(),
                        shares == null ? null : shares.judgedNow(),
                        shares == null ? null : shares.brokenBefore(),
                        shares == null ? null : shares.judgedBefore()))
                .update();
        return id;
    }

    void insertReader(long user, long alert, boolean byMail) {
        jdbc.sql("INSERT INTO alert_reader (user_id, alert_id, mail) VALUES (?, ?, ?)")
                .params(user, alert, byMail ? "DUE" : "NONE")
                .update();
    }

    /** What still needs somebody, by the touchpoint that passed. */
    List<Long> unsettled(AlertKind kind) {
        return jdbc.sql("SELECT touchpoint_id FROM alert WHERE kind = ? AND settled_at IS NULL")
                .param(kind.name())
                .query(Long.class)
                .list();
    }

    void settle(AlertKind kind, Collection<Long> touchpoints, Instant now) {
        var all = new ArrayList<>(touchpoints);
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            named.update(
                    """
                    UPDATE alert SET settled_at = :now
                    WHERE kind = :kind AND settled_at IS NULL AND touchpoint_id IN (:touchpoints)""",
                    Map.of(
                            "now", UtcTime.of(now),
                            "kind", kind.name(),
                            "touchpoints", all.subList(i, Math.min(all.size(), i + AT_ONCE))));
        }
    }

    int deleteBefore(Instant moment) {
        return jdbc.sql("DELETE FROM alert WHERE raised_at < ?")
                .param(UtcTime.of(moment))
                .update();
    }

    /** What somebody chose for a kind. */
    record Chosen(long user, AlertKind kind, AlertWay way) {}

    List<Chosen> choices(AlertKind kind) {
        return jdbc.sql("SELECT user_id, way FROM alert_choice WHERE kind = ?")
                .param(kind.name())
                .query((row, n) -> new Chosen(row.getLong(1), kind, AlertWay.valueOf(row.getString(2))))
                .list();
    }

    List<Chosen> choicesOf(long user) {
        return jdbc.sql("SELECT kind, way FROM alert_choice WHERE user_id = ?")
                .param(user)
                .query((row, n) ->
                        new Chosen(user, AlertKind.valueOf(row.getString(1)), AlertWay.valueOf(row.getString(2))))
                .list();
    }

    void choose(Chosen chosen) {
        jdbc.sql("""
                INSERT INTO alert_choice (user_id, kind, way) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE way = VALUES(way)""").params(chosen.user, chosen.kind.name(), chosen.way.name()).update();
    }
}
