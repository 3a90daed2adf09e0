package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.baton.base.Formats;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFigures.RuleCount;
import nl.baton.handoff.Window;

/** Each rule that found something, with the rate over the handoffs whose window for it has closed. */
final class RuleTable extends AnalysisPart {

    private static final long serialVersionUID = 1;

    private final transient AnalysisReading reading;
    private final transient HandoffWords words;
    private final AnalysisTable table;

    RuleTable(AnalysisReading reading, HandoffWords words, ListLinks links) {
        super("rules", links);
        this.reading = reading;
        this.words = words;
        table = new AnalysisTable(
                getTranslation("handoff.analysis.rules"),
                List.of(
                        getTranslation("handoff.analysis.rule"),
                        getTranslation("handoff.analysis.found"),
                        getTranslation("handoff.analysis.share"),
                        getTranslation("handoff.lanes.n"),
                        getTranslation("handoff.analysis.dismissed")));
        add(table);
        explain("handoff.analysis.rules.definition");
    }

    void show(LaneFigures lane) {
        table.clear();
        Formats formats = Formats.of(getLocale());
        lane.breakdowns().stream()
                .sorted(Comparator.comparing(RuleCount::handoffs).reversed())
                .forEach(count -> table.row(
                        name(count.rule()),
                        List.of(
                                links.number(count.handoffs(), count.rule()),
                                AnalysisTable.share(count.rate(), formats, this),
                                new Span(formats.number(count.rate().judged())),
                                links.number(count.dismissed(), ListKey.ofDismissed(count.rule())))));
        table.setVisible(!lane.breakdowns().isEmpty());
        says(lane.breakdowns().isEmpty() ? getTranslation("handoff.lane.rules.none") : "");
    }

    private Component name(String rule) {
        Locale locale = getLocale();
        Window window = reading.window(rule);
        Span name = new Span(
                new Span(words.rule(locale, rule)),
                AnalysisTable.small(getTranslation(
                        "handoff.analysis.window." + window.kind().name(), window.days())));
        name.addClassName("named");
        name.getElement().setAttribute("title", words.definition(locale, rule));
        return name;
    }
}
