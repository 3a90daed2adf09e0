package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.util.List;
import nl.baton.base.Formats;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.handoff.LaneAnalysis.Part;
import nl.baton.handoff.LaneAnalysis.SplitClock;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneSlice;

/** Whose minutes they were: one bar from the beginning of the passing leg to the end of the receiving one, and its table. */
final class ClockBar extends AnalysisPart {

    private static final long serialVersionUID = 1;
    private static final double TENTHS = 1_000;
    private static final double MILLIS_AN_HOUR = 3_600_000;

    private final transient LaneFigures lane;
    private final HtmlContainer bar = new HtmlContainer("table");
    private final AnalysisTable table;
    private final Paragraph counted = new Paragraph();

    ClockBar(LaneFigures lane, ListLinks links) {
        super("clock", links);
        this.lane = lane;
        bar.addClassName("clock-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        table = new AnalysisTable(
                getTranslation("handoff.analysis.clock"),
                List.of(
                        getTranslation("handoff.analysis.clock.whose"),
                        getTranslation("handoff.analysis.clock.share"),
                        getTranslation("handoff.analysis.clock.hours"),
                        getTranslation("handoff.analysis.clock.each")));
        add(bar, table, counted);
        explain("handoff.analysis.clock.definition");
    }

    Component show(SplitClock clock) {
        bar.getElement().removeAllChildren();
        table.clear();
        Formats formats = Formats.of(getLocale());
        Element row = new Element("tr");
        long total = clock.parts().stream().mapToLong(Part::millis).sum();
        for (Part part : clock.parts()) {
            String share = formats.percent(part.tenths() / TENTHS, 1);
            if (part.tenths() > 0) {
                row.appendChild(new Element("td")
                        .setAttribute("width", part.tenths() / 10.0 + "%")
                        .setAttribute("class", colour(part))
                        .setAttribute("title", name(part) + " " + share));
            }
            table.row(
                    named(part),
                    List.of(
                            new Span(share),
                            new Span(formats.number(part.millis() / MILLIS_AN_HOUR, 1)),
                            new Span(formats.duration(
                                    Duration.ofMillis(part.millis() / Math.max(1, clock.handoffs()))))));
        }
        bar.getElement().appendChild(new Element("tbody").appendChild(row));
        counted.removeAll();
        counted.add(
                new Span(getTranslation("handoff.analysis.clock.n")),
                links.number(clock.handoffs(), ListKey.of(new LaneSlice.Ended())),
                new Span(getTranslation("handoff.analysis.clock.total", formats.number(total / MILLIS_AN_HOUR, 1))));
        boolean nothing = total == 0;
        bar.setVisible(!nothing);
        table.setVisible(!nothing);
        counted.setVisible(!nothing);
        says(nothing ? getTranslation("handoff.analysis.clock.none") : recent(clock.recent()));
        return this;
    }

    private Component named(Part part) {
        Span swatch = new Span();
        swatch.addClassName("swatch");
        swatch.addClassNames(colour(part).split(" "));
        Span name = new Span(swatch, new Span(name(part)));
        name.addClassName("clock-part");
        return name;
    }

    private String name(Part part) {
        return getTranslation(
                "handoff.analysis.clock." + part.holder().name(),
                switch (part.holder()) {
                    case PASSING -> lane.from().name();
                    case RECEIVING, NOBODY -> lane.to().name();
                    case CUSTOMER -> "";
                });
    }

    private String colour(Part part) {
        return switch (part.holder()) {
            case PASSING -> DepartmentLabel.classNames(lane.from().slot());
            case RECEIVING -> DepartmentLabel.classNames(lane.to().slot());
            case NOBODY -> "nobody";
            case CUSTOMER -> "customer";
        };
    }
}
