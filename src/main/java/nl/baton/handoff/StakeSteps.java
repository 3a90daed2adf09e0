package nl.baton.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.RecomputedTransaction;
import nl.baton.base.UtcTime;
import nl.baton.handoff.StakeTally.Pass;
import nl.baton.value.Standing;
import nl.baton.value.Standings;
import nl.baton.value.Standings.Valued;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes what is at stake: customers after customers, each batch and how far it came in one transaction. */
@Component
class StakeSteps {

    private static final Logger LOG = LoggerFactory.getLogger(StakeSteps.class);
    private static final int CUSTOMERS_AT_ONCE = 1_000;
    private static final Duration READ_AT_MOST = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Standings standings;
    private final Generations generations;
    private final StakeTable table;
    private final TransactionTemplate transaction;
    private final RecomputedTransaction recomputed;
    private final ZoneId zone;
    private final Clock clock;

    StakeSteps(
            JdbcClient jdbc,
            Standings standings,
            Generations generations,
            StakeTable table,
            PlatformTransactionManager transactions,
            BatonProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.generations = generations;
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
        this.recomputed = new RecomputedTransaction(transactions);
        this.zone = properties.zone();
        this.clock = clock;
    }

    private record Building(int run, long after) {}

    /**
     * Does what there is to do: begins with values that are shown and were not computed with yet, or goes on where it was.
     * Values that were replaced meanwhile are left.
     */
    void all(BooleanSupplier stopping) {
        if (isUpToDate()) {
            return;
        }
        long begun = System.nanoTime();
        Valued valued = standings.shown().orElse(null);
        if (valued == null) {
            return;
        }
        Building building = transaction.execute(status -> begin(valued));
        long after = building.after;
        while (true) {
            if (stopping.getAsBoolean()) {
                throw new IllegalStateException("Stopped in the middle; another node, or the next start, goes on");
            }
            List<Standing> batch = standings.next(valued, after, CUSTOMERS_AT_ONCE);
            if (batch.isEmpty()) {
                break;
            }
            long from = after;
            long last = batch.getLast().customer();
            recomputed.executeWithoutResult(status -> {
                advance(building.run, from, last);
                StakeTally tally = tally(batch);
                table.insert(building.run, tally.days());
                table.add(building.run, tally.strata());
            });
            after = last;
        }
        changeOver(building.run);
        LOG.info(
                "What is at stake was computed anew, in {} s",
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    private boolean isUpToDate() {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM value_scoring v JOIN stake_run s ON s.scoring = v.scoring AND s.state = 'LIVE'
                        WHERE v.state = 'LIVE'""").query(Long.class).single() > 0;
    }

    private Building begin(Valued valued) {
        jdbc.sql("UPDATE stake_run SET state = 'RETIRED', changed_at = ? WHERE state = 'BUILDING' AND scoring <> ?")
                .params(UtcTime.of(clock.instant()), valued.scoring())
                .update();
        return building().orElseGet(() -> {
            jdbc.sql("""
                            INSERT INTO stake_run (run, state, scoring, as_of, currency, next_customer, changed_at)
                            SELECT COALESCE(MAX(run), 0) + 1, 'BUILDING', ?, ?, ?, 0, ? FROM stake_run""")
                    .params(valued.scoring(), valued.asOf(), valued.currency(), UtcTime.of(clock.instant()))
                    .update();
            return building().orElseThrow();
        });
    }

    private Optional<Building> building() {
        return jdbc.sql("SELECT run, next_customer FROM stake_run WHERE state = 'BUILDING'")
                .query((row, n) -> new Building(row.getInt(1), row.getLong(2)))
                .optional();
    }

    /** Nobody else has done these meanwhile; who was taken for dead and was not finds out here. */
    private void advance(int run, long before, long customer) {
        int mine = jdbc.sql("""
                        UPDATE stake_run SET next_customer = ?
                        WHERE run = ? AND state = 'BUILDING' AND next_customer = ?""").params(customer, run, before).update();
        if (mine == 0) {
            throw new IllegalStateException("Another node goes on with what is at stake");
        }
    }

    private StakeTally tally(List<Standing> batch) {
        Map<Long, List<Pass>> passes =
                passes(batch.getFirst().customer(), batch.getLast().customer());
        var tally = new StakeTally();
        batch.forEach(customer -> tally.add(customer, passes.getOrDefault(customer.customer(), List.of())));
        return tally;
    }

    private Map<Long, List<Pass>> passes(long from, long to) {
        Map<Long, List<Pass>> byCustomer = new HashMap<>();
        jdbc.sql("""
                        SELECT j.customer_id, h.journey_id, h.journey_type_id, l.from_id, l.to_id, h.passed_at, h.pickup_day,
                            h.broken
                        FROM journey j JOIN handoff h ON h.journey_id = j.id JOIN lane l ON l.id = h.lane_id
                        WHERE j.customer_id BETWEEN ? AND ? AND h.generation = ? AND h.grain = 'DEPARTMENT'
                        ORDER BY j.customer_id, h.journey_id, h.sequence_number""").params(from, to, generations.live()).query(row -> {
            byCustomer
                    .computeIfAbsent(row.getLong(1), customer -> new ArrayList<>())
                    .add(new Pass(
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            Days.dayOf(UtcTime.instant(row.getObject(6, LocalDateTime.class)), zone),
                            row.getObject(7, LocalDate.class),
                            row.getBoolean(8)));
        });
        return byCustomer;
    }

    private void changeOver(int run) {
        var now = UtcTime.of(clock.instant());
        transaction.executeWithoutResult(status -> {
            jdbc.sql("UPDATE stake_run SET state = 'RETIRED', changed_at = ? WHERE state = 'LIVE'")
                    .param(now)
                    .update();
            jdbc.sql("UPDATE stake_run SET state = 'LIVE', changed_at = ? WHERE run = ? AND state = 'BUILDING'")
                    .params(now, run)
                    .update();
        });
    }

    /** Takes away what was replaced, once nobody reads it any more. */
    void sweep() {
        List<Integer> retired = jdbc.sql("SELECT run FROM stake_run WHERE state = 'RETIRED' AND changed_at < ?")
                .param(UtcTime.of(clock.instant().minus(READ_AT_MOST)))
                .query(Integer.class)
                .list();
        for (int run : retired) {
            while (Boolean.TRUE.equals(recomputed.execute(status -> table.takeAway(run)))) {
                // the next piece
            }
            jdbc.sql("DELETE FROM stake_run WHERE run = ?").param(run).update();
        }
    }
}
