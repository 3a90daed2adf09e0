package nl.baton.demo;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.baton.base.UtcTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which demo company this database holds, and whether all of it. */
@Repository
class DemoLedger {

    private final JdbcClient jdbc;

    DemoLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A company that was loaded, wholly or in part. */
    record Load(long seed, LocalDate monday, boolean complete) {}

    Optional<Load> load() {
        return jdbc.sql("SELECT seed, present_monday, completed_at FROM demo_load")
                .query((row, n) -> new Load(
                        row.getLong("seed"),
                        row.getDate("present_monday").toLocalDate(),
                        row.getTimestamp("completed_at") != null))
                .optional();
    }

    Load begin(long seed, LocalDate monday, Instant now) {
        jdbc.sql("INSERT INTO demo_load (id, seed, present_monday, began_at) VALUES (1, ?, ?, ?)")
                .params(seed, Date.valueOf(monday), UtcTime.of(now))
                .update();
        return new Load(seed, monday, false);
    }

    void complete(Instant now) {
        jdbc.sql("UPDATE demo_load SET completed_at = ?").param(UtcTime.of(now)).update();
    }
}
