package nl.baton.handoff;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.baton.base.UtcTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes away figures that a rebuild has replaced, and notes of moves that every screen has seen, a piece at a time. */
@Component
class RetiredFigures {

    /** Nobody reads in one transaction for so long. */
    private static final Duration READ_AT_MOST = Duration.ofMinutes(1);

    private static final Duration SEEN_AFTER = Duration.ofMinutes(10);
    private static final long JOURNEYS_AT_ONCE = 2_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RetiredFigures(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void sweep() {
        jdbc.sql("DELETE FROM figures_move WHERE moved_at < ?")
                .param(UtcTime.of(clock.instant().minus(SEEN_AFTER)))
                .update();
        List<Integer> generations = jdbc.sql(
                        "SELECT generation FROM figures_generation WHERE state = 'RETIRED' AND changed_at < ?")
                .param(UtcTime.of(clock.instant().minus(READ_AT_MOST)))
                .query(Integer.class)
                .list();
        generations.forEach(this::takeAway);
    }

    private void takeAway(int generation) {
        long last = jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM journey_case")
                .query(Long.class)
                .single();
        for (long from = 0; from <= last; from += JOURNEYS_AT_ONCE) {
            long first = from;
            transaction.executeWithoutResult(status -> takeAway(generation, first, first + JOURNEYS_AT_ONCE));
        }
        for (String table : List.of(
                "lane_span", "lane_span_rule", "lane_span_wait", "summary_span", "moved_month", "figures_generation")) {
            jdbc.sql("DELETE FROM %s WHERE generation = ?".formatted(table))
                    .param(generation)
                    .update();
        }
    }

    private void takeAway(int generation, long fromJourney, long toJourney) {
        jdbc.sql("""
                DELETE FROM finding WHERE handoff_id IN
                    (SELECT id FROM handoff WHERE journey_id >= ? AND journey_id < ? AND generation = ?)""").params(fromJourney, toJourney, generation).update();
        for (String table : List.of("handoff", "pending_pass", "journey_day")) {
            jdbc.sql("DELETE FROM %s WHERE journey_id >= ? AND journey_id < ? AND generation = ?".formatted(table))
                    .params(fromJourney, toJourney, generation)
                    .update();
        }
    }
}
