package nl.baton.handoff;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The generations of computed figures: the one that screens read, and while a rebuild is under way the one that will
 * follow it. Whatever changes meanwhile is written to both.
 */
@Repository
class Generations {

    private final JdbcClient jdbc;

    Generations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one to be read. What is read of it together is read in one transaction. */
    int live() {
        return jdbc.sql("SELECT generation FROM figures_generation WHERE state = 'LIVE'")
                .query(Integer.class)
                .single();
    }

    /**
     * The live one.
     *
     * @param waitBuckets whether its months have their waits in buckets; if not, waits are read one by one
     */
    record Live(int generation, boolean waitBuckets) {}

    Live liveOne() {
        return jdbc.sql("SELECT generation, wait_buckets FROM figures_generation WHERE state = 'LIVE'")
                .query((row, n) -> new Live(row.getInt(1), row.getBoolean(2)))
                .single();
    }

    /**
     * Those to be written, the live one first. To be asked only once the journeys to be written are locked: a rebuild
     * that begins later then finds them as they are going to be.
     */
    List<Integer> written() {
        return jdbc.sql("SELECT generation FROM figures_generation WHERE state <> 'RETIRED' ORDER BY generation")
                .query(Integer.class)
                .list();
    }
}
