package nl.baton.workspace.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import jakarta.annotation.security.PermitAll;
import nl.baton.base.ui.EmptyState;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;

/** Leads to the first screen of the user's menu; who works in a department begins at its workspace, nobody else does. */
@Route("")
@PageTitle("workspace.title")
@PermitAll
public class HomeView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;

    private final transient CurrentUserProvider users;

    HomeView(CurrentUserProvider users) {
        this.users = users;
        add(new EmptyState(getTranslation("workspace.nothing"), getTranslation("workspace.nothing.next")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean works = worksInDepartment();
        MenuConfiguration.getMenuEntries().stream()
                .map(MenuEntry::menuClass)
                .filter(view -> view != null && view != HomeView.class && (works || view != WorkspaceView.class))
                .findFirst()
                .ifPresent(event::forwardTo);
    }

    private boolean worksInDepartment() {
        var user = users.get();
        return (user.has(Role.AGENT) || user.has(Role.LEAD))
                && !user.has(Role.EXECUTIVE)
                && user.homeDepartment().isPresent();
    }
}
