package nl.baton.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.baton.base.UtcTime;
import nl.baton.handoff.Pact.Signature;
import nl.baton.handoff.Pact.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pacts in the database; versions are only ever added. */
@Repository
class PactTable {

    private final JdbcClient jdbc;

    PactTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All versions that both have signed. */
    List<Pact> signed() {
        return jdbc.sql("SELECT * FROM pact WHERE state = 'SIGNED' ORDER BY since_at, version")
                .query(PactTable::read)
                .list();
    }

    /** All versions, the newest of a lane first. */
    List<Pact> all() {
        return jdbc.sql("SELECT * FROM pact ORDER BY from_department_id, to_department_id, version DESC")
                .query(PactTable::read)
                .list();
    }

    /** All versions of one lane, the newest first. */
    List<Pact> of(long from, long to) {
        return jdbc.sql(
                        "SELECT * FROM pact WHERE from_department_id = ? AND to_department_id = ? ORDER BY version DESC")
                .params(from, to)
                .query(PactTable::read)
                .list();
    }

    /** One version, held against others until the transaction ends. */
    Optional<Pact> lock(long id) {
        return jdbc.sql("SELECT * FROM pact WHERE id = ? FOR UPDATE")
                .param(id)
                .query(PactTable::read)
                .optional();
    }

    /** The next version of a lane; its id does not matter. */
    Pact insert(Pact pact) {
        int version = jdbc.sql("""
                        SELECT COALESCE(MAX(version), 0) + 1 FROM pact
                        WHERE from_department_id = ? AND to_department_id = ?""")
                .params(pact.fromDepartment(), pact.toDepartment())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                INSERT INTO pact (from_department_id, to_department_id, version, pick_up_ms, max_returns, required_facts,
                    since_at, state, proposed_by, proposed_at, signed_from, signed_from_at, signed_to, signed_to_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.<@Nullable Object>asList(
                        pact.fromDepartment(),
                        pact.toDepartment(),
                        version,
                        pact.pickUp().toMillis(),
                        pact.maxReturns(),
                        String.join("\n", pact.requiredFacts()),
                        UtcTime.of(pact.since()),
                        pact.state().name(),
                        pact.proposedBy(),
                        UtcTime.of(pact.proposedAt()),
                        name(pact.signedFrom()),
                        at(pact.signedFrom()),
                        name(pact.signedTo()),
                        at(pact.signedTo())))
                .update();
        return of(pact.fromDepartment(), pact.toDepartment()).getFirst();
    }

    /** Stores who signed and how far it is; the rest of a version never changes. */
    void update(Pact pact) {
        jdbc.sql("""
                UPDATE pact SET state = ?, signed_from = ?, signed_from_at = ?, signed_to = ?, signed_to_at = ?
                WHERE id = ?""")
                .params(Arrays.<@Nullable Object>asList(
                        pact.state().name(),
                        name(pact.signedFrom()),
                        at(pact.signedFrom()),
                        name(pact.signedTo()),
                        at(pact.signedTo()),
                        pact.id()))
                .update();
    }

    private static @Nullable String name(@Nullable Signature signature) {
        return signature == null ? null : signature.name();
    }

    private static @Nullable LocalDateTime at(@Nullable Signature signature) {
        return signature == null ? null : UtcTime.of(signature.at());
    }

    private static Pact read(ResultSet row, int n) throws SQLException {
        return new Pact(
                row.getLong("id"),
                row.getLong("from_department_id"),
                row.getLong("to_department_id"),
                row.getInt("version"),
                Duration.ofMillis(row.getLong("pick_up_ms")),
                row.getString("required_facts").lines().toList(),
                row.getInt("max_returns"),
                UtcTime.instant(row.getObject("since_at", LocalDateTime.class)),
                State.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                UtcTime.instant(row.getObject("proposed_at", LocalDateTime.class)),
                signature(row, "signed_from"),
                signature(row, "signed_to"));
    }

    private static @Nullable Signature signature(ResultSet row, String column) throws SQLException {
        String name = row.getString(column);
        Instant at = UtcTime.instantOrNull(row.getObject(column + "_at", LocalDateTime.class));
        return name == null || at == null ? null : new Signature(name, at);
    }
}
