package nl.baton.value;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.baton.base.RecomputedTransaction;
import nl.baton.base.UtcTime;
import nl.baton.value.Fitting.Fitted;
import nl.baton.value.Scorer.Scored;
import nl.baton.value.Valuation.Step;
import nl.baton.value.model.Tiers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Does what {@link Valuation} asks for: batch after batch, each and how far it came in one transaction. */
@Component
class ValuationSteps {

    private static final Logger LOG = LoggerFactory.getLogger(ValuationSteps.class);
    private static final int CUSTOMERS_AT_ONCE = 2_000;
    private static final int RANKED_AT_ONCE = 10_000;
    private static final Duration READ_AT_MOST = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Fitting fitting;
    private final FitTable fits;
    private final HistoryReader histories;
    private final ScoreTable scores;
    private final IndirectTable indirect;
    private final TierQuery tiers;
    private final PictureTable pictures;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final RecomputedTransaction recomputed;
    private final List<KeptScorings> kept;
    private final Clock clock;

    ValuationSteps(
            JdbcClient jdbc,
            Fitting fitting,
            FitTable fits,
            HistoryReader histories,
            ScoreTable scores,
            IndirectTable indirect,
            TierQuery tiers,
            PictureTable pictures,
            JsonMapper json,
            PlatformTransactionManager transactions,
            List<KeptScorings> kept,
            Clock clock) {
        this.jdbc = jdbc;
        this.fitting = fitting;
        this.fits = fits;
        this.histories = histories;
        this.scores = scores;
        this.indirect = indirect;
        this.tiers = tiers;
        this.pictures = pictures;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.recomputed = new RecomputedTransaction(transactions);
        this.kept = kept;
        this.clock = clock;
    }

    private record Building(
            int scoring,
            Step step,
            LocalDate asOf,
            long after,
            @Nullable String basis) {}

