package nl.baton.journey;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import nl.baton.base.UtcTime;
import nl.baton.journey.CaseTable.Pair;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has to be known of the rows of others to write something down by hand. */
@Repository
class HandTable {

    private final JdbcClient jdbc;

    HandTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A touchpoint that was written down by hand. */
    record Stored(long id, long caseId, Instant arrivedAt) {}

    /** The case of a journey that something is written down for; a contact has no number to refer to. */
    record Target(long caseId, CaseKey key, boolean contact) {}

    /** A promise by the name that its source gave it. */
    record Named(String source, String code) {}

    Optional<Stored> stored(String externalId) {
        return jdbc.sql("SELECT id, case_id, arrived_at FROM touchpoint WHERE external_id = ? AND source = ?")
                .params(externalId, ContactLog.SOURCE)
                .query((row, n) -> new Stored(
                        row.getLong(1), row.getLong(2), UtcTime.instant(row.getObject(3, LocalDateTime.class))))
                .optional();
    }

    @Nullable
    Target target(long journey) {
        return jdbc.sql("""
                        SELECT c.id, y.code, c.source, c.case_number, c.contact FROM journey_case c
                            JOIN journey_type y ON y.id = c.journey_type_id
                        WHERE c.journey_id = ? ORDER BY c.contact, c.id LIMIT 1""")
                .param(journey)
                .query((row, n) -> new Target(
                        row.getLong(1),
                        new CaseKey(row.getString(2), row.getString(3), row.getString(4)),
                        row.getBoolean(5)))
                .optional()
                .orElse(null);
    }

    Named promise(long id) {
        return jdbc.sql("SELECT source, code FROM promise WHERE id = ?")
                .param(id)
                .query((row, n) -> new Named(row.getString(1), row.getString(2)))
                .single();
    }

    void link(long one, long other, long user, Instant now) {
        Pair pair = Pair.of(one, other);
        jdbc.sql("""
                        INSERT INTO case_link (case_a, case_b, joined, parted, decided_by, decided_at)
                        VALUES (?, ?, TRUE, FALSE, ?, ?)""").params(pair.one(), pair.other(), user, UtcTime.of(now)).update();
    }

    /** Of a contact that is taken back; a case with a number keeps what people said of it. */
    void unlink(long contact) {
        jdbc.sql("""
                        DELETE FROM case_link WHERE (case_a = :id OR case_b = :id)
                            AND EXISTS (SELECT 1 FROM journey_case c WHERE c.id = :id AND c.contact = TRUE
                                AND c.source = :source)""").param("id", contact).param("source", ContactLog.SOURCE).update();
    }
}
