package nl.baton.handoff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nl.baton.department.Departments;
import nl.baton.handoff.LaneConditions.Reading;
import nl.baton.handoff.LaneConditions.Scope;
import nl.baton.handoff.LaneFigures.RuleCount;
import nl.baton.handoff.LaneFigures.Verdict;
import nl.baton.handoff.LaneQuery.RuleSums;
import nl.baton.handoff.LateRates.Counts;
import nl.baton.handoff.StakeTable.Part;
import nl.baton.handoff.Window.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the roll-ups together into the figures of all lanes under one filter. */
@Component
class LaneComputation {

    /** Up to so many handoffs waits are read one by one; above, from buckets. */
    static final long EXACT_UP_TO = 200_000;

    private static final int TOO_FEW = 10;
    private static final String CHASED = "CUSTOMER_CHASED";

    private final LaneQuery query;
    private final WaitQuery waitQuery;
    private final LateRates lateRates;
    private final RuleBook rules;
    private final Departments departments;

    LaneComputation(
            LaneQuery query, WaitQuery waitQuery, LateRates lateRates, RuleBook rules, Departments departments) {
        this.waitQuery = waitQuery;
        this.query = query;
        this.lateRates = lateRates;
        this.rules = rules;
        this.departments = departments;
    }

    /** All that one filter shows, computed in one go. */
    record Figures(HandoffSummary summary, LaneRanking ranking) {}

    /** What is known of a lane's broken handoffs, by rule and as judged under the filter. */
    private static final class Tally {
        private long judged;
        private long broken;
        private long chased;
        private final List<RuleCount> breakdowns = new ArrayList<>();

        /** @param late the rule's own rate, where its window outlasts the leg */
        void countOnly(String rule, @Nullable BreakdownRate late) {
            if (late != null) {
                judged = late.judged();
                broken = late.broken();
                return;
            }
            broken = breakdowns.stream()
                    .filter(count -> count.rule().equals(rule))
                    .mapToLong(count -> count.rate().broken())
                    .sum();
        }
    }

    /** @param stakes what is at stake, as far as it may be told */
    Figures compute(Scope scope, Map<Part, Stake> stakes) {
        Reading reading = query.read(scope);
        List<LaneSums> lanes = query.lanes(reading);
        Map<Long, Tally> tallies = tallies(reading, lanes);
        long handoffs = lanes.stream().mapToLong(LaneSums::handoffs).sum();
        LaneWaits waits = waits(reading, lanes, handoffs);

        long judged = tallies.values().stream().mapToLong(tally -> tally.judged).sum();
        BreakdownRate rate = BreakdownRate.of(
                tallies.values().stream().mapToLong(tally -> tally.broken).sum(), judged);
        // chases are known at the pick-up, so that every handoff can be judged by them at once
        BreakdownRate chased = BreakdownRate.of(
                tallies.values().stream().mapToLong(tally -> tally.chased).sum(), handoffs);
        return new Figures(
                summary(reading, lanes, rate, chased, waits.all),
                new LaneRanking(rate, rank(scope, lanes, tallies, rate, waits, stakes)));
    }

    private Map<Long, Tally> tallies(Reading reading, List<LaneSums> lanes) {
        Map<Long, Tally> tallies = new HashMap<>();
        for (LaneSums lane : lanes) {
            Tally tally = new Tally();
            tally.judged = lane.judged();
            tally.broken = lane.broken();
            tallies.put(lane.laneId(), tally);
        }
        Map<Long, Map<String, Long>> elapsedByRule = new HashMap<>();
        for (LaneQuery.Elapsed elapsed : query.elapsed(reading)) {
            Tally tally = Objects.requireNonNull(tallies.get(elapsed.laneId()));
            tally.judged++;
            tally.broken += elapsed.rules().isEmpty() ? 0 : 1;
            Map<String, Long> byRule = elapsedByRule.computeIfAbsent(elapsed.laneId(), lane -> new HashMap<>());
            elapsed.rules().forEach(rule -> byRule.merge(rule, 1L, Long::sum));
        }
        Map<String, Map<Long, Counts>> late = lateRates.of(reading, lanes);
        for (RuleSums sums : query.rules(reading)) {
            Tally tally = Objects.requireNonNull(tallies.get(sums.laneId()));
            tally.chased += sums.rule().equals(CHASED) ? sums.broken() : 0;
            long elapsed = elapsedByRule.getOrDefault(sums.laneId(), Map.of()).getOrDefault(sums.rule(), 0L);
            BreakdownRate rate = isLate(sums.rule())
                    ? rate(late, sums.rule(), sums.laneId())
                    : BreakdownRate.of(sums.judgedBroken() + elapsed, tally.judged);
            tally.breakdowns.add(new RuleCount(sums.rule(), sums.broken(), sums.dismissed(), rate));
        }
        String rule = reading.filter().rule();
        if (rule != null) {
            tallies.forEach((lane, tally) -> tally.countOnly(rule, isLate(rule) ? rate(late, rule, lane) : null));
        }
        return tallies;
    }

    private boolean isLate(String rule) {
        return rules.window(rule).kind() != Kind.LEG;
    }

    private static BreakdownRate rate(Map<String, Map<Long, Counts>> late, String rule, long lane) {
        Counts counts = late.getOrDefault(rule, Map.of()).getOrDefault(lane, new Counts(0, 0));
        return BreakdownRate.of(counts.broken(), counts.judged());
    }

