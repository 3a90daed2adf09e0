package nl.baton.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.UtcTime;
import nl.baton.value.History.Line;
import nl.baton.value.History.Term;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what customers dealt, a bounded number of customers at a time, in the order of their ids. */
@Component
class HistoryReader {

    private final JdbcClient jdbc;
    private final ZoneId zone;

    HistoryReader(JdbcClient jdbc, BatonProperties properties) {
        this.jdbc = jdbc;
        this.zone = properties.zone();
    }

    private record Known(long id, boolean anonymous) {}

    /** The next customers after one, and what they did up to the end of a day; empty when there are no more. */
    List<History> next(long after, int most, LocalDate day) {
        List<Known> customers = jdbc.sql("SELECT id, kind FROM customer WHERE id > ? ORDER BY id LIMIT ?")
                .params(after, most)
                .query((row, n) -> new Known(row.getLong(1), "ANONYMOUS".equals(row.getString(2))))
                .list();
        if (customers.isEmpty()) {
            return List.of();
        }
        long from = customers.getFirst().id;
        long to = customers.getLast().id;
        Map<Long, List<Line>> purchases = purchases(from, to, day);
        Map<Long, List<Term>> contracts = contracts(from, to, day);
        return customers.stream()
                .map(customer -> new History(
                        customer.id,
                        customer.anonymous,
                        purchases.getOrDefault(customer.id, List.of()),
                        contracts.getOrDefault(customer.id, List.of())))
                .toList();
    }

    private Map<Long, List<Line>> purchases(long from, long to, LocalDate day) {
        Map<Long, List<Line>> byCustomer = new HashMap<>();
        jdbc.sql("""
                        SELECT customer_id, source, external_id, purchased_at, amount, margin, currency, kind, refers_to
                        FROM purchase WHERE customer_id BETWEEN ? AND ? AND purchased_at < ?
                        ORDER BY customer_id, purchased_at, id""").params(from, to, UtcTime.of(Days.endOf(day, zone))).query(row -> {
            byCustomer.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(line(row));
        });
        return byCustomer;
    }

    private Line line(ResultSet row) throws SQLException {
        LocalDate day = Days.dayOf(UtcTime.instant(row.getObject(4, LocalDateTime.class)), zone);
        return new Line(
                row.getString(2),
                row.getString(3),
                (int) day.toEpochDay(),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getString(7),
                NewPurchase.Kind.valueOf(row.getString(8)),
                row.getString(9));
    }

    private Map<Long, List<Term>> contracts(long from, long to, LocalDate day) {
        Map<Long, List<Term>> byCustomer = new HashMap<>();
        jdbc.sql("""
                        SELECT customer_id, margin, currency, started_on, ended_on FROM contract
                        WHERE customer_id BETWEEN ? AND ? AND started_on <= ? AND (ended_on IS NULL OR ended_on >= started_on)
                        ORDER BY customer_id, started_on, id""").params(from, to, day).query(row -> {
            byCustomer
                    .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                    .add(new Term(
                            row.getBigDecimal(2),
                            row.getString(3),
                            row.getObject(4, LocalDate.class),
                            row.getObject(5, LocalDate.class)));
        });
        return byCustomer;
    }
}
