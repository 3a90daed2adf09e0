package nl.baton.workspace.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import nl.baton.base.Formats;
import nl.baton.base.ui.Figure;
import nl.baton.base.ui.Figures;
import nl.baton.base.ui.StateLabel;
import nl.baton.handoff.DepartmentPasses.End;
import nl.baton.handoff.DepartmentPasses.Waiting;
import nl.baton.handoff.WaitingPass;
import nl.baton.workspace.ui.WorkspaceState.Listing;
import org.jspecify.annotations.Nullable;

/** Passes that nobody has begun, the longest waiting first; brought up to date in place. */
final class PassesPart extends Div {

    private static final long serialVersionUID = 1;

    private final transient RowWords words;
    private final End end;
    private final transient WorkspaceState state;
    private final Div alarm = new Div();
    private final Figures figures;
    private final RowGrid grid;
    private final Paragraph none = new Paragraph();
    private final RouterLink all = new RouterLink(WorkspaceView.class);
    private transient List<ListedRow> shown = List.of();

    PassesPart(Waiting waiting, End end, WorkspaceState state, RowWords words) {
        this.words = words;
        this.end = end;
        this.state = state;
        figures = figures(waiting);
        grid = new RowGrid(getTranslation("workspace." + key()));
        grid.setAllRowsVisible(true);
        none.setText(getTranslation("workspace." + key() + ".none"));
        none.addClassName("answer");
        all.setQueryParameters(state.showing(listing(false)).query());
        alarm.addClassName("alarm-line");
        addClassName("passes");
        add(alarm, figures, none, grid, all);
        show(waiting);
    }

    private String key() {
        return end == End.RECEIVER ? "waiting" : "passed";
    }

    private Listing listing(boolean overdue) {
        if (end == End.RECEIVER) {
            return overdue ? Listing.OVERDUE : Listing.WAITING;
        }
        return overdue ? Listing.PASSED_OVERDUE : Listing.PASSED;
    }

    /** Shows what has become of it; what did not change stays as it is. */
    void update(Waiting fresh) {
        figures.takeOver(figures(fresh));
        show(fresh);
    }

    private void show(Waiting waiting) {
        List<ListedRow> rows =
                waiting.first().stream().map(pass -> words.of(pass, end)).toList();
        if (!rows.equals(shown)) {
            shown = rows;
            grid.setItems(rows);
        }
        boolean empty = waiting.total() == 0;
        none.setVisible(empty);
        grid.setVisible(!empty);
        figures.setVisible(!empty);
        all.setVisible(waiting.total() > rows.size());
        all.setText(getTranslation("workspace.see-all", Formats.of(getLocale()).number(waiting.total())));
        alarm.removeAll();
        if (waiting.overdue() > 0 && end == End.RECEIVER) {
            alarm.add(new StateLabel(
                    StateLabel.State.BROKEN, getTranslation("workspace.waiting.alarm", waiting.overdue())));
        }
    }

    private Figures figures(Waiting waiting) {
        Formats formats = Formats.of(getLocale());
        return new Figures(
                leading(
                        new Figure(getTranslation("workspace.figure.waiting"), formats.number(waiting.total()), ""),
                        waiting.total() == 0 ? null : listing(false)),
                leading(
                        new Figure(getTranslation("workspace.figure.overdue"), formats.number(waiting.overdue()), ""),
                        waiting.overdue() == 0 ? null : listing(true)),
                new Figure(getTranslation("workspace.figure.longest"), longest(waiting.longest()), ""));
    }

    private String longest(@Nullable WaitingPass pass) {
        return pass == null ? getTranslation("workspace.nobody") : words.wait(pass);
    }

    private Figure leading(Figure figure, @Nullable Listing listing) {
        return listing == null
                ? figure
                : figure.leadingTo(
                        WorkspaceView.class,
                        RouteParameters.empty(),
                        state.showing(listing).query());
    }
}
