package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import nl.baton.base.Formats;
import nl.baton.handoff.BreakdownRate;
import nl.baton.handoff.LaneAnalysis.Affected;
import nl.baton.handoff.LaneSlice;

/** Whom it happens to: how they last came in, and what their journeys were about. */
final class AffectedTables extends AnalysisPart {

    private static final long serialVersionUID = 1;

    private final AnalysisTable channels = table("handoff.analysis.channel");
    private final AnalysisTable topics = table("handoff.analysis.topic");
    private final Span more = new Span();

    AffectedTables(ListLinks links) {
        super("affected", links);
        more.addClassName("quiet");
        Div about = new Div(topics, more);
        Div both = new Div(new Div(channels), about);
        both.addClassName("two-tables");
        add(both);
        explain("handoff.analysis.affected.definition");
    }

    private AnalysisTable table(String key) {
        return new AnalysisTable(
                getTranslation(key),
                List.of(
                        getTranslation(key),
                        getTranslation("handoff.analysis.share"),
                        getTranslation("handoff.analysis.broken"),
                        getTranslation("handoff.lanes.n")));
    }

    Component show(Affected affected) {
        channels.clear();
        affected.channels()
                .forEach(each -> row(
                        channels,
                        ListKey.capital(ListKey.channel(each.kind(), this)),
                        each.rate(),
                        new LaneSlice.Channel(each.kind(), true),
                        new LaneSlice.Channel(each.kind(), false)));
        topics.clear();
        affected.topics()
                .forEach(each -> row(
                        topics,
                        ListKey.capital(ListKey.topic(each.topic(), this)),
                        each.rate(),
                        new LaneSlice.About(each.topic(), true),
                        new LaneSlice.About(each.topic(), false)));
        long named =
                affected.topics().stream().filter(each -> each.topic() != null).count();
        Formats formats = Formats.of(getLocale());
        more.setText(getTranslation(
                "handoff.analysis.topics.more", formats.number(named), formats.number(affected.knownTopics())));
        more.setVisible(named < affected.knownTopics());
        boolean none = affected.channels().isEmpty();
        channels.setVisible(!none);
        topics.setVisible(!none);
        says(none ? getTranslation("handoff.analysis.none") : recent(affected.recent()));
        return this;
    }

    private void row(AnalysisTable table, String name, BreakdownRate rate, LaneSlice broken, LaneSlice all) {
        table.row(
                new Span(name),
                List.of(
                        AnalysisTable.share(rate, Formats.of(getLocale()), this),
                        links.number(rate.broken(), ListKey.of(broken)),
                        links.number(rate.judged(), ListKey.of(all))));
    }
}
