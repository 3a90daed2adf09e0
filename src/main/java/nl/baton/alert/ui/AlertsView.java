package nl.baton.alert.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import nl.baton.alert.AlertList;
import nl.baton.alert.AlertList.Told;
import nl.baton.base.BatonProperties;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.FilterButton;
import nl.baton.base.ui.FilterRow;
import nl.baton.base.ui.ScreenHead;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.security.OwnAccount;
import org.jspecify.annotations.Nullable;

/** What the person is told of, the newest first, and how they wish to be told. */
@Route("alerts")
@PageTitle("alert.title")
@RolesAllowed({"AGENT", "EXECUTIVE", "LEAD"})
public class AlertsView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;
    private static final String SHOW = "show";
    private static final String ALERT = "alert";
    private static final String ALL = "all";
    private static final String OPEN = "open";

    private final transient AlertList alerts;
    private final transient CustomerScreen screen;
    private final transient BatonProperties properties;
    private final Div top = new Div();
    private final Div place = new Div();
    private ScreenHead head = new ScreenHead("");
    private boolean all;
    private @Nullable Long chosen;
    private long total;

    AlertsView(AlertList alerts, OwnAccount account, CustomerScreen screen, BatonProperties properties) {
        this.alerts = alerts;
        this.screen = screen;
        this.properties = properties;
        addClassName("alerts-view");
        place.addClassName("alert-place");
        Div columns = new Div(place, new AlertChoices(alerts, account));
        columns.addClassName("alert-columns");
        add(top, columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        chosen = query.getSingleParameter(ALERT)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
        // what a mail leads to is shown, read or not
        all = chosen != null
                || query.getSingleParameter(SHOW).filter(ALL::equals).isPresent();
        if (chosen != null) {
            alerts.read(chosen);
        }
        String which = all ? ALL : OPEN;
        Button readAll = new Button(getTranslation("alert.read-all"), click -> {
            alerts.readAll();
            show();
        });
        readAll.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        head = new ScreenHead(
                "",
                new FilterRow(
                        new FilterButton(getTranslation("alert.show"), words(which))
                                .choosing(List.of(OPEN, ALL), which, this::words, this::go),
                        readAll));
        top.removeAll();
        top.add(head);
        place.removeAll();
        show();
    }

    private String words(String which) {
        return getTranslation("alert.show." + which);
    }

    private void go(String which) {
        QueryParameters query = which.equals(ALL) ? QueryParameters.of(SHOW, ALL) : QueryParameters.empty();
        getUI().ifPresent(ui -> ui.navigate(AlertsView.class, query));
    }

    /** Where one is in the list stays. */
    private void show() {
        head.setSentence(getTranslation("alert.sentence", alerts.open()));
        total = alerts.page(getLocale(), !all, 0, 1).total();
        if (total == 0) {
            place.removeAll();
            place.add(new EmptyState(
                    getTranslation("alert.none"), getTranslation(all ? "alert.none.at-all" : "alert.none.next")));
        } else if (place.getChildren().findFirst().orElse(null) instanceof Grid<?> grid) {
            grid.getDataProvider().refreshAll();
        } else {
            place.removeAll();
            place.add(grid());
        }
    }

    private Grid<Told> grid() {
        Grid<Told> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addClassName("alert-grid");
        grid.getElement().setAttribute("aria-label", getTranslation("alert.title"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItems(
                query -> alerts.page(getLocale(), !all, query.getOffset(), query.getLimit()).items().stream(),
                query -> (int) total);
        grid.addComponentColumn(this::row);
        grid.setPartNameGenerator(told -> Objects.equals(told.id(), chosen) ? "chosen" : null);
        return grid;
    }

    private Component row(Told told) {
        return new AlertLine(told, screen, properties.zone(), () -> alerts.read(told.id()), () -> {
            if (told.read()) {
                alerts.unread(told.id());
            } else {
                alerts.read(told.id());
            }
            show();
        });
    }
}
