package nl.baton.base.ui;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import nl.baton.base.Texts;
import org.springframework.beans.factory.ObjectProvider;

/** The shell: bar, navigation by role, and the sheet on which every screen stands. */
@Layout
@PermitAll
@JsModule("./shell/baton-search.ts")
// The search field comes through an interface, behind which the bundler cannot see what it is made of.
@Uses(ComboBox.class)
@JsModule("./lit-renderer.ts")
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final long serialVersionUID = 1;

    private final Main sheet = new Main();
    private final Navigation navigation;
    private final transient Texts texts;

    MainLayout(
            ShellUser user,
            ObjectProvider<ShellSearch> search,
            ObjectProvider<ShellBell> bells,
            ObjectProvider<NavigationFoot> foot,
            Texts texts) {
        this.texts = texts;
        sheet.addClassName("sheet");
        // Not a stop for the tab key, but a place the skip link can put the focus.
        sheet.getElement().setAttribute("tabindex", "-1");
        navigation = new Navigation(foot);
        addToNavbar(skipLink(), new ShellBar(user, search, bells));
        addToDrawer(navigation);
        setContent(sheet);
    }

    private NativeButton skipLink() {
        NativeButton skip = new NativeButton(
                getTranslation("shell.skip"), click -> sheet.getElement().callJsFunction("focus"));
        skip.addClassName("skip-link");
        return skip;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        sheet.removeAll();
        if (content != null) {
            sheet.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        sheet.removeAll();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        navigation.update(event.getLocation().getPath());
        UI ui = event.getLocationChangeEvent().getUI();
        // Flow sets the annotation's text as it stands, after this; ours has to come later.
        title().ifPresent(title ->
                ui.beforeClientResponse(this, response -> ui.getPage().setTitle(title)));
        if (isOverlay()) {
            setDrawerOpened(false);
        }
    }

    /** A view's title is a key of the message files, or, where it depends on what is shown, the words themselves. */
    private Optional<String> title() {
        return sheet.getChildren()
                .findFirst()
                .flatMap(view -> MenuConfiguration.getPageHeader(view))
                .map(title -> texts.has(getLocale(), title) ? texts.text(getLocale(), title) : title)
                .map(title -> getTranslation("shell.title", title));
    }
}
