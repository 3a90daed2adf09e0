package nl.baton.intake.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import nl.baton.base.Background;
import nl.baton.base.BatonProperties;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.LiveNews;
import nl.baton.base.ui.LiveNote;
import nl.baton.intake.Import;
import nl.baton.intake.Imports;

/** Imports of files: all of them, a new one, or the one that the address names. */
@Route("imports/:import?")
@PageTitle("intake.menu")
@Menu(title = "intake.menu", order = 60, icon = Glyph.IMPORT)
@RolesAllowed("STEWARD")
public class ImportsView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;
    private static final String NEW = "new";

    private final transient Imports imports;
    private final transient Background background;
    private final transient LiveNews news;
    private final ZoneId zone;

    ImportsView(Imports imports, BatonProperties properties, Background background, LiveNews news) {
        this.imports = imports;
        this.background = background;
        this.news = news;
        this.zone = properties.zone();
        addClassName("imports-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String shown = event.getRouteParameters().get("import").orElse("");
        if (shown.equals(NEW)) {
            add(new NewImportPanel(imports, zone, begun -> go(begun.id())));
        } else {
            // An address of an import that there is not, or not any more, leads to those there are.
            imports.get(shown).ifPresentOrElse(this::show, this::showAll);
        }
    }

    private void show(Import chosen) {
        add(new ImportPanel(imports, chosen, zone, () -> go(NEW)));
    }

    private void showAll() {
        ImportListPanel all = new ImportListPanel(imports, zone, () -> go(NEW), chosen -> go(chosen.id()));
        LiveNote<Long> live = new LiveNote<>(
                news, background, LiveNews.News::moved, () -> imports.page(0, 1).total(), total -> all.refresh());
        add(live, all);
    }

    private void go(String where) {
        getUI().ifPresent(ui -> ui.navigate(ImportsView.class, new RouteParameters("import", where)));
    }
}
