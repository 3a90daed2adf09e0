package nl.baton.workspace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.base.ui.LaneLabel;
import nl.baton.handoff.BreakdownRate;
import nl.baton.handoff.DepartmentBreaks.Line;
import nl.baton.handoff.DepartmentBreaks.Side;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.Unit;
import nl.baton.handoff.ui.LaneScreen;
import nl.baton.workspace.ui.WorkspaceState.Listing;

/** What broke, a line for each rule or for each rule on a lane; each leads to the very handoffs. */
final class BreaksPart extends Div {

    private static final long serialVersionUID = 1;
    private static final int MOST = 8;
    private static final int FEW = 10;

    private final transient RowWords words;
    private final transient WorkspaceState state;
    private final Listing listing;

    BreaksPart(List<Line> lines, Side side, WorkspaceState state, RowWords words) {
        this.words = words;
        this.state = state;
        this.listing = side == Side.BROKEN_BY_US ? Listing.BROKEN : Listing.SUFFERED;
        addClassName("breaks");
        if (lines.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("workspace." + RowWords.listing(side) + ".none"));
            none.addClassName("answer");
            add(none);
            return;
        }
        lines.stream().limit(MOST).forEach(line -> add(line(line)));
        long total = lines.stream().mapToLong(line -> line.rate().broken()).sum();
        RouterLink all = new RouterLink(
                getTranslation(
                        "workspace." + RowWords.listing(side) + ".all",
                        Formats.of(getLocale()).number(total),
                        total),
                WorkspaceView.class);
        all.setQueryParameters(state.showing(listing).query());
        add(all);
    }

    private Component line(Line line) {
        LaneFigures lane = line.lane();
        Div what = new Div();
        what.addClassName("what");
        what.add(new Span(words.rule(line.rule())));
        if (lane != null) {
            what.add(LaneScreen.link(
                    lane(lane.from(), lane.to()), lane.from().id(), lane.to().id()));
        }
        RouterLink count =
                new RouterLink(Formats.of(getLocale()).number(line.rate().broken()), WorkspaceView.class);
        count.addClassName("count");
        count.setQueryParameters(state.showing(listing, line.rule(), lane == null ? null : lane.laneId())
                .query());
        count.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "workspace.count.label",
                                Formats.of(getLocale()).number(line.rate().broken()),
                                words.rule(line.rule())));
        Span rate = new Span(rate(line.rate()));
        rate.addClassNames("quiet", "small", "num");
        Div row = new Div(what, count, rate);
        row.addClassName("break-line");
        return row;
    }

    static LaneLabel lane(Unit from, Unit to) {
        return new LaneLabel(new DepartmentLabel(from.name(), from.slot()), new DepartmentLabel(to.name(), to.slot()));
    }

    /** "of 80: 15 % (9–24)"; no percentage of fewer than ten. */
    private String rate(BreakdownRate rate) {
        return rate(rate, this);
    }

    static String rate(BreakdownRate rate, Component says) {
        Formats formats = Formats.of(UI.getCurrentOrThrow().getLocale());
        Interval interval = rate.interval();
        Double share = rate.share();
        return rate.judged() < FEW || interval == null || share == null
                ? says.getTranslation("workspace.rate.few", formats.number(rate.judged()))
                : says.getTranslation(
                        "workspace.rate",
                        formats.number(rate.judged()),
                        formats.percent(share, 0),
                        formats.percentRange(interval, 0));
    }
}
