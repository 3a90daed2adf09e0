package nl.baton.customer;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Preferences and consents of one customer, the latest first, in one statement. */
@Component
class WishQuery {

    /** The kind of what was agreed to or refused. */
    static final String CONSENT = "CONSENT";

    private final JdbcClient jdbc;

    WishQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param affirmed of a preference whether the customer stated it, of a consent whether it was granted */
    record Wish(
            String kind,
            String value,
            Instant from,
            @Nullable Instant until,
            boolean affirmed) {}

    List<Wish> of(long customer) {
        return jdbc.sql("""
                        SELECT kind, preference_value AS wish, valid_from AS since, valid_until AS until_when,
                            CASE WHEN origin = 'STATED' THEN TRUE ELSE FALSE END AS affirmed
                        FROM customer_preference WHERE customer_id = :customer
                        UNION ALL SELECT 'CONSENT', purpose, stated_at, expires_at, granted
                        FROM customer_consent WHERE customer_id = :customer
                        ORDER BY since DESC""")
                .param("customer", customer)
                .query((row, n) -> new Wish(
                        row.getString(1),
                        row.getString(2),
                        UtcTime.instant(row.getObject(3, LocalDateTime.class)),
                        UtcTime.instantOrNull(row.getObject(4, LocalDateTime.class)),
                        row.getBoolean(5)))
                .list();
    }
}
