package nl.baton.workspace.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import nl.baton.base.Formats;
import nl.baton.base.Page;
import nl.baton.base.ui.Figure;
import nl.baton.base.ui.Figures;
import nl.baton.handoff.DepartmentFeedback.Counts;
import nl.baton.handoff.DepartmentFeedback.Said;
import nl.baton.workspace.ui.WorkspaceState.Listing;

/** What customers said that is about the department; the words for who may read them. */
final class FeedbackPart extends Div {

    private static final long serialVersionUID = 1;

    /** What was read of it. */
    record Loaded(Counts counts, Page<Said> first) {}

    FeedbackPart(Loaded loaded, WorkspaceState state, RowWords words) {
        Counts counts = loaded.counts;
        addClassName("feedback-about");
        if (counts.total() == 0) {
            Paragraph none = new Paragraph(getTranslation("workspace.feedback.none"));
            none.addClassName("answer");
            add(none);
            return;
        }
        Formats formats = Formats.of(getLocale());
        Figure open = new Figure(
                getTranslation("workspace.feedback.open"),
                formats.number(counts.listed()),
                getTranslation("workspace.feedback.owned", formats.number(counts.owned())));
        if (counts.listed() > 0) {
            open.leadingTo(
                    WorkspaceView.class,
                    RouteParameters.empty(),
                    state.showing(Listing.FEEDBACK).query());
            add(new Figures(open));
            RowGrid grid = new RowGrid(getTranslation("workspace.feedback"));
            grid.setAllRowsVisible(true);
            grid.setItems(loaded.first.items().stream().map(words::of).toList());
            add(grid);
        } else {
            add(new Figures(new Figure(
                    getTranslation("workspace.feedback.total"),
                    formats.number(counts.total()),
                    getTranslation("workspace.feedback.owned", formats.number(counts.owned())))));
        }
        if (counts.listed() > loaded.first.items().size()) {
            RouterLink all = new RouterLink(
                    getTranslation("workspace.see-all", formats.number(counts.listed())), WorkspaceView.class);
            all.setQueryParameters(state.showing(Listing.FEEDBACK).query());
            add(all);
        }
        if (counts.elsewhere() > 0) {
            Span elsewhere = new Span(getTranslation("workspace.feedback.elsewhere", counts.elsewhere()));
            elsewhere.addClassNames("quiet", "small");
            add(elsewhere);
        }
    }
}
