package nl.baton.security;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
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

    private static final String CUSTOMER = "customer ";

    private final JdbcClient jdbc;
    private final BatonProperties properties;

    AuditTrail(JdbcClient jdbc, BatonProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * What to look for; what is empty or null does not matter.
     *
     * @param who the user name
     * @param subject a customer's id, or the beginning of any other subject
     * @param reason a part of the reason, in capitals or not
     * @param from the first day, in the company's zone
     * @param to the last day
     */
    public record Filter(
            String who,
            String action,
            String subject,
            String reason,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public static final Filter ALL = new Filter("", "", "", "", null, null);
    }

    /** One page of the trail. */
    @Transactional(readOnly = true)
    public Page<Entry> page(Filter filter, int offset, int limit) {
        var conditions = new ArrayList<String>();
        Map<String, Object> parameters = new HashMap<>();
        add(conditions, parameters, "who", filter.who().strip(), "username = :who");
        add(conditions, parameters, "action", filter.action(), "action = :action");
        String subject = filter.subject().strip();
        if (subject.matches("\\d{1,18}")) {
            add(conditions, parameters, "subject", CUSTOMER + subject, "subject = :subject");
        } else {
            add(conditions, parameters, "subject", beginning(subject), "subject LIKE :subject ESCAPE '!'");
        }
        String reason = beginning(filter.reason().strip().toLowerCase(Locale.ROOT));
        add(
                conditions,
                parameters,
                "reason",
                reason.isEmpty() ? "" : "%" + reason,
                "LOWER(reason) LIKE :reason ESCAPE '!'");
        if (filter.from() != null) {
            conditions.add("happened_at >= :from");
            parameters.put(
                    "from",
                    UtcTime.of(filter.from().atStartOfDay(properties.zone()).toInstant()));
        }
        if (filter.to() != null) {
            conditions.add("happened_at < :to");
            parameters.put("to", UtcTime.of(Days.endOf(filter.to(), properties.zone())));
        }
        String from = " FROM audit_entry" + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
        long total = jdbc.sql("SELECT COUNT(*)" + from)
                .params(parameters)
                .query(Long.class)
                .single();
        List<Entry> entries = jdbc.sql("SELECT id, happened_at, username, action, subject, reason" + from
                        + " ORDER BY happened_at DESC, id DESC LIMIT " + limit + " OFFSET " + offset)
                .params(parameters)
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

    private static void add(
            List<String> conditions, Map<String, Object> parameters, String name, String value, String condition) {
        if (!value.isEmpty()) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private static String beginning(String text) {
        return text.isEmpty() ? "" : text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
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
