package nl.baton.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import nl.baton.base.BatonProperties;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.ScreenHead;
import nl.baton.security.UserAccount;
import nl.baton.security.UserAccounts;

/** Who may sign in, and as what. The user chosen and the search stand in the URL. */
@Route("users/:user?")
@PageTitle("security.users.menu")
@Menu(title = "security.users.menu", order = 80, icon = Glyph.USERS)
@RolesAllowed("ADMIN")
public class UsersView extends MasterDetailLayout implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;
    private static final String NEW = "new";
    private static final String SEARCH = "q";

    private final transient UserAccounts accounts;
    private final UserGrid grid;
    private final ScreenHead head;
    private final TextField search = new TextField();
    private String part = "";
    private String shown = "";

    UsersView(UserAccounts accounts, BatonProperties properties) {
        this.accounts = accounts;
        search.setPlaceholder(getTranslation("security.users.find"));
        search.setAriaLabel(getTranslation("security.users.find"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(shown, change.getValue());
            }
        });
        Button add = new Button(getTranslation("security.users.add"), click -> go(NEW, part));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div tools = new Div(search, add);
        tools.addClassName("head-tools");
        head = new ScreenHead("", tools);
        grid = new UserGrid(properties.zone());
        grid.setItems(query -> accounts.page(part, query.getOffset(), query.getLimit()).items().stream(), query ->
                (int) accounts.page(part, 0, 1).total());
        grid.setEmptyStateComponent(new EmptyState(
                getTranslation("security.users.empty"),
                getTranslation("security.users.empty.next"),
                new Button(getTranslation("security.users.empty.lift"), click -> go(shown, ""))));
        grid.addItemClickListener(click -> go(Long.toString(click.getItem().id()), part));
        // The keyboard's way to the same: Enter or Space selects a row.
        grid.addSelectionListener(selected -> selected.getFirstSelectedItem()
                .filter(user -> selected.isFromClient())
                .ifPresent(user -> go(Long.toString(user.id()), part)));
        Div list = new Div(head, grid);
        list.addClassName("list");
        addClassName("list-and-panel");
        setMaster(list);
        setMasterSize("560px", true);
        setDetailSize("400px");
        addDetailEscapePressListener(escape -> go("", part));
        addBackdropClickListener(click -> go("", part));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        part = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SEARCH)
                .orElse("");
        shown = event.getRouteParameters().get("user").orElse("");
        search.setValue(part);
        refresh();
        if (shown.equals(NEW)) {
            setDetail(UserPanel.adding(
                    accounts, this::refresh, () -> go("", part), getTranslation("security.users.new")));
        } else {
            showUser();
        }
    }

    private void showUser() {
        chosen().ifPresentOrElse(
                        user -> {
                            grid.select(user);
                            setDetail(UserPanel.of(accounts, user, this::refresh, () -> go("", part)));
                        },
                        () -> {
                            grid.deselectAll();
                            setDetail(null);
                        });
    }

    private Optional<UserAccount> chosen() {
        return shown.matches("\\d{1,18}") ? accounts.byId(Long.parseLong(shown)) : Optional.empty();
    }

    private void refresh() {
        long everybody = accounts.page("", 0, 1).total();
        head.setSentence(getTranslation("security.users.sentence", everybody));
        grid.getDataProvider().refreshAll();
    }

    private void go(String user, String search) {
        RouteParameters parameters = user.isEmpty() ? RouteParameters.empty() : new RouteParameters("user", user);
        QueryParameters query = search.isEmpty() ? QueryParameters.empty() : QueryParameters.of(SEARCH, search);
        getUI().ifPresent(ui -> ui.navigate(UsersView.class, parameters, query));
    }
}