    void all(BooleanSupplier stopping) {
        long begun = System.nanoTime();
        Building building = building().orElse(null);
        if (building == null) {
            return;
        }
        if (building.step == Step.FIT) {
            fit(building, stopping);
            building = building().orElseThrow();
        }
        if (building.step == Step.SCORE) {
            score(building, stopping);
            building = building().orElseThrow();
        }
        rank(building, stopping);
        pictures.draw(building.scoring);
        changeOver(building.scoring);
        LOG.info(
                "All customers were valued anew, in {} s",
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    private Optional<Building> building() {
        return jdbc.sql("SELECT scoring, step, as_of, next_customer, basis FROM value_scoring WHERE state = 'BUILDING'")
                .query((row, n) -> new Building(
                        row.getInt(1),
                        Step.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4),
                        row.getString(5)))
                .optional();
    }

    private static void check(BooleanSupplier stopping) {
        if (stopping.getAsBoolean()) {
            throw new IllegalStateException("Stopped in the middle; another node, or the next start, goes on");
        }
    }

    /** In one piece: what is counted is in memory, and begins again if this node falls away. */
    private void fit(Building building, BooleanSupplier stopping) {
        LongConsumer progress = done -> {
            check(stopping);
            recomputed.executeWithoutResult(status -> jdbc.sql("UPDATE value_scoring SET done = ? WHERE scoring = ?")
                    .params(done, building.scoring)
                    .update());
        };
        Fitted fitted = fitting.fit(building.asOf, progress);
        transaction.executeWithoutResult(status -> {
            fitted.fits().forEach(fits::insert);
            next(building.scoring, Step.SCORE, "basis", json.writeValueAsString(fitted.basis()));
        });
        fitted.fits()
                .forEach(fit -> LOG.info(
                        "Fitted {} in {}: {} of {} customers",
                        fit.kind(),
                        fit.currency(),
                        fit.verdict(),
                        fit.customers()));
    }

    /** @param column which of the two takes what was found; a name of this class's own */
    private void next(int scoring, Step step, String column, String found) {
        jdbc.sql("UPDATE value_scoring SET step = ?, next_customer = 0, done = 0, " + column + " = ? WHERE scoring = ?")
                .params(step.name(), found, scoring)
                .update();
    }

    /** Nobody else has done these meanwhile; who was taken for dead and was not finds out here. */
    private void advance(int scoring, long before, long customer, int done) {
        int mine = jdbc.sql("""
                        UPDATE value_scoring SET next_customer = ?, done = done + ?
                        WHERE scoring = ? AND next_customer = ?""").params(customer, done, scoring, before).update();
        if (mine == 0) {
            throw new IllegalStateException("Another node goes on with the values");
        }
    }

    private void score(Building building, BooleanSupplier stopping) {
        Basis basis = json.readValue(Objects.requireNonNull(building.basis), Basis.class);
        Map<Long, ValueFit> used = new HashMap<>();
        basis.currencies().values().forEach(currency -> {
            for (Long id : new @Nullable Long[] {currency.purchases(), currency.contracts()}) {
                if (id != null) {
                    used.put(id, fits.find(id).orElseThrow());
                }
            }
        });
        int workers = Runtime.getRuntime().availableProcessors();
        List<Scorer> scorers = IntStream.range(0, workers)
                .mapToObj(i -> new Scorer(basis, used))
                .toList();
        long after = building.after;
        while (true) {
            check(stopping);
            List<History> batch = histories.next(after, CUSTOMERS_AT_ONCE, building.asOf);
            if (batch.isEmpty()) {
                break;
            }
            List<Scored> scored = score(batch, scorers);
            IndirectTable.Rows through = indirect.of(building.scoring, batch, basis);
            long from = after;
            long last = batch.getLast().customer();
            recomputed.executeWithoutResult(status -> {
                advance(building.scoring, from, last, batch.size());
                scores.insert(building.scoring, scored, basis.scores());
                indirect.insert(through);
            });
            after = last;
        }
        transaction.executeWithoutResult(status ->
                next(building.scoring, Step.RANK, "tiers", json.writeValueAsString(tiers.of(building.scoring))));
    }

    /** Each processor takes its part of them; who is known by a case number only, and never dealt, is nobody to value. */
    private static List<Scored> score(List<History> batch, List<Scorer> scorers) {
        List<List<Scored>> parts = IntStream.range(0, scorers.size())
                .parallel()
                .mapToObj(worker -> {
                    var part = new ArrayList<Scored>();
                    for (int i = worker; i < batch.size(); i += scorers.size()) {
                        History history = batch.get(i);
                        if (!history.anonymous() || !history.isEmpty()) {
                            part.add(scorers.get(worker).score(history));
                        }
                    }
                    return (List<Scored>) part;
                })
                .toList();
        return parts.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Scored::customer))
                .toList();
    }

    private void rank(Building building, BooleanSupplier stopping) {
        Tiers found = json.readValue(
                jdbc.sql("SELECT tiers FROM value_scoring WHERE scoring = ?")
                        .param(building.scoring)
                        .query(String.class)
                        .single(),
                Tiers.class);
        long after = building.after;
        while (true) {
            check(stopping);
            List<Long> batch = jdbc.sql("""
                            SELECT customer_id FROM customer_value WHERE scoring = ? AND customer_id > ?
                            ORDER BY customer_id LIMIT ?""")
                    .params(building.scoring, after, RANKED_AT_ONCE)
                    .query(Long.class)
                    .list();
            if (batch.isEmpty()) {
                return;
            }
            long from = after;
            recomputed.executeWithoutResult(status -> {
                advance(building.scoring, from, batch.getLast(), batch.size());
                tiers.give(building.scoring, found, from, batch.getLast());
            });
            after = batch.getLast();
        }
    }

    private void changeOver(int scoring) {
        var now = UtcTime.of(clock.instant());
        transaction.executeWithoutResult(status -> {
            jdbc.sql("UPDATE value_scoring SET state = 'RETIRED', changed_at = ? WHERE state = 'LIVE'")
                    .param(now)
                    .update();
            jdbc.sql("UPDATE value_scoring SET state = 'LIVE', changed_at = ? WHERE scoring = ?")
                    .params(now, scoring)
                    .update();
        });
    }

    /** Takes away values that others have replaced, once nobody reads or compares them any more. */
    void sweep() {
        Set<Integer> needed =
                kept.stream().flatMap(one -> one.needed().stream()).collect(Collectors.toSet());
        List<Integer> retired = jdbc
                .sql("SELECT scoring FROM value_scoring WHERE state = 'RETIRED' AND changed_at < ?")
                .param(UtcTime.of(clock.instant().minus(READ_AT_MOST)))
                .query(Integer.class)
                .list()
                .stream()
                .filter(scoring -> !needed.contains(scoring))
                .toList();
        for (int scoring : retired) {
            while (Boolean.TRUE.equals(recomputed.execute(status -> scores.takeAway(scoring)))) {
                // the next piece
            }
            jdbc.sql("DELETE FROM value_scoring WHERE scoring = ?")
                    .param(scoring)
                    .update();
        }
    }
}
