package nl.baton.handoff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    private static final int TOO_FEW = 10;
    private static final String CHASED = "CUSTOMER_CHASED";

    private final LaneQuery query;
    private final LaneWaits waits;
    private final LateRates lateRates;
    private final RuleBook rules;
    private final Departments departments;

    LaneComputation(LaneQuery query, LaneWaits waits, LateRates lateRates, RuleBook rules, Departments departments) {
        this.query = query;
        this.waits = waits;
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

    /** All that is added up of lanes under one filter; waits are another matter. */
    private record Counted(Reading reading, List<LaneSums> lanes, Map<Long, Tally> tallies, BreakdownRate rate) {

        static Counted of(Reading reading, List<LaneSums> lanes, Map<Long, Tally> tallies) {
            return new Counted(
                    reading,
                    lanes,
                    tallies,
                    BreakdownRate.of(
                            tallies.values().stream()
                                    .mapToLong(tally -> tally.broken)
                                    .sum(),
                            tallies.values().stream()
                                    .mapToLong(tally -> tally.judged)
                                    .sum()));
        }

        long handoffs() {
            return lanes.stream().mapToLong(LaneSums::handoffs).sum();
        }
    }

    private Counted count(Scope scope) {
        Reading reading = query.read(scope);
        List<LaneSums> lanes = query.lanes(reading);
        return Counted.of(reading, lanes, tallies(reading, lanes));
    }

    /** @param stakes what is at stake, as far as it may be told */
    Figures compute(Scope scope, Map<Part, Stake> stakes) {
        Counted counted = count(scope);
        LaneWaits.Found found = waits.of(counted.reading, counted.lanes, counted.handoffs());
        // chases are known at the pick-up, so that every handoff can be judged by them at once
        BreakdownRate chased = BreakdownRate.of(
                counted.tallies.values().stream()
                        .mapToLong(tally -> tally.chased)
                        .sum(),
                counted.handoffs());
        return new Figures(
                summary(counted, chased, found.all()),
                new LaneRanking(counted.rate, rank(counted, counted.lanes, found, stakes)));
    }

    /** One lane as it stands among the others, of which no more is read than their rate; empty without a handoff. */
    Optional<LaneFigures> lane(Scope scope, long lane, @Nullable Stake stake) {
        Counted own = count(new Scope(scope.filter(), scope.department(), lane));
        if (own.handoffs() == 0) {
            return Optional.empty();
        }
        Counted all;
        long handoffs;
        if (scope.filter().rule() == null) {
            LaneQuery.Overall overall = query.overall(query.read(scope));
            all = new Counted(
                    own.reading, own.lanes, own.tallies, BreakdownRate.of(overall.broken(), overall.judged()));
            handoffs = overall.handoffs();
        } else {
            all = count(scope);
            handoffs = all.handoffs();
        }
        LaneSums sums = own.lanes.getFirst();
        LaneWaits.Found found = waits.of(own.reading, own.lanes, handoffs);
        Map<Part, Stake> stakes = stake == null ? Map.of() : Map.of(new Part(sums.fromId(), sums.toId()), stake);
        return Optional.of(rank(all, own.lanes, found, stakes).getFirst());
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
            Counted counted, List<LaneSums> lanes, LaneWaits.Found found, Map<Part, Stake> stakes) {
        UnitNames units = new UnitNames(departments, counted.reading.filter().grain());
        double mean = new LaneRanking(counted.rate, List.of()).overall();
        return lanes.stream()
                .map(lane -> {
                    Tally tally = Objects.requireNonNull(counted.tallies.get(lane.laneId()));
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
                            found.of(lane),
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

    private HandoffSummary summary(Counted counted, BreakdownRate chased, Waits waits) {
        Reading reading = counted.reading;
        List<LaneSums> lanes = counted.lanes;
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
                counted.rate,
                chased,
                waits,
                pending.get(0),
                pending.get(1));
    }
}
