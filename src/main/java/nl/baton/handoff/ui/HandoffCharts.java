package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.base.Period;
import nl.baton.base.ui.Chart;
import nl.baton.handoff.LaneDetails;
import nl.baton.handoff.LaneDetails.TrendPoint;
import nl.baton.handoff.LaneDetails.WaitBin;

/** A lane's waits and trend as charts, each with its numbers in words. */
final class HandoffCharts {

    private HandoffCharts() {}

    static String duration(Formats formats, double seconds) {
        return formats.duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    static Chart.Histogram waits(LaneDetails details, Locale locale, Component says) {
        Formats formats = Formats.of(locale);
        List<Chart.Histogram.Bin> bins = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (WaitBin bin : details.bins()) {
            String span = bin.to() == null
                    ? says.getTranslation("handoff.waits.over", hours(formats, bin.from()))
                    : says.getTranslation("handoff.waits.span", hours(formats, bin.from()), hours(formats, bin.to()));
            String n = about(details) + formats.number(bin.handoffs());
            bins.add(new Chart.Histogram.Bin(
                    bin.from(),
                    bin.to(),
                    bin.handoffs(),
                    List.of(span, says.getTranslation("handoff.tip.handoffs", n))));
            rows.add(List.of(span, n));
        }
        return new Chart.Histogram(
                says.getTranslation("handoff.lane.waits"),
                says.getTranslation("handoff.waits.unit"),
                bins,
                new Chart.Histogram.Threshold(
                        details.agreedHours(),
                        says.getTranslation("handoff.waits.agreed", hours(formats, details.agreedHours())),
                        says.getTranslation("handoff.waits.later", about(details) + formats.number(details.late()))),
                List.of(says.getTranslation("handoff.waits.column"), says.getTranslation("handoff.lanes.n")),
                rows);
    }

    /** Where waits are counted in buckets, one near an edge may stand on its other side. */
    private static String about(LaneDetails details) {
        return details.exact() ? "" : "≈\u00a0";
    }

    private static String hours(Formats formats, double hours) {
        return formats.number(hours, hours == Math.rint(hours) ? 0 : 2);
    }

    /** By week, or by month where the period is long. */
    static String trendTitle(LaneDetails details) {
        boolean months = details.trend().stream()
                .anyMatch(point -> point.from().plusDays(6).isBefore(point.to()));
        return months ? "handoff.lane.trend-months" : "handoff.lane.trend";
    }

    static Chart.Trend trend(LaneDetails details, Locale locale, Component says) {
        Formats formats = Formats.of(locale);
        List<Chart.Trend.Point> points = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (TrendPoint point : details.trend()) {
            String span = formats.period(new Period(point.from(), point.to()));
            Interval interval = point.rate().interval();
            String n = formats.number(point.rate().judged());
            String share = interval == null
                    ? "–"
                    : formats.percent(Objects.requireNonNull(point.rate().share()), 1);
            String range = interval == null ? "–" : formats.percentRange(interval, 1);
            points.add(new Chart.Trend.Point(
                    formats.shortDate(point.from()),
                    point.from().toString(),
                    point.to().toString(),
                    point.rate().broken(),
                    point.rate().judged(),
                    point.rate().share(),
                    interval == null ? null : interval.low(),
                    interval == null ? null : interval.high(),
                    List.of(
                            span,
                            says.getTranslation(
                                    "handoff.tip.share",
                                    share,
                                    formats.number(point.rate().broken()),
                                    n),
                            says.getTranslation("handoff.tip.interval", range))));
            rows.add(List.of(span, share, range, n));
        }
        return new Chart.Trend(
                says.getTranslation(trendTitle(details)),
                points,
                List.of(
                        says.getTranslation("handoff.trend.week"),
                        says.getTranslation("handoff.trend.share"),
                        says.getTranslation("handoff.trend.interval"),
                        says.getTranslation("handoff.lanes.n")),
                rows);
    }
}
