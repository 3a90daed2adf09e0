package nl.baton.value.ui;

import java.util.ArrayList;
import java.util.List;
import nl.baton.base.ui.Chart;
import nl.baton.value.ValuePicture;
import nl.baton.value.ValueSlice;
import nl.baton.value.model.Concentration;

/** Which share of all value the best customers hold. */
final class ConcentrationPart extends ValuePart {

    private static final long serialVersionUID = 1;
    private static final double PERCENT = 100;
    private static final double MOST = 0.8;

    ConcentrationPart(ValuePicture picture, ValueWords words, ListWays ways) {
        super("concentration");
        Concentration concentration = picture.concentration();
        if (concentration.points().isEmpty()) {
            says(words.say("value.concentration.none"));
            return;
        }
        Concentration.Point enough = concentration.points().stream()
                .filter(point -> point.share() >= MOST)
                .findFirst()
                .orElseThrow();
        says(words.say(
                "value.concentration.says",
                words.formats.percent(enough.share(), 0),
                enough.percent(),
                words.number(concentration.customers())));
        Chart chart = new Chart(curve(concentration, words));
        chart.addSelectListener(chosen -> ways.go(
                new ValueSlice.Best(concentration.points().get(chosen.index()).percent())));
        add(chart);
        small(words.say("value.concentration.axis"));
    }

    /** The band lies between the curve and the line on which it would lie if all were worth the same. */
    private Chart.Trend curve(Concentration concentration, ValueWords words) {
        var points = new ArrayList<Chart.Trend.Point>();
        var rows = new ArrayList<List<String>>();
        for (Concentration.Point point : concentration.points()) {
            String best = words.say("value.concentration.best", point.percent());
            String share = words.formats.percent(point.share(), 1);
            String n = words.number(point.customers());
            points.add(new Chart.Trend.Point(
                    point.percent() + "\u00a0%",
                    "",
                    "",
                    point.customers(),
                    point.customers(),
                    point.share(),
                    Math.min(point.share(), point.percent() / PERCENT),
                    point.share(),
                    List.of(best, words.say("value.tip.share", share), words.say("value.tip.customers", n))));
            rows.add(List.of(best, n, share));
        }
        return new Chart.Trend(
                getTranslation("value.part.concentration"),
                points,
                List.of(getTranslation("value.concentration.column"), "n", getTranslation("value.concentration.share")),
                rows);
    }
}
