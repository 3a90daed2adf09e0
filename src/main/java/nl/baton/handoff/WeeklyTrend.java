package nl.baton.handoff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import nl.baton.handoff.LaneDetails.TrendPoint;
import nl.baton.handoff.LaneTotals.DaySums;
import nl.baton.handoff.LaneTotals.History;

/** Adds days up to weeks from Monday, or to months where weeks would be too many to see. */
final class WeeklyTrend {

    private WeeklyTrend() {}

    static List<TrendPoint> of(History history) {
        List<DaySums> days = history.sums();
        if (days.isEmpty()) {
            return List.of();
        }
        LocalDate first = days.getFirst().day();
        LocalDate last = days.getLast().day();
        boolean weeks = !history.byMonth();
        var points = new ArrayList<TrendPoint>();
        LocalDate start = weeks
                ? first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : first.with(TemporalAdjusters.firstDayOfMonth());
        int next = 0;
        while (!start.isAfter(last)) {
            LocalDate after = weeks ? start.plusWeeks(1) : start.plusMonths(1);
            long broken = 0;
            long judged = 0;
            for (; next < days.size() && days.get(next).day().isBefore(after); next++) {
                broken += days.get(next).broken();
                judged += days.get(next).judged();
            }
            points.add(new TrendPoint(start, after.minusDays(1), BreakdownRate.of(broken, judged)));
            start = after;
        }
        return points;
    }
}
