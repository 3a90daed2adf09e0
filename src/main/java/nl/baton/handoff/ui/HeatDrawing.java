package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.handoff.BreakdownRate;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFigures.Verdict;
import nl.baton.handoff.LaneRanking;
import nl.baton.handoff.Stake;
import nl.baton.handoff.Unit;
import nl.baton.handoff.ui.HandoffsReading.Overview;
import nl.baton.handoff.ui.HeatMap.Cell;
import nl.baton.handoff.ui.HeatMap.Drawing;
import nl.baton.handoff.ui.HeatMap.Ends;
import nl.baton.handoff.ui.HeatMap.Total;
import nl.baton.handoff.ui.HeatMap.UnitHead;
import org.jspecify.annotations.Nullable;

/**
 * The heat map of some lanes. Up to twelve units stand in their own order, up to twenty-five with those first where most
 * is to be won; above that it is the ten largest, on request.
 */
final class HeatDrawing {

    static final int ROOMY = 12;
    private static final int MOST = 25;
    private static final int LARGEST = 10;
    private static final int RANKED = 3;
    private static final int COLOURS = 8;

    /** Lower bounds of the six steps, as multiples of the overall rate: half of it, as it is, and ever worse. */
    private static final double[] STEPS = {0, 0.6, 0.9, 1.15, 1.5, 1.9};

    private HeatDrawing() {}

    static List<Unit> unitsOf(Overview loaded) {
        Map<Long, Unit> units = new HashMap<>();
        for (LaneFigures lane : lanes(loaded)) {
            units.put(lane.from().id(), lane.from());
            units.put(lane.to().id(), lane.to());
        }
        return units.values().stream().sorted(Comparator.comparing(Unit::id)).toList();
    }

    private static List<LaneFigures> lanes(Overview loaded) {
        LaneRanking ranking = loaded.ranking();
        return ranking == null ? List.of() : ranking.lanes();
    }

    static boolean fits(Overview loaded) {
        return unitsOf(loaded).size() <= MOST;
    }

    static Drawing of(Overview loaded, @Nullable Ends selected, Locale locale, Component says) {
        List<Unit> units = ordered(loaded);
        Set<Long> shown = units.stream().map(Unit::id).collect(Collectors.toSet());
        List<LaneFigures> lanes = lanes(loaded).stream()
                .filter(lane -> shown.contains(lane.from().id())
                        && shown.contains(lane.to().id()))
                .toList();
        double overall = loaded.ranking() == null ? 0 : loaded.ranking().overall();
        return new Drawing(
                units.stream()
                        .map(unit -> new UnitHead(
                                unit.id(), unit.name(), (unit.slot() - 1) % COLOURS + 1, unit.slot() > COLOURS))
                        .toList(),
                lanes.stream()
                        .map(lane -> cell(lane, overall, ranks(lanes(loaded)).get(lane.laneId()), locale, says))
                        .toList(),
                totals(units, lanes, LaneFigures::from),
                totals(units, lanes, LaneFigures::to),
                steps(overall, locale),
                selected);
    }

    private static List<Unit> ordered(Overview loaded) {
        List<Unit> units = unitsOf(loaded);
        if (units.size() <= ROOMY) {
            return units;
        }
        boolean stakes = LaneWorth.hasStakes(loaded);
        Map<Long, Double> weight = new HashMap<>();
        for (LaneFigures lane : lanes(loaded)) {
            double worth = units.size() <= MOST ? worth(lane, stakes) : lane.handoffs();
            weight.merge(lane.from().id(), worth, Double::sum);
            weight.merge(lane.to().id(), worth, Double::sum);
        }
        return units.stream()
                .sorted(Comparator.comparing((Unit unit) -> -weight.getOrDefault(unit.id(), 0.0))
                        .thenComparing(Unit::id))
                .limit(units.size() <= MOST ? MOST : LARGEST)
                .toList();
    }

    private static double worth(LaneFigures lane, boolean stakes) {
        Stake.Range range = lane.atStake();
        return stakes ? (range == null ? 0 : range.amount().doubleValue()) : lane.excess();
    }

    /** The three lanes to mend first, of those that are no chance. */
    static Map<Long, Integer> ranks(List<LaneFigures> ranked) {
        Map<Long, Integer> ranks = new HashMap<>();
        ranked.stream()
                .filter(lane -> lane.verdict() == Verdict.STANDS_OUT)
                .limit(RANKED)
                .forEach(lane -> ranks.put(lane.laneId(), ranks.size() + 1));
        return ranks;
    }

    private static Cell cell(LaneFigures lane, double overall, @Nullable Integer rank, Locale locale, Component says) {
        BreakdownRate rate = lane.rate();
        boolean few = lane.verdict() == Verdict.TOO_FEW;
        return new Cell(
                lane.from().id(),
                lane.to().id(),
                lane.handoffs(),
                few ? null : rate.share(),
                few ? null : step(rate.shrunk(overall), overall),
                rank,
                tip(lane, locale, says));
    }

    static int step(double shrunk, double overall) {
        int step = 0;
        for (int i = 1; i < STEPS.length; i++) {
            if (overall > 0 && shrunk >= STEPS[i] * overall) {
                step = i;
            }
        }
        return step;
    }

    private static List<String> tip(LaneFigures lane, Locale locale, Component says) {
        Formats formats = Formats.of(locale);
        List<String> lines = new ArrayList<>();
        BreakdownRate rate = lane.rate();
        Interval interval = rate.interval();
        Double share = rate.share();
        if (share == null || interval == null) {
            lines.add(says.getTranslation("handoff.figure.nothing-judged"));
        } else {
            lines.add(says.getTranslation(
                    "handoff.tip.share",
                    formats.percent(share, 1),
                    formats.number(rate.broken()),
                    formats.number(rate.judged())));
            lines.add(says.getTranslation("handoff.tip.interval", formats.percentRange(interval, 1)));
        }
        lines.add(says.getTranslation("handoff.tip.handoffs", formats.number(lane.handoffs())));
        Double p50 = lane.waits().p50();
        Double p90 = lane.waits().p90();
        if (p50 != null && p90 != null) {
            lines.add(says.getTranslation(
                    "handoff.tip.wait", HandoffCharts.duration(formats, p50), HandoffCharts.duration(formats, p90)));
        }
        lines.add(says.getTranslation("handoff.verdict." + lane.verdict().name()));
        return lines;
    }

    private static List<Total> totals(List<Unit> units, List<LaneFigures> lanes, Function<LaneFigures, Unit> end) {
        return units.stream()
                .map(unit -> {
                    List<LaneFigures> own = lanes.stream()
                            .filter(lane -> end.apply(lane).id() == unit.id())
                            .toList();
                    BreakdownRate rate = BreakdownRate.of(
                            own.stream().mapToLong(lane -> lane.rate().broken()).sum(),
                            own.stream().mapToLong(lane -> lane.rate().judged()).sum());
                    return new Total(
                            unit.id(),
                            rate.share(),
                            own.stream().mapToLong(LaneFigures::handoffs).sum());
                })
                .toList();
    }

    private static List<String> steps(double overall, Locale locale) {
        Formats formats = Formats.of(locale);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < STEPS.length; i++) {
            double low = 100 * STEPS[i] * overall;
            words.add(
                    i + 1 < STEPS.length
                            ? formats.range(Math.round(low), Math.round(100 * STEPS[i + 1] * overall), 0)
                            : formats.number(Math.round(low)) + "\u00a0%+");
        }
        return words;
    }
}
