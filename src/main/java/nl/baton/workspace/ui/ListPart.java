package nl.baton.workspace.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Objects;
import nl.baton.base.Formats;
import nl.baton.base.Page;
import nl.baton.handoff.DepartmentBreaks.Side;
import nl.baton.handoff.DepartmentPasses.End;
import nl.baton.workspace.ui.WorkspaceState.Listing;

/** The very records that a count of the screen counts, loaded as they are scrolled to. */
final class ListPart extends Section {

    private static final long serialVersionUID = 1;
    private static final int SHOWN_AT_ONCE = 10;

    private final transient WorkspaceReading reading;
    private final transient WorkspaceState state;
    private final transient RowWords words;
    private final long department;
    private final Listing listing;
    private final H2 title = new H2();
    private final RowGrid grid;
    private long total = -1;

    ListPart(long department, WorkspaceState state, WorkspaceReading reading, RowWords words, Runnable close) {
        this.reading = reading;
        this.state = state;
        this.words = words;
        this.department = department;
        this.listing = Objects.requireNonNull(state.show());
        addClassNames("work-list");
        title.getElement().setAttribute("tabindex", "-1");
        Button shut = new Button(getTranslation("handoff.evidence.close"), click -> close.run());
        shut.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div head = new Div(title, shut);
        head.addClassName("section-head");
        grid = new RowGrid(getTranslation("workspace.list." + listing.word, "", ""));
        grid.setItems(
                query -> rows(query.getOffset(), query.getLimit()).items().stream(), query -> (int) Math.max(0, total));
        grid.setEmptyStateText(getTranslation("workspace.list.none"));
        add(head, grid);
        show(count());
        addAttachListener(attached -> title.getElement().callJsFunction("focus"));
    }

    /** How many there are now; touches no component. */
    long count() {
        return switch (listing) {
            case WAITING ->
                reading.passes(department, End.RECEIVER, false, 0, 1).total();
            case OVERDUE -> reading.passes(department, End.RECEIVER, true, 0, 1).total();
            case PASSED -> reading.passes(department, End.PASSER, false, 0, 1).total();
            case PASSED_OVERDUE ->
                reading.passes(department, End.PASSER, true, 0, 1).total();
            case BROKEN ->
                reading.breaks(department, Side.BROKEN_BY_US, state.rule(), state.lane(), 0, 1)
                        .total();
            case SUFFERED ->
                reading.breaks(department, Side.SUFFERED, state.rule(), state.lane(), 0, 1)
                        .total();
            case FEEDBACK -> reading.feedback(department, 0, 1).total();
        };
    }

    /** Shows what has become of the list, where it stands. */
    void show(long fresh) {
        boolean first = total < 0;
        total = fresh;
        String rule = state.rule() == null ? "" : ": " + words.rule(state.rule());
        title.setText(getTranslation(
                "workspace.list." + listing.word, Formats.of(getLocale()).number(fresh), rule));
        grid.setAllRowsVisible(fresh <= SHOWN_AT_ONCE);
        grid.setClassName("tall", fresh > SHOWN_AT_ONCE);
        if (!first) {
            grid.getDataProvider().refreshAll();
        }
    }

    private Page<ListedRow> rows(int offset, int limit) {
        return switch (listing) {
            case WAITING -> passes(End.RECEIVER, false, offset, limit);
            case OVERDUE -> passes(End.RECEIVER, true, offset, limit);
            case PASSED -> passes(End.PASSER, false, offset, limit);
            case PASSED_OVERDUE -> passes(End.PASSER, true, offset, limit);
            case BROKEN -> breaks(Side.BROKEN_BY_US, offset, limit);
            case SUFFERED -> breaks(Side.SUFFERED, offset, limit);
            case FEEDBACK -> reading.feedback(department, offset, limit).map(words::of);
        };
    }

    private Page<ListedRow> passes(End end, boolean overdueOnly, int offset, int limit) {
        return reading.passes(department, end, overdueOnly, offset, limit).map(pass -> words.of(pass, end));
    }

    private Page<ListedRow> breaks(Side side, int offset, int limit) {
        return reading.breaks(department, side, state.rule(), state.lane(), offset, limit)
                .map(evidence -> words.of(evidence, department));
    }

    /** Which of them are live. */
    static final List<Listing> LIVE = List.of(Listing.WAITING, Listing.OVERDUE, Listing.PASSED, Listing.PASSED_OVERDUE);

    boolean isLive() {
        return LIVE.contains(listing);
    }
}
