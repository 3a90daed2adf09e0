package nl.baton.value.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.baton.base.Interval;
import nl.baton.base.ui.Chart;
import nl.baton.base.ui.CountTable;
import nl.baton.value.ValuePicture;
import nl.baton.value.ValuePicture.CohortStage;
import nl.baton.value.ValueSlice;
import nl.baton.value.ValueSlice.Now;

/** What has become of customers, by the quarter in which they first bought or agreed something. */
final class CohortPart extends ValuePart {

    private static final long serialVersionUID = 1;
    private static final int MONTHS_A_QUARTER = 3;

    private final transient ValueWords words;
    private final ListWays ways;

    CohortPart(ValuePicture picture, ValueWords words, ListWays ways) {
        super("cohorts");
        this.words = words;
        this.ways = ways;
        Map<LocalDate, List<CohortStage>> byQuarter = new TreeMap<>();
        picture.cohorts()
                .forEach(each -> byQuarter
                        .computeIfAbsent(each.quarter(), first -> new ArrayList<>())
                        .add(each));
        if (byQuarter.isEmpty()) {
            says(words.say("value.cohorts.none"));
            return;
        }
        List<LocalDate> quarters = List.copyOf(byQuarter.keySet());
        Chart chart = new Chart(trend(byQuarter));
        chart.addSelectListener(chosen -> ways.go(new ValueSlice.Cohort(quarters.get(chosen.index()), null)));
        add(chart, table(byQuarter, quarters.reversed()));
    }

    private static long count(List<CohortStage> cohort, Now now) {
        return cohort.stream()
                .filter(each -> now.stages().contains(each.stage()))
                .mapToLong(CohortStage::customers)
                .sum();
    }

    private static long all(List<CohortStage> cohort) {
        return cohort.stream().mapToLong(CohortStage::customers).sum();
    }

    private Chart.Trend trend(Map<LocalDate, List<CohortStage>> byQuarter) {
        var points = new ArrayList<Chart.Trend.Point>();
        var rows = new ArrayList<List<String>>();
        byQuarter.forEach((quarter, cohort) -> {
            long n = all(cohort);
            long buying = count(cohort, Now.BUYING);
            Interval interval = Interval.wilson(buying, n).orElseThrow();
            String share = words.formats.percent((double) buying / n, 0);
            String range = words.formats.percentRange(interval, 0);
            points.add(new Chart.Trend.Point(
                    words.quarter(quarter),
                    quarter.toString(),
                    quarter.plusMonths(MONTHS_A_QUARTER).minusDays(1).toString(),
                    buying,
                    n,
                    (double) buying / n,
                    interval.low(),
                    interval.high(),
                    List.of(
                            words.quarter(quarter),
                            words.say("value.tip.buying", share, words.number(buying), words.number(n)),
                            words.say("value.tip.interval", range))));
            rows.add(List.of(words.quarter(quarter), share, range, words.number(n)));
        });
        return new Chart.Trend(
                getTranslation("value.cohorts.trend"),
                points,
                List.of(
                        getTranslation("value.cohorts.quarter"),
                        getTranslation("value.now.BUYING"),
                        getTranslation("value.cohorts.interval"),
                        "n"),
                rows);
    }

    private Component table(Map<LocalDate, List<CohortStage>> byQuarter, List<LocalDate> latestFirst) {
        var columns = new ArrayList<>(List.of(getTranslation("value.cohorts.quarter"), "n"));
        for (Now now : Now.values()) {
            columns.add(getTranslation("value.now." + now));
        }
        columns.add(getTranslation("value.portfolio.current"));
        var table = new CountTable(getTranslation("value.part.cohorts"), columns);
        for (LocalDate quarter : latestFirst) {
            List<CohortStage> cohort = byQuarter.getOrDefault(quarter, List.of());
            long n = all(cohort);
            var cells = new ArrayList<Component>();
            cells.add(ways.number(words.number(n), n, new ValueSlice.Cohort(quarter, null)));
            for (Now now : Now.values()) {
                long there = count(cohort, now);
                cells.add(ways.number(words.number(there), there, new ValueSlice.Cohort(quarter, now)));
            }
            cells.add(new Span(
                    words.money(cohort.stream().map(CohortStage::current).reduce(BigDecimal.ZERO, BigDecimal::add))));
            table.row(words.quarter(quarter), cells);
        }
        table.addClassName("long");
        return new Div(table);
    }
}
