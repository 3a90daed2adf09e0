package nl.baton.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.baton.segment.SegmentFigures.Bin;
import nl.baton.segment.SegmentFigures.LanePain;
import nl.baton.segment.SegmentFigures.Pain;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/** Adds up what is known of some customers, row by row. */
final class FiguresTally {

    /** Bounds of the bins of worth; under the first is what is negative. */
    static final List<BigDecimal> BOUNDS = IntStream.of(
                    0, 50, 100, 200, 300, 400, 500, 600, 800, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000, 50_000)
            .mapToObj(BigDecimal::valueOf)
            .toList();

    private static final int MOST_LANES = 5;
    private static final int PROMOTES = 9;
    private static final int DETRACTS = 6;

    private final long customers;
    private long valued;
    private BigDecimal current = BigDecimal.ZERO;
    private BigDecimal potential = BigDecimal.ZERO;
    private final long[] worth = new long[BOUNDS.size() + 1];
    private final Map<Tier, Long> tiers = new EnumMap<>(Tier.class);
    private final Map<LifecycleStage, Long> stages = new EnumMap<>(LifecycleStage.class);
    private final Map<Lane, long[]> lanes = new HashMap<>();
    private long judged;
    private long broken;
    private long handoffs;
    private long chased;
    private long due;
    private long told;
    private long answers;
    private long promoters;
    private long detractors;
    private long preferring;
    private long honoured;

    record Lane(long from, long to) {}

    FiguresTally(long customers) {
        this.customers = customers;
    }

    void value(
            LifecycleStage stage,
            @Nullable Tier tier,
            @Nullable BigDecimal current,
            @Nullable BigDecimal potential,
            @Nullable BigDecimal total) {
        valued++;
        stages.merge(stage, 1L, Long::sum);
        if (tier != null) {
            tiers.merge(tier, 1L, Long::sum);
        }
        this.current = current == null ? this.current : this.current.add(current);
        this.potential = potential == null ? this.potential : this.potential.add(potential);
        if (total != null) {
            worth[bin(total)]++;
        }
    }

    private static int bin(BigDecimal total) {
        return (int)
                BOUNDS.stream().filter(bound -> total.compareTo(bound) >= 0).count();
    }

    void handoff(Lane lane, boolean counts, boolean isBroken, boolean isChased) {
        handoffs++;
        chased += isChased ? 1 : 0;
        if (counts) {
            judged++;
            broken += isBroken ? 1 : 0;
            long[] sums = lanes.computeIfAbsent(lane, first -> new long[2]);
            sums[0]++;
            sums[1] += isBroken ? 1 : 0;
        }
    }

    void heard(boolean isDue, boolean inTime) {
        if (isDue) {
            due++;
            told += inTime ? 1 : 0;
        }
    }

    void answered(int score) {
        answers++;
        promoters += score >= PROMOTES ? 1 : 0;
        detractors += score <= DETRACTS ? 1 : 0;
    }

    void contacted(boolean asPreferred) {
        preferring++;
        honoured += asPreferred ? 1 : 0;
    }

    Pain pain() {
        return new Pain(
                judged, broken, handoffs, chased, due, told, answers, promoters, detractors, preferring, honoured);
    }

    SegmentFigures figures(LocalDate day, Pain others) {
        return new SegmentFigures(
                day,
                customers,
                valued,
                current,
                potential,
                IntStream.range(0, worth.length)
                        .mapToObj(i -> new Bin(
                                i == 0 ? null : BOUNDS.get(i - 1), i == BOUNDS.size() ? null : BOUNDS.get(i), worth[i]))
                        .toList(),
                tiers,
                stages,
                pain(),
                others,
                lanes.entrySet().stream()
                        .map(lane -> new LanePain(
                                lane.getKey().from, lane.getKey().to, lane.getValue()[0], lane.getValue()[1]))
                        .filter(lane -> lane.broken() > 0)
                        .sorted(Comparator.comparingLong(LanePain::broken)
                                .reversed()
                                .thenComparingLong(LanePain::from)
                                .thenComparingLong(LanePain::to))
                        .limit(MOST_LANES)
                        .toList());
    }
}
