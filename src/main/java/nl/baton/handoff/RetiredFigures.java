package nl.baton.handoff;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
    private static final int ROWS_AT_ONCE = 2_000;

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
        while (takeHandoffs(generation) == ROWS_AT_ONCE) {
            // the next ones
        }
        for (String table : List.of(
                "pending_pass",
                "lane_span",
                "lane_span_rule",
                "lane_span_wait",
                "summary_span",
                "moved_month",
                "journey_course",
                "course_stage",
                "journey_answer",
                "answer_count")) {
            takeRows(table, generation);
        }
        takeByJourney("journey_day", generation);
        takeByJourney("journey_other_answers", generation);
        jdbc.sql("DELETE FROM figures_generation WHERE generation = ?")
                .param(generation)
                .update();
    }

    /** Some, by the indexes that begin with the generation: by journeys, all of it would be read for a few each time. */
    private int takeHandoffs(int generation) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Long> ids = jdbc.sql("SELECT id FROM handoff WHERE generation = ? LIMIT " + ROWS_AT_ONCE)
                    .param(generation)
                    .query(Long.class)
                    .list();
            if (!ids.isEmpty()) {
                jdbc.sql("DELETE FROM finding WHERE handoff_id IN (:ids)")
                        .param("ids", ids)
                        .update();
                jdbc.sql("DELETE FROM handoff WHERE id IN (:ids)")
                        .param("ids", ids)
                        .update();
            }
            return ids.size();
        }));
    }

    private void takeRows(String table, int generation) {
        int taken;
        do {
            taken = jdbc.sql("DELETE FROM " + table + " WHERE generation = ? LIMIT " + ROWS_AT_ONCE)
                    .param(generation)
                    .update();
        } while (taken == ROWS_AT_ONCE);
    }

    /** Those that are found by their journey alone. */
    private void takeByJourney(String table, int generation) {
        long last = jdbc.sql("SELECT COALESCE(MAX(journey_id), 0) FROM " + table)
                .query(Long.class)
                .single();
        for (long from = 0; from <= last; from += JOURNEYS_AT_ONCE) {
            jdbc.sql("DELETE FROM " + table + " WHERE journey_id >= ? AND journey_id < ? AND generation = ?")
                    .params(from, from + JOURNEYS_AT_ONCE, generation)
                    .update();
        }
    }
}
