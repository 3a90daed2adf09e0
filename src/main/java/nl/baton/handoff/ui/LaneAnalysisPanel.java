package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import nl.baton.base.Background;
import nl.baton.base.ui.Tile;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFilter;

/** The chosen lane closer by: by which rules it breaks, when, for whom, whose time it takes, and what customers say. */
final class LaneAnalysisPanel extends Section {

    private static final long serialVersionUID = 1;

    private transient LaneFigures shown;
    private final RuleTable rules;
    private final List<Tile<?>> tiles;

    LaneAnalysisPanel(
            LaneFigures lane,
            LaneFilter filter,
            ListLinks links,
            AnalysisReading reading,
            HandoffWords words,
            Background background) {
        shown = lane;
        addClassName("lane-analysis");
        rules = new RuleTable(reading, words, links);
        rules.show(lane);
        var week = new WeekTable(links);
        var affected = new AffectedTables(links);
        var clock = new ClockBar(lane, links);
        var tiers = new TierTable(links);
        var voices = new VoiceList(filter, lane, reading, links);
        var weekTile = new Tile<>(background, () -> reading.week(filter, lane), week::show);
        var affectedTile = new Tile<>(background, () -> reading.affected(filter, lane), affected::show);
        var clockTile = new Tile<>(background, () -> reading.clock(filter, lane), clock::show);
        var tiersTile = new Tile<>(background, () -> reading.tiers(filter, lane), tiers::show);
        var voicesTile = new Tile<>(background, () -> reading.feedback(filter, lane), voices::show);
        tiles = List.of(weekTile, affectedTile, clockTile, tiersTile, voicesTile);
        add(
                titled("handoff.analysis.rules", rules, "wide"),
                titled("handoff.analysis.clock", clockTile, "narrow"),
                titled("handoff.analysis.week", weekTile, "narrow"),
                titled("handoff.analysis.affected", affectedTile, "wide"),
                titled("handoff.analysis.tiers", tiersTile, "narrow"),
                titled("handoff.analysis.voices", voicesTile, "full"));
    }

    /** Shows moved figures in place; what has to be read for them is read by each part itself. */
    void update(LaneFigures fresh) {
        if (!fresh.equals(shown)) {
            shown = fresh;
            rules.show(fresh);
            tiles.forEach(Tile::reload);
        }
    }

    private Component titled(String key, Component content, String width) {
        Div part = new Div(new H3(getTranslation(key)), content);
        part.addClassNames("part", width);
        return part;
    }
}
