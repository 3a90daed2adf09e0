package nl.baton.journey;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import nl.baton.base.UtcTime;
import nl.baton.customer.ContactHabits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows when and how customers were in touch, from the touchpoints that name them. */
@Component
class CustomerContacts implements ContactHabits {

    private final JdbcClient jdbc;

    CustomerContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Contact> since(long customer, Instant from, int most) {
        return jdbc.sql("""
                        SELECT started_at, channel FROM touchpoint
                        WHERE customer_id = ? AND started_at >= ?
                            AND (direction = 'INBOUND' OR direction = 'OUTBOUND' AND answered = TRUE)
                        ORDER BY started_at DESC LIMIT ?""")
                .params(customer, UtcTime.of(from), most)
                .query((row, n) ->
                        new Contact(UtcTime.instant(row.getObject(1, LocalDateTime.class)), row.getString(2)))
                .list();
    }
}
