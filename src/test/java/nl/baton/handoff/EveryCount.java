package nl.baton.handoff;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nl.baton.base.Period;
import nl.baton.handoff.LaneEvidence.Which;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Goes through every count that the handoffs screen shows, and compares it with the list behind it: a figure leads to
 * exactly the records that it counts.
 */
public final class EveryCount {

    private static final List<@Nullable Integer> DAYS = Arrays.asList(null, 90);

    private final int lanes;
    private final HandoffFigures figures;
    private final LaneEvidence evidence;
    private final LaneSlices slices;
    private final ValueAtStake stakes;
    private final FiguresVersion version;
    private final List<String> rules;
    private final CountedRows rows = new CountedRows();

    /** @param lanes so many of the first ones, a third of them in every detail; others are the same by the same code */
    public EveryCount(ApplicationContext baton, int lanes) {
        this.lanes = lanes;
        this.figures = baton.getBean(HandoffFigures.class);
        this.evidence = baton.getBean(LaneEvidence.class);
        this.slices = baton.getBean(LaneSlices.class);
        this.stakes = baton.getBean(ValueAtStake.class);
        this.version = baton.getBean(FiguresVersion.class);
        this.rules = baton.getBeansOfType(BreakdownRule.class).values().stream()
                .map(BreakdownRule::code)
                .sorted()
                .toList();
    }

    /** How many counts were compared. */
    public long counts() {
        return rows.counts();
    }

    /** Where a figure, the length of its list, and the rows that it holds are not the same. */
    public List<String> differences() {
        return rows.differences();
    }

    /**
     * All that stands on the screen for this type, over all there is and over the last days, with and without a rule.
     *
     * @param type null for all
     */
    public void walk(Grain grain, @Nullable Long type) {
        LocalDate last = figures.lastDay().orElseThrow();
        for (Integer days : DAYS) {
            Period period = days == null ? null : Period.endingOn(last, days);
            walk(new LaneFilter(grain, type, period, null), lanes, lanes / 3);
        }
        for (String rule : rules) {
            walk(new LaneFilter(grain, type, null, rule), 2, 0);
        }
    }

    private void walk(LaneFilter filter, int most, int closer) {
        HandoffSummary summary = figures.summary(filter);
        compare(filter, null, new Which.All(), summary.handoffs());
        compare(filter, null, new Which.Broken(), summary.rate().broken());
        compare(filter, null, new Which.PingPongs(), summary.pingPongHandoffs());
        compare(filter, null, new Which.Returns(), summary.returnHandoffs());
        compare(filter, null, new Which.NotPickedUp(), summary.overdue());
        compare(
                filter,
                null,
                new Which.ByRule("CUSTOMER_CHASED"),
                summary.chased().broken());
        stakes.total(filter).ifPresent(stake -> compare(filter, null, new Which.AtStake(), stake.customers()));
        List<LaneFigures> all = figures.ranking(filter).lanes();
        for (LaneFigures lane : all.subList(0, Math.min(most, all.size()))) {
            compare(filter, lane, new Which.All(), lane.handoffs());
            compare(filter, lane, new Which.Broken(), lane.rate().broken());
            compare(filter, lane, new Which.PingPongs(), lane.pingPongs());
            compare(filter, lane, new Which.Returns(), lane.returns());
            if (lane.stake() != null) {
                compare(filter, lane, new Which.AtStake(), lane.stake().customers());
            }
            lane.breakdowns().forEach(count -> {
                compare(filter, lane, new Which.ByRule(count.rule()), count.handoffs());
                compare(filter, lane, new Which.Dismissed(count.rule()), count.dismissed());
            });
            if (all.indexOf(lane) < closer) {
                closer(filter, lane);
            }
        }
    }

    /** What the lane is analysed by; where it speaks of the last days only, its lists do too. */
    private void closer(LaneFilter filter, LaneFigures lane) {
        // what was known of all is not used: the lane is asked for by itself
        version.moveOn();
        rows.same(
                "%s, %s to %s by itself"
                        .formatted(filter, lane.from().name(), lane.to().name()),
                lane,
                figures.lane(filter, lane.from().id(), lane.to().id()).orElse(null));
        LaneAnalysis.Week week = slices.week(filter, lane);
        week.cells().forEach(cell -> {
            compare(
                    filter,
                    lane,
                    new LaneSlice.Hours(cell.day(), cell.from(), false),
                    cell.rate().judged());
            compare(
                    filter,
                    lane,
                    new LaneSlice.Hours(cell.day(), cell.from(), true),
                    cell.rate().broken());
        });
        LaneAnalysis.Affected affected = slices.affected(filter, lane);
        affected.channels().forEach(channel -> {
            compare(
                    filter,
                    lane,
                    new LaneSlice.Channel(channel.kind(), false),
                    channel.rate().judged());
            compare(
                    filter,
                    lane,
                    new LaneSlice.Channel(channel.kind(), true),
                    channel.rate().broken());
        });
        affected.topics().forEach(topic -> {
            compare(
                    filter,
                    lane,
                    new LaneSlice.About(topic.topic(), false),
                    topic.rate().judged());
            compare(
                    filter,
                    lane,
                    new LaneSlice.About(topic.topic(), true),
                    topic.rate().broken());
        });
        LaneAnalysis.Tiers tiers = slices.tiers(filter, lane);
        tiers.tiers().forEach(tier -> {
            compare(
                    filter,
                    lane,
                    new LaneSlice.OfTier(tier.tier(), false),
                    tier.rate().judged());
            compare(
                    filter,
                    lane,
                    new LaneSlice.OfTier(tier.tier(), true),
                    tier.rate().broken());
        });
        compare(filter, lane, new LaneSlice.Ended(), slices.clock(filter, lane).handoffs());
    }

    private void compare(LaneFilter filter, LaneFigures lane, LaneSlice slice, long counted) {
        compare(filter, lane, new Which.Slice(slice), counted);
    }

    private void compare(LaneFilter filter, @Nullable LaneFigures lane, Which which, long counted) {
        rows.compare(
                "%s, %s to %s, %s"
                        .formatted(
                                filter,
                                lane == null ? "all" : lane.from().name(),
                                lane == null ? "all" : lane.to().name(),
                                which),
                counted,
                (offset, limit) -> evidence.handoffs(filter, lane, which, offset, limit),
                EveryCount::identity);
    }

    /** A journey is passed on at one moment to one unit once. */
    static Object identity(HandoffEvidence row) {
        return List.of(
                row.journey().id(),
                row.pickup(),
                row.passedAt(),
                row.from().id(),
                Objects.hash(row.to().id()));
    }
}
