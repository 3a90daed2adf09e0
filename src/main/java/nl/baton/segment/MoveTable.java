package nl.baton.segment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.baton.base.Page;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Who entered or left which segment, and why. */
@Component
class MoveTable {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
    private static final int ROWS_AT_ONCE = 5_000;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ObjectWriter writer;

    MoveTable(JdbcTemplate batches, JdbcClient jdbc, JsonMapper json) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.json = json;
        this.writer = json.writerFor(REASONS);
    }

    /** One customer who entered, or left. */
    record Moved(long segment, LocalDate day, long customer, boolean entered, List<Reason> reasons) {}

    void insert(List<Moved> moves) {
        var rows = new ArrayList<Object[]>();
        for (Moved move : moves) {
            rows.add(new Object[] {
                move.segment,
                Date.valueOf(move.day),
                move.customer,
                move.entered,
                writer.writeValueAsString(move.reasons)
            });
        }
        batches.batchUpdate(
                "INSERT INTO membership_move (segment_id, of_day, customer_id, entered, reasons) VALUES (?, ?, ?, ?, ?)",
                rows);
    }

    /** Takes away what is told anew; true while there may be more. */
    boolean takeAway(long segment, LocalDate day) {
        return jdbc.sql("DELETE FROM membership_move WHERE segment_id = ? AND of_day = ? LIMIT " + ROWS_AT_ONCE)
                        .params(segment, day)
                        .update()
                > 0;
    }

    /** Those of one segment in a period, the last day first. */
    Page<Moved> of(long segment, LocalDate from, LocalDate to, boolean entered, int offset, int limit) {
        String where = " FROM membership_move WHERE segment_id = ? AND of_day BETWEEN ? AND ? AND entered = ?";
        long total = jdbc.sql("SELECT COUNT(*)" + where)
                .params(segment, from, to, entered)
                .query(Long.class)
                .single();
        return new Page<>(
                total,
                jdbc.sql("SELECT segment_id, of_day, customer_id, entered, reasons" + where
                                + " ORDER BY of_day DESC, customer_id LIMIT ? OFFSET ?")
                        .params(segment, from, to, entered, limit, offset)
                        .query((row, n) -> moved(row))
                        .list());
    }

    /** Those of one customer, the last first. */
    List<Moved> ofCustomer(long customer, int limit) {
        return jdbc.sql("""
                        SELECT segment_id, of_day, customer_id, entered, reasons FROM membership_move
                        WHERE customer_id = ? ORDER BY of_day DESC, segment_id LIMIT ?""")
                .params(customer, limit)
                .query((row, n) -> moved(row))
                .list();
    }

    private Moved moved(ResultSet row) throws SQLException {
        return new Moved(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getLong(3),
                row.getBoolean(4),
                json.readValue(row.getString(5), REASONS));
    }
}
