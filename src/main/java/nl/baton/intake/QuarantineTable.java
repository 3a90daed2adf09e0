package nl.baton.intake;

import java.util.List;
import nl.baton.intake.mapping.MappedRow.Rejected;
import nl.baton.intake.read.Reason;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows that were set aside, in the database. */
@Component
class QuarantineTable {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    QuarantineTable(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** @param row its place in the file as people count, from 1, the column names not counted */
    record QuarantinedRow(long row, String field, Reason reason, String raw) {

        static QuarantinedRow of(Rejected rejected) {
            return new QuarantinedRow(
                    rejected.row().index() + 1, rejected.field(), rejected.reason(), StoredJson.ofRow(rejected.row()));
        }
    }

    void insert(String importId, List<QuarantinedRow> rows) {
        batches.batchUpdate(
                """
                INSERT INTO quarantined_row (import_id, row_in_file, field, reason_key, reason_arguments, raw)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                rows.stream()
                        .map(row -> new Object[] {
                            importId,
                            row.row(),
                            row.field(),
                            row.reason().key(),
                            StoredJson.ofTexts(row.reason().arguments()),
                            row.raw()
                        })
                        .toList());
    }

    /** The next rows after this one, in the order of the file. */
    List<QuarantinedRow> after(String importId, long row, int limit) {
        return jdbc.sql("""
                        SELECT row_in_file, field, reason_key, reason_arguments, raw FROM quarantined_row
                        WHERE import_id = ? AND row_in_file > ? ORDER BY row_in_file LIMIT ?
                        """)
                .params(importId, row, limit)
                .query((found, n) -> new QuarantinedRow(
                        found.getLong(1),
                        found.getString(2),
                        new Reason(found.getString(3), StoredJson.texts(found.getString(4))),
                        found.getString(5)))
                .list();
    }
}
