package nl.baton.handoff;

import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.BatonProperties;
import nl.baton.base.Period;
import nl.baton.base.RecomputedTransaction;
import nl.baton.base.UtcTime;
import nl.baton.handoff.Span.Range;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Adds up the days of months in which nothing moves any more, so that long periods are read from few rows. All there is
 * moves by the exact difference to what a month was before. Until a month is added up, and again once one of its days
 * moves, it is read day by day, so that no figure waits for this.
 */
@Component
class SealedMonths {

    /** Late data tends to come in heaps: a month is added up when the heap is over, or has gone on for long. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(15);

    /** Of a busier month a day's handoffs at a time, so that it need not be held in memory. */
    private static final long READ_AT_ONCE = 50_000;

    private final JdbcTemplate jdbc;
    private final LaneQuery figures;
    private final RecomputedTransaction transaction;
    private final Clock clock;
    private final ZoneId zone;

    SealedMonths(
            JdbcTemplate jdbc,
            LaneQuery figures,
            PlatformTransactionManager transactions,
            Clock clock,
            BatonProperties properties) {
        this.jdbc = jdbc;
        this.figures = figures;
        this.transaction = new RecomputedTransaction(transactions);
        this.clock = clock;
        this.zone = properties.zone();
    }

    private record Moved(int generation, LocalDate month) {}

    /** Adds up the months of the live figures that have come to rest. One caller at a time, over all nodes. */
    void seal() {
        forgetRepetitions();
        List<Moved> atRest = jdbc.query(
                """
                        SELECT m.generation, m.month_start FROM moved_month m
                            JOIN figures_generation g ON g.generation = m.generation
                        WHERE g.state = 'LIVE' AND m.month_start < ?
                        GROUP BY m.generation, m.month_start HAVING MAX(m.moved_at) < ? OR MIN(m.moved_at) < ?
                        ORDER BY m.month_start""",
                (row, n) -> new Moved(row.getInt(1), row.getObject(2, LocalDate.class)),
                firstReadByDay(),
                UtcTime.of(clock.instant().minus(QUIET)),
                UtcTime.of(clock.instant().minus(AT_LEAST_EVERY)));
        atRest.stream().map(Moved::generation).distinct().forEach(this::keepBucketsOfMany);
        atRest.forEach(this::seal);
    }

    /** A month that moves all day needs no entry for each time: the first and the last tell all there is to know. */
    private void forgetRepetitions() {
        record Entries(int generation, LocalDate month, long first, long last) {}
        jdbc.query(
                        """
                        SELECT generation, month_start, MIN(id), MAX(id) FROM moved_month
                        GROUP BY generation, month_start HAVING COUNT(*) > 2""",
                        (row, n) -> new Entries(
                                row.getInt(1), row.getObject(2, LocalDate.class), row.getLong(3), row.getLong(4)))
                .forEach(entries -> jdbc.update(
                        "DELETE FROM moved_month WHERE generation = ? AND month_start = ? AND id > ? AND id < ?",
                        entries.generation(),
                        entries.month(),
                        entries.first(),
                        entries.last()));
    }

    /** Adds up all months of one generation that moved, at rest or not. */
    void sealAll(int generation) {
        keepBucketsOfMany(generation);
        jdbc.query(
                        "SELECT DISTINCT month_start FROM moved_month WHERE generation = ? AND month_start < ?",
                        (row, n) -> new Moved(generation, row.getObject(1, LocalDate.class)),
                        generation,
                        firstReadByDay())
                .forEach(this::seal);
    }

    private void keepBucketsOfMany(int generation) {
        if (hasBuckets(generation)) {
            return;
        }
        Long handoffs = jdbc.queryForObject(
                "SELECT COUNT(*) FROM (SELECT id FROM handoff WHERE generation = ? LIMIT ?) counted",
                Long.class,
                generation,
                LaneWaits.EXACT_UP_TO + 1);
        if (handoffs != null && handoffs > LaneWaits.EXACT_UP_TO) {
            keepBuckets(generation);
        }
    }

    /**
     * From now on a month's waits are counted in buckets as it is added up; those that were added up before are so again.
     * Below as many handoffs as are read one by one nobody would look at them, and of many small lanes they are many.
     */
    void keepBuckets(int generation) {
        transaction.executeWithoutResult(status -> {
            int begun = jdbc.update(
                    "UPDATE figures_generation SET wait_buckets = TRUE WHERE generation = ? AND wait_buckets = FALSE",
                    generation);
            if (begun > 0) {
                jdbc.update("""
                        INSERT INTO moved_month (generation, month_start, moved_at)
                        SELECT DISTINCT generation, span_start, ? FROM lane_span WHERE generation = ? AND span = 'M'""", UtcTime.of(clock.instant()), generation);
            }
        });
    }

