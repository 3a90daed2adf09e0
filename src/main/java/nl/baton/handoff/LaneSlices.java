package nl.baton.handoff;

import java.time.DayOfWeek;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import nl.baton.handoff.LaneAnalysis.About;
import nl.baton.handoff.LaneAnalysis.Affected;
import nl.baton.handoff.LaneAnalysis.Cell;
import nl.baton.handoff.LaneAnalysis.Holder;
import nl.baton.handoff.LaneAnalysis.InTier;
import nl.baton.handoff.LaneAnalysis.OnChannel;
import nl.baton.handoff.LaneAnalysis.Part;
import nl.baton.handoff.LaneAnalysis.SplitClock;
import nl.baton.handoff.LaneAnalysis.Tiers;
import nl.baton.handoff.LaneAnalysis.Week;
import nl.baton.handoff.LaneConditions.Reading;
import nl.baton.handoff.LaneConditions.Scope;
import nl.baton.handoff.LaneReach.Depth;
import nl.baton.handoff.LaneReach.Reached;
import nl.baton.handoff.LaneSliceQuery.Tally;
import nl.baton.handoff.LaneSliceQuery.Times;
import nl.baton.handoff.LaneSliceQuery.Topics;
import nl.baton.journey.ChannelKind;
import nl.baton.value.model.Tier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** When one lane breaks, whom that happens to, and whose time it took. Totals, so that a marketer sees them too. */
@Service
@PreAuthorize(HandoffAccess.SEES_LANES)
public class LaneSlices {

    private static final int HOURS_A_DAY = 24;
    private static final int TENTHS = 1_000;

    private final LanesSeen seen;
    private final LaneQuery lanes;
    private final LaneReach reach;
    private final LaneSliceQuery query;

    LaneSlices(LanesSeen seen, LaneQuery lanes, LaneReach reach, LaneSliceQuery query) {
        this.seen = seen;
        this.lanes = lanes;
        this.reach = reach;
        this.query = query;
    }

    /** At which hours of the week it breaks. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Week week(LaneFilter filter, LaneFigures lane) {
        return read(filter, lane, new Week(null, List.of(), 0), (reading, reached) -> {
            // by the first hour of the week of each block
            var blocks = new TreeMap<Integer, BreakdownRate>();
            long uncomputed = 0;
            for (Tally tally : query.byHour(reading)) {
                if (tally.value() == null) {
                    uncomputed = tally.rate().judged();
                    continue;
                }
                int hour = Integer.parseInt(tally.value());
                blocks.merge(
                        hour - hour % LaneSlice.HOURS,
                        tally.rate(),
                        (a, b) -> BreakdownRate.of(a.broken() + b.broken(), a.judged() + b.judged()));
            }
            return new Week(
                    reached.recent(),
                    blocks.entrySet().stream()
                            .map(block -> new Cell(
                                    DayOfWeek.of(block.getKey() / HOURS_A_DAY + 1),
                                    block.getKey() % HOURS_A_DAY,
                                    block.getValue()))
                            .toList(),
                    uncomputed);
        });
    }

    /** How the customers last came in, and what their journeys were about. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Affected affected(LaneFilter filter, LaneFigures lane) {
        return read(filter, lane, new Affected(null, List.of(), List.of(), 0), (reading, reached) -> {
            Topics topics = query.byTopic(reading);
            return new Affected(
                    reached.recent(),
                    query.byChannel(reading).stream()
                            .map(tally -> new OnChannel(
                                    tally.value() == null ? null : ChannelKind.valueOf(tally.value()), tally.rate()))
                            .toList(),
                    topics.tallies().stream()
                            .map(tally -> new About(tally.value(), tally.rate()))
                            .toList(),
                    topics.known());
        });
    }

    /** What the customers are worth to whom it happens, as they were valued last. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Tiers tiers(LaneFilter filter, LaneFigures lane) {
        return read(filter, lane, Depth.OF_CUSTOMERS, new Tiers(null, List.of()), (reading, reached) -> {
            List<Tally> tallies = query.byTier(reading);
            boolean valued = tallies.stream().anyMatch(tally -> tally.value() != null);
            return new Tiers(
                    reached.recent(),
                    valued
                            ? tallies.stream()
                                    .map(tally -> new InTier(
                                            tally.value() == null ? null : Tier.valueOf(tally.value()), tally.rate()))
                                    .toList()
                            : List.of());
        });
    }

    /** Whose minutes they were, from the beginning of the passing leg to the end of the receiving one. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public SplitClock clock(LaneFilter filter, LaneFigures lane) {
        return read(filter, lane, new SplitClock(null, 0, List.of()), (reading, reached) -> {
            Times times = query.times(reading);
            SplitTime total = times.total();
            long[] millis = {total.fromMillis(), total.betweenMillis(), total.toMillis(), total.customerMillis()};
            int[] tenths = LargestRemainder.shares(millis, TENTHS);
            return new SplitClock(
                    reached.recent(),
                    times.handoffs(),
                    IntStream.range(0, millis.length)
                            .mapToObj(i -> new Part(Holder.values()[i], millis[i], tenths[i]))
                            .toList());
        });
    }

    private <T> T read(LaneFilter filter, LaneFigures lane, T nothing, BiFunction<Reading, Reached, T> read) {
        return read(filter, lane, Depth.OF_INDEX, nothing, read);
    }

    private <T> T read(
            LaneFilter filter, LaneFigures lane, Depth depth, T nothing, BiFunction<Reading, Reached, T> read) {
        return seen.find(filter, lane)
                .map(known -> {
                    Reached reached = reach.of(filter, known.id(), depth);
                    return read.apply(lanes.read(new Scope(reached.filter(), null, known.id())), reached);
                })
                .orElse(nothing);
    }
}
