package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Page;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.LaneAnalysis.Affected;
import nl.baton.handoff.LaneAnalysis.SplitClock;
import nl.baton.handoff.LaneAnalysis.Tiers;
import nl.baton.handoff.LaneAnalysis.Week;
import nl.baton.handoff.LaneFeedback;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFilter;
import nl.baton.handoff.LaneSlices;
import nl.baton.handoff.LaneVoice;
import nl.baton.handoff.Window;

/** Reads what the analysis of a lane shows from the services, which decide what the user may see. */
@org.springframework.stereotype.Component
class AnalysisReading {

    private final LaneSlices slices;
    private final LaneFeedback feedback;
    private final CustomerScreen screen;
    private final Map<String, BreakdownRule> rules;
    private final ZoneId zone;

    AnalysisReading(
            LaneSlices slices,
            LaneFeedback feedback,
            CustomerScreen screen,
            List<BreakdownRule> rules,
            BatonProperties properties) {
        this.slices = slices;
        this.feedback = feedback;
        this.screen = screen;
        this.rules = rules.stream().collect(Collectors.toMap(BreakdownRule::code, Function.identity()));
        this.zone = properties.zone();
    }

    Week week(LaneFilter filter, LaneFigures lane) {
        return slices.week(filter, lane);
    }

    Affected affected(LaneFilter filter, LaneFigures lane) {
        return slices.affected(filter, lane);
    }

    Tiers tiers(LaneFilter filter, LaneFigures lane) {
        return slices.tiers(filter, lane);
    }

    SplitClock clock(LaneFilter filter, LaneFigures lane) {
        return slices.clock(filter, lane);
    }

    LaneFeedback.Totals feedback(LaneFilter filter, LaneFigures lane) {
        return feedback.totals(filter, lane);
    }

    Page<LaneVoice> said(LaneFilter filter, LaneFigures lane, int offset, int limit) {
        return feedback.said(filter, lane, offset, limit);
    }

    /** When what a rule finds is known for good. */
    Window window(String rule) {
        BreakdownRule known = rules.get(rule);
        return known == null ? Window.OF_LEG : known.window();
    }

    Component link(long customer, long journey) {
        return screen.link("", customer, journey);
    }

    ZoneId zone() {
        return zone;
    }
}
