package nl.baton.journey.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import nl.baton.base.Background;
import nl.baton.base.ui.FilterButton;
import nl.baton.base.ui.FilterRow;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.LiveNews;
import nl.baton.base.ui.LiveNote;
import nl.baton.base.ui.ScreenHead;
import nl.baton.base.ui.UndoNotice;
import nl.baton.journey.LinkProposal;
import nl.baton.journey.LinkProposal.State;
import nl.baton.journey.ui.CasesReading.Row;
import org.jspecify.annotations.Nullable;

/** Journeys that may be one: the steward decides. The pair chosen and what is listed stand in the URL. */
@Route("cases/:pair?")
@PageTitle("journey.cases.menu")
@Menu(title = "journey.cases.menu", order = 55, icon = Glyph.CASES)
@RolesAllowed("STEWARD")
public class CasesView extends MasterDetailLayout implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;
    private static final String SHOW = "show";
    private static final int MILLIS = 6_000;

    private final transient CasesReading reading;
    private final ProposalGrid grid;
    private final Div top = new Div();
    private volatile State state = State.OPEN;
    private ScreenHead head = new ScreenHead("");
    private String shown = "";
    private @Nullable ProposalPanel panel;
    private @Nullable UndoNotice notice;

    CasesView(CasesReading reading, Background background, LiveNews news) {
        this.reading = reading;
        grid = new ProposalGrid(reading, () -> state, row -> go(row.key(), state));
        LiveNote<Long> live =
                new LiveNote<>(news, background, LiveNews.News::moved, () -> reading.count(state), this::refresh);
        Div list = new Div(top, live, grid);
        list.addClassName("list");
        addClassName("cases-view");
        setMaster(list);
        setMasterSize("460px", true);
        setDetailSize("560px", true);
        addDetailEscapePressListener(escape -> go("", state));
        addBackdropClickListener(click -> go("", state));
        Shortcuts.addShortcutListener(this, () -> decide(State.CONFIRMED), Key.ENTER)
                .listenOn(grid);
        Shortcuts.addShortcutListener(this, () -> decide(State.DECLINED), Key.KEY_T)
                .listenOn(this);
        Shortcuts.addShortcutListener(this, this::undo, Key.KEY_Z).listenOn(this);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        State wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SHOW)
                .map(CasesView::state)
                .orElse(State.OPEN);
        shown = event.getRouteParameters().get("pair").orElse("");
        if (wanted != state || head.getParent().isEmpty()) {
            state = wanted;
            FilterButton filter = new FilterButton(getTranslation("journey.cases.show"), words(wanted))
                    .choosing(List.of(State.values()), wanted, this::words, chosen -> go("", chosen));
            head = new ScreenHead("", new FilterRow(filter));
            top.removeAll();
            top.add(head);
            refresh(reading.count(wanted));
        }
        reading.row(shown).ifPresentOrElse(this::show, () -> {
            grid.deselectAll();
            panel = null;
            setDetail(null);
        });
    }

    private void show(Row row) {
        if (panel == null || !panel.shows(row)) {
            ProposalPanel fresh = new ProposalPanel(row, reading, this::decide, () -> go("", state));
            panel = fresh;
            setDetail(fresh);
        }
        grid.select(row);
    }

    private static State state(String name) {
        return switch (name) {
            case "joined" -> State.CONFIRMED;
            case "apart" -> State.DECLINED;
            default -> State.OPEN;
        };
    }

    private String words(State of) {
        return getTranslation("journey.cases.show." + of.name().toLowerCase(Locale.ROOT));
    }

    /** What is chosen and where one is in the list stays. */
    private void refresh(long count) {
        head.setSentence(getTranslation("journey.cases.sentence." + state.name().toLowerCase(Locale.ROOT), count));
        grid.getDataProvider().refreshAll();
    }

    private void decide(State decision) {
        reading.row(shown).filter(row -> row.proposal().state() != decision).ifPresent(row -> {
            LinkProposal before = row.proposal();
            int place = grid.place(row);
            if (attempt(before, decision)) {
                String done = getTranslation(
                        "journey.cases.done." + decision.name().toLowerCase(Locale.ROOT), row.customer());
                UndoNotice fresh = new UndoNotice(done, () -> takeBack(before));
                notice = fresh;
                fresh.open();
                refresh(reading.count(state));
                go(reading.at(state, place).map(Row::key).orElse(""), state);
            }
        });
    }

    private void takeBack(LinkProposal before) {
        if (attempt(before, before.state())) {
            refresh(reading.count(state));
            go(Row.key(before), state);
        }
    }

    private boolean attempt(LinkProposal proposal, State decision) {
        try {
            reading.decide(proposal, decision);
            return true;
        } catch (IllegalArgumentException gone) {
            Notification.show(getTranslation("journey.cases.gone"), MILLIS, Notification.Position.BOTTOM_CENTER);
            refresh(reading.count(state));
            return false;
        }
    }

    private void undo() {
        if (notice != null) {
            notice.undo();
        }
    }

    private void go(String pair, State list) {
        RouteParameters parameters = pair.isEmpty() ? RouteParameters.empty() : new RouteParameters("pair", pair);
        QueryParameters query = switch (list) {
            case OPEN -> QueryParameters.empty();
            case CONFIRMED -> QueryParameters.of(SHOW, "joined");
            case DECLINED -> QueryParameters.of(SHOW, "apart");
        };
        getUI().ifPresent(ui -> ui.navigate(CasesView.class, parameters, query));
    }
}
