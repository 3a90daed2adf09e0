package nl.baton.customer.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.baton.base.BatonProperties;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.FilterButton;
import nl.baton.base.ui.FilterRow;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.ScreenHead;
import nl.baton.base.ui.UndoNotice;
import nl.baton.customer.IdentityConflict;
import nl.baton.customer.IdentityConflict.State;
import nl.baton.customer.IdentityConflict.Whole;
import nl.baton.customer.IdentityConflicts;
import org.jspecify.annotations.Nullable;

/** Identities that several customers go by: the steward says whose they are. What is shown stands in the URL. */
@Route("identities/:conflict?(\\d{1,18})")
@PageTitle("customer.conflicts.menu")
@Menu(title = "customer.conflicts.menu", order = 56, icon = Glyph.CUSTOMER)
@RolesAllowed("STEWARD")
public class ConflictsView extends MasterDetailLayout implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;
    private static final String CONFLICT = "conflict";
    private static final String SHOW = "show";
    private static final int MILLIS = 6_000;

    private final transient IdentityConflicts conflicts;
    private final transient CustomerScreen screen;
    private final transient BatonProperties properties;
    private final Grid<IdentityConflict> grid = new Grid<>();
    private final Div top = new Div();
    private State state = State.OPEN;

    ConflictsView(IdentityConflicts conflicts, CustomerScreen screen, BatonProperties properties) {
        this.conflicts = conflicts;
        this.screen = screen;
        this.properties = properties;
        grid();
        Div list = new Div(top, grid);
        list.addClassName("list");
        addClassName("list-and-panel");
        setMaster(list);
        setMasterSize("420px", true);
        setDetailSize("560px", true);
        addDetailEscapePressListener(escape -> go(null, state));
        addBackdropClickListener(click -> go(null, state));
    }

    private void grid() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.SINGLE);
        grid.getElement().setAttribute("aria-label", getTranslation("customer.conflicts.menu"));
        grid.addColumn(LitRenderer.<IdentityConflict>of("""
                        <div class='two-lines'><b>${item.value}</b><span class='small'>${item.claims}</span></div>""")
                .withProperty("value", this::name)
                .withProperty(
                        "claims",
                        conflict -> getTranslation(
                                "customer.conflicts.claims", conflict.claimants(), conflict.verified())));
        grid.setItems(query -> conflicts.page(state, query.getOffset(), query.getLimit()).items().stream(), query ->
                (int) conflicts.page(state, 0, 1).total());
        grid.setEmptyStateComponent(new EmptyState(
                getTranslation("customer.conflicts.empty"), getTranslation("customer.conflicts.empty.next")));
        grid.addItemClickListener(click -> go(click.getItem().id(), state));
        grid.addCellFocusListener(focused -> focused.getItem().ifPresent(item -> go(item.id(), state)));
    }

    private String name(IdentityConflict conflict) {
        String value = conflict.system() == null ? conflict.value() : conflict.value() + " (" + conflict.system() + ")";
        return getTranslation("customer.field." + conflict.kind()) + " " + value;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        State wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SHOW)
                .flatMap(name -> Arrays.stream(State.values())
                        .filter(known -> code(known).equals(name))
                        .findFirst())
                .orElse(State.OPEN);
        boolean again = wanted != state || top.getChildren().findAny().isEmpty();
        state = wanted;
        if (again) {
            refresh();
        }
        Optional<Whole> chosen =
                event.getRouteParameters().get(CONFLICT).map(Long::valueOf).flatMap(conflicts::find);
        chosen.ifPresentOrElse(this::show, () -> {
            grid.deselectAll();
            setDetail(null);
        });
    }

    private void show(Whole whole) {
        grid.select(whole.conflict());
        setDetail(new ConflictPanel(
                name(whole.conflict()),
                whole,
                screen,
                properties.zone(),
                (decision, owner) -> decide(whole.conflict(), decision, owner),
                () -> go(null, state)));
    }

    private void refresh() {
        FilterButton filter = new FilterButton(getTranslation("customer.conflicts.show"), words(state))
                .choosing(List.of(State.values()), state, this::words, chosen -> go(null, chosen));
        top.removeAll();
        top.add(new ScreenHead(
                getTranslation(
                        "customer.conflicts.sentence." + state,
                        conflicts.page(state, 0, 1).total()),
                new FilterRow(filter)));
        grid.getDataProvider().refreshAll();
    }

    private String words(State of) {
        return getTranslation("customer.conflicts.show." + of);
    }

    private static String code(State of) {
        return of.name().toLowerCase(Locale.ROOT);
    }

    private void decide(IdentityConflict before, State decision, @Nullable Long owner) {
        if (attempt(before.id(), decision, owner)) {
            new UndoNotice(
                            getTranslation("customer.conflicts.done." + decision, name(before)),
                            () -> attempt(before.id(), before.state(), before.owner()))
                    .open();
        }
    }

    private boolean attempt(long conflict, State decision, @Nullable Long owner) {
        try {
            conflicts.decide(conflict, decision, owner);
            refresh();
            go(conflict, decision);
            return true;
        } catch (IllegalArgumentException gone) {
            Notification.show(getTranslation("customer.conflicts.gone"), MILLIS, Notification.Position.BOTTOM_CENTER);
            refresh();
            return false;
        }
    }

    private void go(@Nullable Long conflict, State list) {
        RouteParameters parameters =
                conflict == null ? RouteParameters.empty() : new RouteParameters(CONFLICT, Long.toString(conflict));
        QueryParameters query = list == State.OPEN ? QueryParameters.empty() : QueryParameters.of(SHOW, code(list));
        getUI().ifPresent(ui -> ui.navigate(ConflictsView.class, parameters, query));
    }
}
