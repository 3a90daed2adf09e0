package nl.baton.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import nl.baton.base.UtcTime;
import nl.baton.intake.Import.Counts;
import nl.baton.intake.Import.State;
import nl.baton.intake.mapping.ImportKind;
import nl.baton.intake.mapping.Mapping;
import nl.baton.intake.mapping.MappingJson;
import nl.baton.intake.read.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imports in the database. */
@Component
class ImportTable {

    private static final String COLUMNS = """
            SELECT id, file_name, kind, journey_type, state, rows_checked, rows_total, rows_read, accepted, known, replaced,
                   quarantined, journeys, error_key, error_arguments, started_by, created_at, begun_at, storing_since,
                   finished_at
            FROM file_import
            """;

    private final JdbcClient jdbc;
    private final Spool spool;
    private final Clock clock;

    ImportTable(JdbcClient jdbc, Spool spool, Clock clock) {
        this.spool = spool;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(String id, String fileName, Mapping mapping, String startedBy) {
        jdbc.sql("""
                        INSERT INTO file_import (id, file_name, kind, journey_type, mapping, state, rows_checked, rows_read,
                            accepted, known, replaced, quarantined, journeys, started_by, created_at, node)
                        VALUES (?, ?, ?, ?, ?, 'RUNNING', 0, 0, 0, 0, 0, 0, 0, ?, ?, ?)
                        """)
                .params(
                        id,
                        fileName,
                        mapping.kind().name(),
                        mapping.journeyType(),
                        MappingJson.write(mapping),
                        startedBy,
                        now(),
                        spool.node())
                .update();
    }

    Optional<Import> find(String id) {
        return jdbc.sql(COLUMNS + "WHERE id = ?")
                .param(id)
                .query(ImportTable::map)
                .optional();
    }

    List<Import> newest(int offset, int limit) {
        return jdbc.sql(COLUMNS + "ORDER BY created_at DESC, id LIMIT ? OFFSET ?")
                .params(limit, offset)
                .query(ImportTable::map)
                .list();
    }

    long count() {
        return jdbc.sql("SELECT COUNT(*) FROM file_import").query(Long.class).single();
    }

    /** Those that this node has in hand. */
    List<String> inState(State state) {
        return jdbc.sql("SELECT id FROM file_import WHERE state = ? AND node IN (?, '') ORDER BY created_at")
                .params(state.name(), spool.node())
                .query(String.class)
                .list();
    }

    List<String> columnsOf(String id) {
        return jdbc.sql("SELECT COALESCE(columns_in_file, '[]') FROM file_import WHERE id = ?")
                .param(id)
                .query((row, n) -> StoredJson.texts(row.getString(1)))
                .single();
    }

    void begun(String id) {
        jdbc.sql("UPDATE file_import SET begun_at = ? WHERE id = ?")
                .params(now(), id)
                .update();
    }

    void checking(String id, long rows) {
        jdbc.sql("UPDATE file_import SET rows_checked = ? WHERE id = ? AND state = 'RUNNING'")
                .params(rows, id)
                .update();
    }

    void storing(String id, long total, List<String> columns) {
        jdbc.sql("""
                        UPDATE file_import SET rows_checked = ?, rows_total = ?, columns_in_file = ?, storing_since = ?
                        WHERE id = ?
                        """)
                .params(total, total, StoredJson.ofTexts(columns), now(), id)
                .update();
    }

    /** How far storing is; says nothing any more once somebody has cancelled. */
    void stored(String id, long rows, Counts counts) {
        jdbc.sql("""
                        UPDATE file_import
                        SET rows_read = ?, accepted = ?, known = ?, replaced = ?, quarantined = ?
                        WHERE id = ? AND state = 'RUNNING'
                        """)
                .params(rows, counts.accepted(), counts.known(), counts.replaced(), counts.quarantined(), id)
                .update();
    }

    void projecting(String id, long journeys) {
        jdbc.sql("UPDATE file_import SET state = 'PROJECTING', journeys = ? WHERE id = ?")
                .params(journeys, id)
                .update();
    }

    void done(String id) {
        jdbc.sql("UPDATE file_import SET state = 'DONE', finished_at = ? WHERE id = ?")
                .params(now(), id)
                .update();
    }

    /** Once no journey is left to be computed, imports whose handoffs could not be computed at first are done too. */
    void restDone() {
        jdbc.sql("""
                        UPDATE file_import SET state = 'DONE', error_key = NULL, error_arguments = NULL, finished_at = ?
                        WHERE state = 'STORED'
                        """).param(now()).update();
    }

    /** Ends an import of which nothing was stored: what had been counted until then is gone. */
    void undone(String id, State state, Reason reason) {
        jdbc.sql("""
                        UPDATE file_import SET rows_read = 0, accepted = 0, known = 0, replaced = 0, quarantined = 0
                        WHERE id = ?
                        """).param(id).update();
        ended(id, state, reason);
    }

    /** Ends an import without touching what it has counted. */
    void ended(String id, State state, Reason reason) {
        jdbc.sql("""
                        UPDATE file_import SET state = ?, error_key = ?, error_arguments = ?, finished_at = ?
                        WHERE id = ?
                        """)
                .params(state.name(), reason.key(), StoredJson.ofTexts(reason.arguments()), now(), id)
                .update();
    }

    private LocalDateTime now() {
        return UtcTime.of(clock.instant());
    }

    private static Import map(ResultSet row, int n) throws SQLException {
        String errorKey = row.getString("error_key");
        String arguments = row.getString("error_arguments");
        return new Import(
                row.getString("id"),
                row.getString("file_name"),
                ImportKind.valueOf(row.getString("kind")),
                row.getString("journey_type"),
                State.valueOf(row.getString("state")),
                row.getLong("rows_checked"),
                row.getObject("rows_total", Long.class),
                row.getLong("rows_read"),
                new Counts(
                        row.getLong("accepted"),
                        row.getLong("known"),
                        row.getLong("replaced"),
                        row.getLong("quarantined")),
                row.getLong("journeys"),
                errorKey == null ? null : new Reason(errorKey, StoredJson.texts(arguments == null ? "[]" : arguments)),
                row.getString("started_by"),
                instant(row, "created_at"),
                UtcTime.instantOrNull(row.getObject("begun_at", LocalDateTime.class)),
                UtcTime.instantOrNull(row.getObject("storing_since", LocalDateTime.class)),
                UtcTime.instantOrNull(row.getObject("finished_at", LocalDateTime.class)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return UtcTime.instant(row.getObject(column, LocalDateTime.class));
    }
}
