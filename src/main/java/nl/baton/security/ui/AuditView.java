package nl.baton.security.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import nl.baton.base.BatonProperties;
import nl.baton.base.Formats;
import nl.baton.base.Texts;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.FilterButton;
import nl.baton.base.ui.FilterRow;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.ScreenHead;
import nl.baton.security.AuditTrail;

/** Who did what, newest first. */
@Route("audit")
@PageTitle("security.audit.menu")
@Menu(title = "security.audit.menu", order = 85, icon = Glyph.AUDIT)
@RolesAllowed("ADMIN")
public class AuditView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;
    private static final String ACTION = "action";

    private final transient AuditTrail trail;
    private final transient Texts texts;
    private final transient BatonProperties properties;
    private final Grid<AuditTrail.Entry> grid = new Grid<>();
    private final Div top = new Div();
    private String action = "";

    AuditView(AuditTrail trail, Texts texts, BatonProperties properties) {
        this.trail = trail;
        this.texts = texts;
        this.properties = properties;
        addClassNames("list", "audit-view");
        columns();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItems(query -> trail.page(action, query.getOffset(), query.getLimit()).items().stream(), query ->
                (int) trail.page(action, 0, 1).total());
        grid.setEmptyStateComponent(
                new EmptyState(getTranslation("security.audit.empty"), getTranslation("security.audit.empty.next")));
        add(top, grid);
    }

    private void columns() {
        Formats formats = Formats.of(getLocale());
        grid.addColumn(entry -> formats.dateTime(entry.at(), properties.zone()))
                .setHeader(getTranslation("security.audit.at"))
                .setWidth("160px")
                .setFlexGrow(0)
                .setFrozen(true);
        grid.addColumn(AuditTrail.Entry::username)
                .setHeader(getTranslation("security.audit.who"))
                .setWidth("140px");
        grid.addColumn(entry -> words(entry.action()))
                .setHeader(getTranslation("security.audit.action"))
                .setWidth("170px");
        grid.addColumn(AuditTrail.Entry::subject)
                .setHeader(getTranslation("security.audit.subject"))
                .setWidth("160px");
        grid.addColumn(entry -> entry.reason() == null ? "" : entry.reason())
                .setHeader(getTranslation("security.audit.reason"))
                .setWidth("200px")
                .setFlexGrow(2);
    }

    /** A module that forgot the words shows its code. */
    private String words(String code) {
        String key = "audit.action." + code;
        if (code.isEmpty()) {
            return getTranslation("security.audit.all");
        }
        return texts.has(getLocale(), key) ? texts.text(getLocale(), key) : code;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        action = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ACTION)
                .orElse("");
        List<String> options = new ArrayList<>(trail.actions());
        options.addFirst("");
        FilterButton filter = new FilterButton(getTranslation("security.audit.filter"), words(action))
                .choosing(options, action, this::words, this::go);
        top.removeAll();
        top.add(new ScreenHead(
                getTranslation("security.audit.sentence", trail.page("", 0, 1).total()), new FilterRow(filter)));
        grid.getDataProvider().refreshAll();
    }

    private void go(String chosen) {
        QueryParameters query = chosen.isEmpty() ? QueryParameters.empty() : QueryParameters.of(ACTION, chosen);
        getUI().ifPresent(ui -> ui.navigate(AuditView.class, RouteParameters.empty(), query));
    }
}
