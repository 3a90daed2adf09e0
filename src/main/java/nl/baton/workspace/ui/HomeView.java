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

/** Leads to the first screen of the user's menu. */
@Route("")
@PageTitle("workspace.title")
@PermitAll
public class HomeView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;

    HomeView() {
        add(new EmptyState(getTranslation("workspace.nothing"), getTranslation("workspace.nothing.next")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        MenuConfiguration.getMenuEntries().stream()
                .map(MenuEntry::menuClass)
                .filter(view -> view != null && view != HomeView.class)
                .findFirst()
                .ifPresent(event::forwardTo);
    }
}
