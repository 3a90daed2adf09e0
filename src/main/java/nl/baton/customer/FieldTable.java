package nl.baton.customer;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.baton.base.CountRows;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The fields of all customers and their counts: what changed is added as a difference, so that both always agree. */
@Component
class FieldTable {

    private final NamedParameterJdbcTemplate named;
    private final JdbcTemplate jdbc;
    private final FieldReading reading;

    FieldTable(NamedParameterJdbcTemplate named, JdbcTemplate jdbc, FieldReading reading) {
        this.named = named;
        this.jdbc = jdbc;
        this.reading = reading;
    }

    /** What is counted together. */
    private record Lot(String field, String source, String state, LocalDate confirmedOn) implements Comparable<Lot> {

        @Override
        public int compareTo(Lot other) {
            return toString().compareTo(other.toString());
        }
    }

    private record Place(long customer, int place) {}

    void refresh(Collection<Long> customers) {
        Map<Place, Lot> before = stored(customers);
        Map<Place, Lot> now = new HashMap<>();
        reading.read(customers).forEach((customer, fields) -> {
            int place = 0;
            for (CustomerField field : fields) {
                now.put(
                        new Place(customer, place++),
                        new Lot(field.code(), field.source(), field.state().name(), reading.confirmedOn(field)));
            }
        });
        var difference = new TreeMap<Lot, Long>();
        var gone = new ArrayList<Object[]>();
        var added = new ArrayList<Object[]>();
        before.forEach((place, lot) -> {
            if (!lot.equals(now.get(place))) {
                difference.merge(lot, -1L, Long::sum);
                gone.add(new Object[] {place.customer, place.place});
            }
        });
        now.forEach((place, lot) -> {
            if (!lot.equals(before.get(place))) {
                difference.merge(lot, 1L, Long::sum);
                added.add(new Object[] {
                    place.customer, place.place, lot.field, lot.source, lot.state, Date.valueOf(lot.confirmedOn)
                });
            }
        });
        jdbc.batchUpdate("DELETE FROM customer_field WHERE customer_id = ? AND place = ?", gone);
        jdbc.batchUpdate("""
                INSERT INTO customer_field (customer_id, place, field, source, state, confirmed_on)
                VALUES (?, ?, ?, ?, ?, ?)""", added);
        count(difference);
    }

    private Map<Place, Lot> stored(Collection<Long> customers) {
        Map<Place, Lot> stored = new HashMap<>();
        named.query("""
                SELECT customer_id, place, field, source, state, confirmed_on FROM customer_field
                WHERE customer_id IN (:ids)""", Map.of("ids", customers), row -> {
            stored.put(
                    new Place(row.getLong(1), row.getInt(2)),
                    new Lot(row.getString(3), row.getString(4), row.getString(5), row.getObject(6, LocalDate.class)));
        });
        return stored;
    }

    private void count(Map<Lot, Long> difference) {
        List<Object[]> rows = new ArrayList<>();
        difference.forEach((lot, n) -> {
            if (n != 0) {
                rows.add(new Object[] {lot.field, lot.source, lot.state, Date.valueOf(lot.confirmedOn), n});
            }
        });
        CountRows.add(jdbc, """
                INSERT INTO quality_count (field, source, state, confirmed_on, n) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE n = n + VALUES(n)""", rows);
        jdbc.batchUpdate(
                """
                DELETE FROM quality_count WHERE field = ? AND source = ? AND state = ? AND confirmed_on = ? AND n = 0""",
                rows.stream()
                        .map(row -> new Object[] {row[0], row[1], row[2], row[3]})
                        .toList());
    }
}
