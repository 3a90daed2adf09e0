package nl.baton.handoff;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import nl.baton.base.RecomputedTransaction;
import nl.baton.base.UtcTime;
import nl.baton.security.SystemWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what {@link Rebuild} asks for, case after case; how far it came is stored once all before is committed. */
@Configuration(proxyBeanMethods = false)
class RebuildWork {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildWork.class);
    private static final int PARTS = 2;
    private static final int CASES_AT_ONCE = PARTS * 1_000;
    private static final int ATTEMPTS = 20;
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final JourneyProjector projector;
    private final RetiredFigures retired;
    private final SealedMonths months;
    private final TransactionTemplate transaction;
    private final RecomputedTransaction recomputed;
    private final Clock clock;

    RebuildWork(
            JdbcClient jdbc,
            JourneyProjector projector,
            RetiredFigures retired,
            SealedMonths months,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.projector = projector;
        this.retired = retired;
        this.months = months;
        this.transaction = new TransactionTemplate(transactions);
        this.recomputed = new RecomputedTransaction(transactions);
        this.clock = clock;
    }

    @Bean
    Task<?> rebuildFigures() {
        return Tasks.oneTime(Rebuild.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        SystemWork.run(() -> rebuild(context.getSchedulerState()::isShuttingDown)));
    }

    @Bean
    Task<?> sweepFigures() {
        return Tasks.recurring("sweep-figures", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> retired.sweep());
    }

    @Bean
    Task<?> sealMonths() {
        return Tasks.recurring("seal-months", FixedDelay.ofSeconds(20)).execute((instance, context) -> months.seal());
    }

    private record Building(int generation, long nextCase) {}

    private void rebuild(BooleanSupplier stopping) {
        long begun = System.nanoTime();
        do {
            while (step()) {
                if (stopping.getAsBoolean()) {
                    throw new IllegalStateException("Stopped in the middle; another node, or the next start, goes on");
                }
            }
            // long periods are to be read from months at once
            building().ifPresent(building -> months.sealAll(building.generation));
        } while (!Boolean.TRUE.equals(transaction.execute(status -> changeOver())));
        LOG.info(
                "All figures were computed anew, in {} s",
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    /** False when there is nothing left to do. */
    private boolean step() {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(recomputed.execute(status -> next(CASES_AT_ONCE, this::inParts)));
            } catch (ConcurrencyFailureException | DuplicateKeyException metAnother) {
                if (attempt == ATTEMPTS) {
                    throw metAnother;
                }
            } catch (RuntimeException failure) {
                if (Projection.isOfTheDatabase(failure)) {
                    throw failure;
                }
                return oneByOne();
            }
        }
    }

    /** A journey that cannot be computed is left out, as it is of the figures that are shown; the workers have said so. */
    private boolean oneByOne() {
        boolean more = true;
        for (int i = 0; i < CASES_AT_ONCE && more; i++) {
            more = Objects.requireNonNull(recomputed.execute(status -> {
                Object savepoint = status.createSavepoint();
                try {
                    return next(1, projector::rebuild);
                } catch (RuntimeException cannotBeComputed) {
                    if (Projection.isOfTheDatabase(cannotBeComputed)) {
                        throw cannotBeComputed;
                    }
                    status.rollbackToSavepoint(savepoint);
                    return passOver();
                }
            }));
        }
        return more;
    }

    private boolean passOver() {
        return jdbc.sql("""
                UPDATE figures_generation SET done = done + 1, next_case =
                    (SELECT MIN(id) FROM journey_case WHERE id > next_case)
                WHERE state = 'BUILDING'""").update() > 0;
    }

    private boolean next(int most, BiConsumer<List<Long>, Integer> compute) {
        Building building = building().orElse(null);
        if (building == null) {
            return false;
        }
        // cases, not journeys: a journey that a worker is just storing cannot be seen yet, but its cases are there, and
        // locked, so that what it does not write to this generation is found here once it is done
        List<Long> cases = cases(building, most);
        if (cases.isEmpty()) {
            return false;
        }
        compute.accept(cases, building.generation);
        jdbc.sql("UPDATE figures_generation SET next_case = ?, done = done + ? WHERE generation = ?")
                .params(cases.getLast(), cases.size(), building.generation)
                .update();
        return true;
    }

    /**
     * In several transactions at once: while one computes, the database stores what another has computed. They are
     * committed before this one says so; if that never happens they are done once more, and nothing differs then. Parts
     * that met are done here, one after the other: at once they would only meet again.
     */
    private void inParts(List<Long> cases, int generation) {
        int size = (cases.size() + PARTS - 1) / PARTS;
        Map<List<Long>, Future<?>> parts = new LinkedHashMap<>();
        List<List<Long>> met = new ArrayList<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int from = 0; from < cases.size(); from += size) {
                List<Long> part = cases.subList(from, Math.min(cases.size(), from + size));
                parts.put(
                        part,
                        workers.submit(() -> SystemWork.run(
                                () -> recomputed.executeWithoutResult(status -> projector.rebuild(part, generation)))));
            }
            for (Map.Entry<List<Long>, Future<?>> each : parts.entrySet()) {
                try {
                    each.getValue().get();
                } catch (ExecutionException failed) {
                    if (!(failed.getCause() instanceof ConcurrencyFailureException
                            || failed.getCause() instanceof DuplicateKeyException)) {
                        throw failed.getCause() instanceof RuntimeException cause
                                ? cause
                                : new IllegalStateException(failed.getCause());
                    }
                    met.add(each.getKey());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped in the middle; another node, or the next start, goes on", stopped);
        }
        met.forEach(part -> projector.rebuild(part, generation));
    }

    /** The generation that is being built, kept from others until the end of a transaction. */
    private Optional<Building> building() {
        return jdbc.sql("SELECT generation, next_case FROM figures_generation WHERE state = 'BUILDING' FOR UPDATE")
                .query((row, n) -> new Building(row.getInt(1), row.getLong(2)))
                .optional();
    }

    private List<Long> cases(Building building, int most) {
        return jdbc.sql("SELECT id FROM journey_case WHERE id > ? ORDER BY id LIMIT ?")
                .params(building.nextCase, most)
                .query(Long.class)
                .list();
    }

    /** False when there are cases again. Who reads goes on with the former figures until the end of their transaction. */
    private boolean changeOver() {
        Building building = building().orElse(null);
        if (building == null) {
            return true;
        }
        if (!cases(building, 1).isEmpty()) {
            return false;
        }
        var now = UtcTime.of(clock.instant());
        jdbc.sql("UPDATE figures_generation SET state = 'RETIRED', changed_at = ? WHERE state = 'LIVE'")
                .param(now)
                .update();
        jdbc.sql("UPDATE figures_generation SET state = 'LIVE', changed_at = ? WHERE generation = ?")
                .params(now, building.generation)
                .update();
        jdbc.sql("INSERT INTO figures_move (moved_at, customers) VALUES (?, '')")
                .param(now)
                .update();
        return true;
    }
}