    /** Months from this one on are read by day in any case, since their handoffs may not be judged yet. */
    private Date firstReadByDay() {
        return Date.valueOf(Span.MONTH.startOf(figures.boundary()));
    }

    private void seal(Moved moved) {
        transaction.executeWithoutResult(status -> {
            // these and no others: who has not committed yet adds its entry after them, and the month is moved still;
            // held, so that of two who do this at once, by a lease that was lost, the second finds nothing to do
            List<Object[]> entries = jdbc.query(
                    "SELECT id FROM moved_month WHERE generation = ? AND month_start = ? FOR UPDATE",
                    (row, n) -> new Object[] {row.getLong(1)},
                    moved.generation,
                    Date.valueOf(moved.month));
            if (entries.isEmpty()) {
                return;
            }
            Map<RollUpKey.Lane, long[]> lanes = fromDays(RollUpTable.LANES, moved);
            move(RollUpTable.LANES, moved, lanes);
            move(RollUpTable.RULES, moved, fromDays(RollUpTable.RULES, moved));
            if (hasBuckets(moved.generation)) {
                move(RollUpTable.WAITS, moved, waits(moved, lanes));
            }
            move(RollUpTable.SUMMARIES, moved, fromDays(RollUpTable.SUMMARIES, moved));
            jdbc.batchUpdate("DELETE FROM moved_month WHERE id = ?", entries);
        });
    }

    private boolean hasBuckets(int generation) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT wait_buckets FROM figures_generation WHERE generation = ?", Boolean.class, generation));
    }

    private <K extends RollUpKey<K>> Map<K, long[]> fromDays(RollUpTable<K> table, Moved moved) {
        Period days = days(moved);
        return table.sums(jdbc, moved.generation, new Range(Span.DAY, days.from(), days.to()), Span.MONTH, moved.month);
    }

    private static Period days(Moved moved) {
        return new Period(moved.month, moved.month.plusMonths(1).minusDays(1));
    }

    /** From the handoffs themselves, in the order in which an index has them. */
    private Map<RollUpKey.Wait, long[]> waits(Moved moved, Map<RollUpKey.Lane, long[]> lanes) {
        Map<RollUpKey.Wait, long[]> buckets = new HashMap<>();
        long handoffs = lanes.values().stream().mapToLong(counts -> counts[0]).sum();
        Period month = days(moved);
        if (handoffs > READ_AT_ONCE) {
            month.from()
                    .datesUntil(month.to().plusDays(1))
                    .forEach(day -> addWaits(moved, new Period(day, day), buckets));
        } else if (handoffs > 0) {
            addWaits(moved, month, buckets);
        }
        return buckets;
    }

    private void addWaits(Moved moved, Period days, Map<RollUpKey.Wait, long[]> buckets) {
        for (Grain grain : Grain.values()) {
            jdbc.query(
                    """
                    SELECT lane_id, journey_type_id, wait_ms, business_wait_ms FROM handoff
                    WHERE generation = ? AND grain = ? AND picked_up_at >= ? AND picked_up_at < ?""",
                    row -> {
                        var lane = new RollUpKey.Lane(row.getLong(1), Span.MONTH, moved.month, row.getLong(2));
                        var ofAllTypes =
                                new RollUpKey.Lane(row.getLong(1), Span.MONTH, moved.month, RollUpKey.ALL_TYPES);
                        for (RollUpKey.Lane key : List.of(lane, ofAllTypes)) {
                            count(buckets, key, row.getLong(3))[0]++;
                            count(buckets, key, row.getLong(4))[1]++;
                        }
                    },
                    moved.generation,
                    grain.name(),
                    UtcTime.of(days.start(zone)),
                    UtcTime.of(days.end(zone)));
        }
    }

    private static long[] count(Map<RollUpKey.Wait, long[]> buckets, RollUpKey.Lane lane, long wait) {
        return buckets.computeIfAbsent(
                new RollUpKey.Wait(lane, WaitBuckets.of(wait)), any -> RollUpTable.WAITS.zeros());
    }

    /** Moves the month to what it is now, and all there is by the difference. */
    private <K extends RollUpKey<K>> void move(RollUpTable<K> table, Moved moved, Map<K, long[]> now) {
        var month = new Range(Span.MONTH, moved.month, moved.month);
        Map<K, long[]> difference = new HashMap<>(now);
        table.sums(jdbc, moved.generation, month, Span.MONTH, moved.month)
                .forEach((key, before) -> difference.merge(key, negated(before), SealedMonths::plus));
        table.move(jdbc, moved.generation, difference);
        Map<K, long[]> all = new HashMap<>();
        difference.forEach((key, counts) -> all.merge(key.over(Span.ALL), counts, SealedMonths::plus));
        table.move(jdbc, moved.generation, all);
    }

    private static long[] negated(long[] counts) {
        return Arrays.stream(counts).map(count -> -count).toArray();
    }

    private static long[] plus(long[] a, long[] b) {
        long[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }
}
