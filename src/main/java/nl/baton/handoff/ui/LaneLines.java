package nl.baton.handoff.ui;

import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import nl.baton.base.Formats;
import nl.baton.handoff.LaneFigures;

/** The lane's further counts, and the ways to the handoffs that are counted. */
final class LaneLines extends Div {

    private static final long serialVersionUID = 1;

    private final transient HandoffsState state;
    private final HasText journeys = line("handoff.lane.journeys");
    private final HasText pingPongs = line("handoff.lane.ping-pongs");
    private final HasText returns = line("handoff.lane.returns");
    private final HasText bounced = line("handoff.lane.bounced");
    private final HasText broken;
    private final HasText all;

    LaneLines(HandoffsState state, boolean leadsToRecords) {
        this.state = state;
        RouterLink toBroken = link("broken");
        RouterLink toAll = link(HandoffsState.ALL);
        broken = toBroken;
        all = toAll;
        if (leadsToRecords) {
            add(toBroken, toAll);
        }
        addClassName("lines");
    }

    void show(LaneFigures lane) {
        Formats formats = Formats.of(getLocale());
        journeys.setText(formats.number(lane.journeys()));
        pingPongs.setText(formats.number(lane.pingPongs()));
        returns.setText(formats.number(lane.returns()));
        bounced.setText(formats.number(lane.bounced()));
        broken.setText(getTranslation(
                "handoff.lane.see-broken", formats.number(lane.rate().broken())));
        all.setText(getTranslation("handoff.lane.see-all", formats.number(lane.handoffs())));
    }

    private HasText line(String key) {
        Span number = new Span();
        number.addClassName("num");
        Div line = new Div(new Span(getTranslation(key)), number);
        line.addClassName("line");
        add(line);
        return number;
    }

    private RouterLink link(String show) {
        RouterLink link = new RouterLink("", HandoffsView.class);
        link.setQueryParameters(state.showing(show, true).query());
        return link;
    }
}
