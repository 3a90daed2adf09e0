package nl.baton.value.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.baton.base.ui.Chart;
import nl.baton.base.ui.StateLabel;
import nl.baton.value.ValuePicture;
import nl.baton.value.ValuePicture.Band;
import nl.baton.value.ValueSlice;

/** How likely it is that those who buy now and then still do, and of whom that is not told. */
final class AlivePart extends ValuePart {

    private static final long serialVersionUID = 1;
    private static final int PERCENT_A_BAND = 10;
    private static final int HALF = ValuePicture.BANDS / 2;

    AlivePart(ValuePicture picture, ValueWords words, ListWays ways) {
        super("alive");
        long told = picture.alive().stream().mapToLong(Band::customers).sum();
        if (told == 0) {
            Paragraph few = new Paragraph(new StateLabel(StateLabel.State.UNKNOWN, getTranslation("value.alive.none")));
            few.addClassName("says");
            add(few);
        } else {
            long doubtful = picture.alive().stream()
                    .filter(band -> band.tenth() < HALF)
                    .mapToLong(Band::customers)
                    .sum();
            says(words.say("value.alive.says", words.number(doubtful), words.number(told)));
            Chart chart = new Chart(histogram(picture, words));
            chart.addSelectListener(chosen -> ways.go(new ValueSlice.AliveBand(chosen.index())));
            add(chart);
        }
        Div untold = new Div();
        untold.addClassName("count-lines");
        picture.notTold().forEach(each -> {
            Div line = new Div(
                    new Span(words.say("value.untold." + each.why())),
                    ways.number(
                            words.number(each.customers()), each.customers(), new ValueSlice.AliveNotTold(each.why())));
            untold.add(line);
        });
        if (!picture.notTold().isEmpty()) {
            small(words.say("value.alive.untold"));
            add(untold);
        }
    }

    private Chart.Histogram histogram(ValuePicture picture, ValueWords words) {
        var bins = new ArrayList<Chart.Histogram.Bin>();
        var rows = new ArrayList<List<String>>();
        for (int tenth = 0; tenth < ValuePicture.BANDS; tenth++) {
            int at = tenth;
            Band band = picture.alive().stream()
                    .filter(each -> each.tenth() == at)
                    .findFirst()
                    .orElse(new Band(at, 0, BigDecimal.ZERO));
            String span = words.band(tenth);
            String worth = words.about(band.total());
            bins.add(new Chart.Histogram.Bin(
                    PERCENT_A_BAND * tenth,
                    (double) PERCENT_A_BAND * (tenth + 1),
                    band.customers(),
                    List.of(
                            words.say("value.tip.alive", span),
                            words.say("value.tip.customers", words.number(band.customers())),
                            words.say("value.tip.worth", worth))));
            rows.add(List.of(span, words.number(band.customers()), worth));
        }
        return new Chart.Histogram(
                getTranslation("value.part.alive"),
                "%",
                bins,
                null,
                List.of(getTranslation("value.alive.column"), "n", getTranslation("value.alive.worth")),
                rows);
    }
}
