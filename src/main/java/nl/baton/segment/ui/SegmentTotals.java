package nl.baton.segment.ui;

import com.vaadin.flow.router.QueryParameters;
import nl.baton.base.Interval;
import nl.baton.base.ui.Figure;
import nl.baton.base.ui.Figures;
import nl.baton.segment.SegmentFigures;
import nl.baton.segment.SegmentFigures.Pain;

/** The figures at the top of a segment's screen: how many, what they are worth, and how it goes for them. */
final class SegmentTotals {

    private static final double HUNDRED = 100;

    private SegmentTotals() {}

    static Figures of(SegmentFigures figures, PageWords words) {
        Pain pain = figures.pain();
        Figure customers =
                figure("customers", words.number(figures.customers()), words.formats.date(figures.day()), words);
        if (words.leads() && figures.customers() > 0) {
            customers.leadingTo(
                    SegmentView.class, words.here(), QueryParameters.of(SegmentState.LIST, SegmentState.ALL));
        }
        return new Figures(
                customers,
                figure("current", words.money(figures.current()), "n\u00a0" + words.number(figures.valued()), words),
                figure(
                        "potential",
                        words.money(figures.potential()),
                        "n\u00a0" + words.number(figures.valued()),
                        words),
                figure(
                        "broken",
                        pain.judged() == 0 ? "–" : words.formats.percent((double) pain.broken() / pain.judged(), 1),
                        Interval.wilson(pain.broken(), pain.judged())
                                        .map(interval -> words.formats.percentRange(interval, 1) + ", ")
                                        .orElse("")
                                + "n\u00a0" + words.number(pain.judged()),
                        words),
                figure(
                        "nps",
                        pain.answers() == 0
                                ? "–"
                                : words.formats.signed(
                                        HUNDRED * (pain.promoters() - pain.detractors()) / pain.answers(), 0),
                        "n\u00a0" + words.number(pain.answers()),
                        words));
    }

    private static Figure figure(String key, String value, String beside, PageWords words) {
        return new Figure(words.say("total." + key), value, beside)
                .explained(words.say("total." + key + ".definition"));
    }
}
