package nl.baton.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.Locale;
import nl.baton.base.Formats;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.base.ui.StateLabel;
import nl.baton.base.ui.StateLabel.State;
import nl.baton.security.HomeDepartments;
import nl.baton.security.UserAccount;

/** All users by name, a page at a time. */
final class UserGrid extends Grid<UserAccount> {

    private static final long serialVersionUID = 1;

    UserGrid(ZoneId zone) {
        addClassName("user-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.SINGLE);
        addComponentColumn(this::who)
                .setHeader(getTranslation("security.users.name"))
                .setFlexGrow(2)
                .setWidth("170px")
                .setFrozen(true);
        addColumn(user -> RoleWords.names(this, user.roles()))
                .setHeader(getTranslation("security.users.roles"))
                .setFlexGrow(3)
                .setWidth("150px");
        addComponentColumn(UserGrid::home)
                .setHeader(getTranslation("security.users.home"))
                .setFlexGrow(2)
                .setWidth("150px");
        addComponentColumn(this::state)
                .setHeader(getTranslation("security.users.state"))
                .setFlexGrow(2)
                .setWidth("160px");
        addColumn(user -> lastSignIn(user, zone))
                .setHeader(getTranslation("security.users.last"))
                .setFlexGrow(1)
                .setWidth("150px");
    }

    private Component who(UserAccount user) {
        Span name = new Span(user.name());
        name.addClassName("name");
        Span small = new Span(user.username());
        small.addClassName("small");
        if (user.self()) {
            small.add(" · " + getTranslation("security.users.self"));
        }
        if (user.demo()) {
            small.add(" · " + getTranslation("security.users.demo"));
        }
        Div cell = new Div(name, small);
        cell.addClassName("two-lines");
        return cell;
    }

    private static Component home(UserAccount user) {
        HomeDepartments.Choice home = user.homeDepartment();
        return home == null ? new Span("") : new DepartmentLabel(home.name(), home.slot());
    }

    private Component state(UserAccount user) {
        String words =
                getTranslation("security.users.state." + user.state().name().toLowerCase(Locale.ROOT));
        return switch (user.state()) {
            case ACTIVE -> new Span(words);
            case INVITED, DISABLED -> new StateLabel(State.UNKNOWN, words);
            case LOCKED -> new StateLabel(State.AT_RISK, words);
        };
    }

    private String lastSignIn(UserAccount user, ZoneId zone) {
        var at = user.lastSignInAt();
        return at == null
                ? getTranslation("security.users.never")
                : Formats.of(getLocale()).dateTime(at, zone);
    }
}
