package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Comparator;
import java.util.List;
import nl.baton.base.Background;
import nl.baton.base.Formats;
import nl.baton.base.ui.Bars;
import nl.baton.base.ui.Chart;
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

    private transient LaneFigures lane;
    private final transient HandoffsState state;
    private final transient HandoffWords words;
    private final SerializableConsumer<HandoffsState> go;
    private final boolean leadsToRecords;
    private final Span judgement = new Span();
    private final LaneLines further;
    private final StakePart stake;
    private final LaneAnalysisPanel analysis;
    private final H3 trendTitle = new H3();
    private @Nullable Bars rules;
    private @Nullable Chart waits;
    private @Nullable Chart trend;

    LanePanel(
            LaneFigures lane,
            Overview loaded,
            HandoffsState state,
            HandoffsReading reading,
            HandoffWords words,
            Background background,
            SerializableConsumer<HandoffsState> go) {
        this.lane = lane;
        this.state = state;
        this.words = words;
        this.go = go;
        this.leadsToRecords = reading.leadsToRecords(loaded, lane);
        this.further = new LaneLines(state, leadsToRecords);
        addClassName("chosen-lane");
        H2 title = new H2(getTranslation(
                "handoff.lane.title", lane.from().name(), lane.to().name()));
        title.addClassName("visually-hidden");
        var links = new ListLinks(state, leadsToRecords, getLocale());
        stake = new StakePart(links);
        stake.show(lane);
        add(title, sentence(), stake);
        add(new Tile<>(background, () -> reading.details(loaded.filter(), lane), this::panes));
        analysis = new LaneAnalysisPanel(lane, loaded.filter(), links, reading.analysis(), words, background);
        add(analysis);
        further.show(lane);
    }

    /** Shows moved figures in place. */
    void update(LaneFigures fresh, LaneDetails details) {
        lane = fresh;
        judgement.setText(judgement());
        further.show(fresh);
        stake.show(fresh);
        analysis.update(fresh);
        if (waits != null && trend != null && rules != null) {
            waits.show(HandoffCharts.waits(details, getLocale(), this));
            trend.show(HandoffCharts.trend(details, getLocale(), this));
            trendTitle.setText(getTranslation(HandoffCharts.trendTitle(details)));
            rules.show(bars());
        }
    }

    private Component sentence() {
        LaneLabel label = new LaneLabel(
                new DepartmentLabel(lane.from().name(), lane.from().slot()),
                new DepartmentLabel(lane.to().name(), lane.to().slot()));
        judgement.setText(judgement());
        Paragraph sentence = new Paragraph(label, judgement);
        sentence.addClassName("answer");
        return sentence;
    }

    private String judgement() {
        Formats formats = Formats.of(getLocale());
        return getTranslation(
                "handoff.lane.sentence",
                formats.number(lane.handoffs()),
                formats.number(lane.rate().judged()),
                formats.number(lane.rate().broken()),
                wait(formats, lane.waits().p50()),
                wait(formats, lane.waits().p90()));
    }

    private static String wait(Formats formats, @Nullable Double seconds) {
        return seconds == null ? "–" : HandoffCharts.duration(formats, seconds);
    }

    private Div panes(LaneDetails details) {
        Chart drawnWaits = new Chart(HandoffCharts.waits(details, getLocale(), this));
        Chart drawnTrend = new Chart(HandoffCharts.trend(details, getLocale(), this));
        waits = drawnWaits;
        trend = drawnTrend;
        trendTitle.setText(getTranslation(HandoffCharts.trendTitle(details)));
        Div panes = new Div(
                pane(new H3(getTranslation("handoff.lane.waits")), drawnWaits),
                pane(new H3(getTranslation("handoff.lane.rules")), rules()),
                pane(trendTitle, drawnTrend),
                pane(new H3(getTranslation("handoff.lane.more")), further));
        panes.addClassName("panes");
        return panes;
    }

    private static Component pane(H3 title, Component content) {
        Div pane = new Div(title, content);
        pane.addClassName("pane");
        return pane;
    }

    private List<Bars.Item> bars() {
        return lane.breakdowns().stream()
                .filter(count -> count.handoffs() > 0)
                .sorted(Comparator.comparing(RuleCount::handoffs).reversed())
                .map(count -> new Bars.Item(
                        count.rule(),
                        words.rule(getLocale(), count.rule()),
                        count.handoffs(),
                        List.of(words.definition(getLocale(), count.rule()))))
                .toList();
    }

    private Component rules() {
        Bars bars = new Bars(bars(), "handoff.lane.rules.none");
        if (leadsToRecords) {
            bars.addSelectListener(chosen -> go.accept(state.showing(chosen.key(), true)));
        }
        rules = bars;
        return bars;
    }
}
