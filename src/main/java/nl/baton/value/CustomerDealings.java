package nl.baton.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import nl.baton.base.UtcTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What one customer bought, gave back and has contracts for. */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'MARKETER')")
public class CustomerDealings {

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    CustomerDealings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sale or a return. */
    public record Bought(
            String number,
            Instant at,
            BigDecimal amount,
            @Nullable BigDecimal margin,
            String currency,
            NewPurchase.Kind kind,
            @Nullable String refersTo) {}

    /** A contract; it runs as long as it has no end, or the end is still to come. */
    public record Agreed(
            String number,
            BigDecimal monthly,
            String currency,
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable String endReason) {}

    /** The last first, at most fifty. */
    @Transactional(readOnly = true)
    public List<Bought> purchases(long customer) {
        return jdbc.sql("""
                        SELECT external_id, purchased_at, amount, margin, currency, kind, refers_to FROM purchase
                        WHERE customer_id = ? ORDER BY purchased_at DESC, id DESC LIMIT """ + " " + MOST)
                .param(customer)
                .query((row, n) -> new Bought(
                        row.getString(1),
                        UtcTime.instant(row.getObject(2, LocalDateTime.class)),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getString(5),
                        NewPurchase.Kind.valueOf(row.getString(6)),
                        row.getString(7)))
                .list();
    }

    /** The last begun first, at most fifty. */
    @Transactional(readOnly = true)
    public List<Agreed> contracts(long customer) {
        return jdbc.sql("""
                        SELECT external_id, monthly, currency, started_on, ended_on, end_reason FROM contract
                        WHERE customer_id = ? ORDER BY started_on DESC, id DESC LIMIT """ + " " + MOST)
                .param(customer)
                .query((row, n) -> new Agreed(
                        row.getString(1),
                        row.getBigDecimal(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        row.getString(6)))
                .list();
    }
}
