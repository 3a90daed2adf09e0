package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.RouterLink;
import java.util.Comparator;
import java.util.List;
import nl.baton.base.Background;
import nl.baton.base.Formats;
import nl.baton.base.ui.Bars;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.base.ui.LaneLabel;
import nl.baton.base.ui.Tile;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.LaneDetails;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFigures.RuleCount;
import nl.baton.handoff.ui.HandoffsReading.Overview;
import org.jspecify.annotations.Nullable;

/** The chosen lane: how long it took, why it broke, how that went over time, and the way to the handoffs themselves. */
final class LanePanel extends Section {

    private static final long serialVersionUID = 1;

    private final transient LaneFigures lane;
    private final transient Overview loaded;
    private final transient HandoffsState state;
    private final transient HandoffWords words;
    private final SerializableConsumer<HandoffsState> go;
    private final boolean leadsToRecords;

    LanePanel(
            LaneFigures lane,
            Overview loaded,
            HandoffsState state,
            HandoffsReading reading,
            HandoffWords words,
            Background background,
            SerializableConsumer<HandoffsState> go) {
        this.lane = lane;
        this.loaded = loaded;
        this.state = state;
        this.words = words;
        this.go = go;
        this.leadsToRecords = reading.leadsToRecords(loaded, lane);
        addClassName("chosen-lane");
        H2 title = new H2(getTranslation(
                "handoff.lane.title", lane.from().name(), lane.to().name()));
        title.addClassName("visually-hidden");
        add(title, sentence());
        add(new Tile<>(background, () -> reading.details(loaded.filter(), lane), this::panes));
    }

    private Component sentence() {
        LaneLabel label = new LaneLabel(
                new DepartmentLabel(lane.from().name(), lane.from().slot()),
                new DepartmentLabel(lane.to().name(), lane.to().slot()));
        Formats formats = Formats.of(getLocale());
        Paragraph sentence = new Paragraph(
                label,
                new Span(getTranslation(
                        "handoff.lane.sentence",
                        formats.number(lane.handoffs()),
                        formats.number(lane.rate().judged()),
                        formats.number(lane.rate().broken()),
                        wait(formats, lane.waits().p50()),
                        wait(formats, lane.waits().p90()))));
        sentence.addClassName("answer");
        return sentence;
    }

    private static String wait(Formats formats, @Nullable Double seconds) {
        return seconds == null ? "–" : HandoffCharts.duration(formats, seconds);
    }

    private Div panes(LaneDetails details) {
        Div panes = new Div(
                pane("handoff.lane.waits", HandoffCharts.waits(details, getLocale(), this)),
                pane("handoff.lane.rules", rules()),
                pane(HandoffCharts.trendTitle(details), HandoffCharts.trend(details, getLocale(), this)),
                pane("handoff.lane.more", further()));
        panes.addClassName("panes");
        return panes;
    }

    private Component pane(String key, Component content) {
        Div pane = new Div(new H3(getTranslation(key)), content);
        pane.addClassName("pane");
        return pane;
    }

    private Component rules() {
        List<Bars.Item> items = lane.breakdowns().stream()
                .filter(count -> count.handoffs() > 0)
                .sorted(Comparator.comparing(RuleCount::handoffs).reversed())
                .map(count -> new Bars.Item(
                        count.rule(),
                        words.rule(getLocale(), count.rule()),
                        count.handoffs(),
                        List.of(words.definition(getLocale(), count.rule()))))
                .toList();
        Bars bars = new Bars(items, "handoff.lane.rules.none");
        if (leadsToRecords) {
            bars.addSelectListener(chosen -> go.accept(state.showing(chosen.key(), true)));
        }
        return bars;
    }

    private Component further() {
        Formats formats = Formats.of(getLocale());
        Div lines = new Div(
                line("handoff.lane.journeys", formats.number(lane.journeys())),
                line("handoff.lane.ping-pongs", formats.number(lane.pingPongs())),
                line("handoff.lane.returns", formats.number(lane.returns())),
                line("handoff.lane.bounced", formats.number(lane.bounced())));
        if (leadsToRecords) {
            lines.add(link(
                    "broken",
                    "handoff.lane.see-broken",
                    formats.number(lane.rate().broken())));
            lines.add(link(HandoffsState.ALL, "handoff.lane.see-all", formats.number(lane.handoffs())));
        }
        lines.addClassName("lines");
        return lines;
    }

    private Component line(String key, String value) {
        Span number = new Span(value);
        number.addClassName("num");
        Div line = new Div(new Span(getTranslation(key)), number);
        line.addClassName("line");
        return line;
    }

    private Component link(String show, String key, String n) {
        RouterLink link = new RouterLink(getTranslation(key, n), HandoffsView.class);
        link.setQueryParameters(state.showing(show, true).query());
        return link;
    }
}
