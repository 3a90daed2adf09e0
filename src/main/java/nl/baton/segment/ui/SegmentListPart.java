package nl.baton.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.baton.base.ui.CountTable;
import nl.baton.segment.SegmentFigures;
import nl.baton.segment.SegmentPages.Listed;
import nl.baton.segment.ui.SegmentsView.Built;

/** The segments that were built: how many belong, what they are worth, and how it goes for them. */
final class SegmentListPart extends Section {

    private static final long serialVersionUID = 1;

    SegmentListPart(List<Built> segments, String currency, boolean builds, Locale locale) {
        addClassName("segment-list");
        setAriaLabel(getTranslation("segment.list.title"));
        Div head = new Div(new H2(getTranslation("segment.list.title")));
        head.addClassName("section-head");
        Div ways = new Div(new RouterLink(getTranslation("segment.flow.title"), SegmentFlowView.class));
        ways.addClassName("ways");
        if (builds) {
            ways.add(new RouterLink(getTranslation("segment.list.new"), SegmentBuilderView.class));
        }
        head.add(ways);
        add(head);
        if (segments.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation(builds ? "segment.list.none" : "segment.list.none-shared"));
            none.addClassName("quiet");
            add(none);
            return;
        }
        var table = new CountTable(
                getTranslation("segment.list.title"),
                List.of(
                        getTranslation("segment.list.name"),
                        getTranslation("segment.page.total.customers"),
                        getTranslation("segment.page.total.current"),
                        getTranslation("segment.page.total.potential"),
                        getTranslation("segment.page.total.broken"),
                        getTranslation("segment.page.total.nps")));
        segments.forEach(built -> table.row(name(built), cells(built.listed(), currency, builds, locale)));
        add(table);
    }

    private Component name(Built built) {
        Listed listed = built.listed();
        RouterLink link = new RouterLink(
                listed.segment().name(),
                SegmentView.class,
                PageWords.at(listed.segment().id()));
        Span sentence = new Span(built.sentence());
        sentence.addClassNames("quiet", "small");
        Div name = new Div(link, sentence);
        name.addClassName("segment-name");
        if (listed.segment().mine() && listed.segment().shared()) {
            Span shared = new Span(getTranslation("segment.list.shared"));
            shared.addClassNames("quiet", "small");
            name.add(shared);
        }
        return name;
    }

    private List<Component> cells(Listed listed, String currency, boolean builds, Locale locale) {
        var words = new PageWords(this, locale, listed.segment().id(), currency, builds);
        SegmentFigures figures = listed.figures();
        List<Component> cells = new ArrayList<>();
        if (figures == null) {
            cells.add(new Span(getTranslation("segment.list.not-yet")));
            for (int i = 0; i < 4; i++) {
                cells.add(new Span("–"));
            }
            return cells;
        }
        SegmentFigures.Pain pain = figures.pain();
        cells.add(words.count(
                figures.customers(), SegmentState.ALL, listed.segment().name()));
        cells.add(new Span(words.money(figures.current())));
        cells.add(new Span(words.money(figures.potential())));
        cells.add(words.rate(pain.broken(), pain.judged()));
        cells.add(words.nps(pain.promoters(), pain.detractors(), pain.answers()));
        return cells;
    }
}