    private List<LaneFigures> rank(
            Scope scope,
            List<LaneSums> lanes,
            Map<Long, Tally> tallies,
            BreakdownRate overall,
            LaneWaits waits,
            Map<Part, Stake> stakes) {
        UnitNames units = new UnitNames(departments, scope.filter().grain());
        double mean = new LaneRanking(overall, List.of()).overall();
        return lanes.stream()
                .map(lane -> {
                    Tally tally = Objects.requireNonNull(tallies.get(lane.laneId()));
                    BreakdownRate rate = BreakdownRate.of(tally.broken, tally.judged);
                    return new LaneFigures(
                            lane.laneId(),
                            units.get(lane.fromId()),
                            units.get(lane.toId()),
                            lane.handoffs(),
                            lane.journeys(),
                            lane.pingPongs(),
                            lane.returns(),
                            lane.bounced(),
                            List.copyOf(tally.breakdowns),
                            rate,
                            rate.excess(mean),
                            verdict(rate, mean),
                            Objects.requireNonNull(waits.byLane.get(lane.laneId())),
                            stakes.get(new Part(lane.fromId(), lane.toId())));
                })
                .sorted(Comparator.comparing((LaneFigures lane) -> lane.verdict() == Verdict.TOO_FEW)
                        .thenComparing(LaneComputation::amountAtStake, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(LaneFigures::excess, Comparator.reverseOrder())
                        .thenComparing(LaneFigures::handoffs, Comparator.reverseOrder())
                        .thenComparing(LaneFigures::laneId))
                .toList();
    }

    private static @Nullable BigDecimal amountAtStake(LaneFigures lane) {
        Stake.Range range = lane.atStake();
        return range == null ? null : range.amount();
    }

    private static Verdict verdict(BreakdownRate rate, double mean) {
        if (rate.judged() < TOO_FEW || rate.interval() == null) {
            return Verdict.TOO_FEW;
        }
        return rate.interval().low() > mean ? Verdict.STANDS_OUT : Verdict.COULD_BE_CHANCE;
    }

    private HandoffSummary summary(
            Reading reading, List<LaneSums> lanes, BreakdownRate rate, BreakdownRate chased, Waits waits) {
        List<Long> company = reading.scope().department() == null ? query.touchpointsAndJourneys(reading) : null;
        List<Long> pending = query.pending(reading);
        return new HandoffSummary(
                company == null ? null : company.get(0),
                company == null ? null : company.get(1),
                company == null ? null : company.get(2),
                lanes.stream().mapToLong(LaneSums::handoffs).sum(),
                lanes.stream().mapToLong(LaneSums::firstHandoffs).sum(),
                lanes.stream().mapToLong(LaneSums::pingPongs).sum(),
                lanes.stream().mapToLong(LaneSums::firstPingPongs).sum(),
                lanes.stream().mapToLong(LaneSums::returns).sum(),
                lanes.stream().mapToLong(LaneSums::firstReturns).sum(),
                lanes.size(),
                rate,
                chased,
                waits,
                pending.get(0),
                pending.get(1));
    }

    /** The waits of all lanes together and of each. */
    private record LaneWaits(Waits all, Map<Long, Waits> byLane) {}

    private LaneWaits waits(Reading reading, List<LaneSums> lanes, long handoffs) {
        long total = lanes.stream().mapToLong(LaneSums::waitMillis).sum();
        return handoffs <= EXACT_UP_TO
                ? exactWaits(reading, lanes, (int) handoffs, total)
                : bucketWaits(reading, lanes, total);
    }

    private LaneWaits exactWaits(Reading reading, List<LaneSums> lanes, int handoffs, long total) {
        Map<Long, LongList> values = new HashMap<>();
        lanes.forEach(lane -> values.put(lane.laneId(), new LongList((int) lane.handoffs())));
        LongList all = new LongList(handoffs);
        waitQuery.waits(reading, row -> {
            long wait = row.getLong(2);
            all.add(wait);
            values.computeIfAbsent(row.getLong(1), lane -> new LongList(8)).add(wait);
        });
        Map<Long, Waits> byLane = new HashMap<>();
        for (LaneSums lane : lanes) {
            LongList list = Objects.requireNonNull(values.get(lane.laneId()));
            byLane.put(lane.laneId(), Waits.exactly(list.sorted(), lane.waitMillis()));
        }
        return new LaneWaits(Waits.exactly(all.sorted(), total), byLane);
    }

    private LaneWaits bucketWaits(Reading reading, List<LaneSums> lanes, long total) {
        Map<Long, WaitQuery.Buckets> byLane = waitQuery.waitBuckets(reading);
        TreeMap<Integer, Long> all = new TreeMap<>();
        byLane.values().forEach(lane -> lane.calendar().forEach((bucket, n) -> all.merge(bucket, n, Long::sum)));
        Map<Long, Waits> waits = new HashMap<>();
        for (LaneSums lane : lanes) {
            WaitQuery.Buckets buckets = Objects.requireNonNull(byLane.get(lane.laneId()));
            waits.put(lane.laneId(), Waits.fromBuckets(buckets.calendar(), lane.waitMillis()));
        }
        return new LaneWaits(Waits.fromBuckets(all, total), waits);
    }

    /** A growing list of longs, since boxing two hundred thousand waits would cost more than sorting them. */
    private static final class LongList {
        private long[] values;
        private int size;

        LongList(int expected) {
            values = new long[Math.max(1, expected)];
        }

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
