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

    private final transient AuditTrail trail;
    private final transient Texts texts;
    private final transient BatonProperties properties;
    private final Grid<AuditTrail.Entry> grid = new Grid<>();
    private final Div top = new Div();
    private final AuditSearch search = new AuditSearch(this::go);
    private transient AuditTrail.Filter filter = AuditTrail.Filter.ALL;

    AuditView(AuditTrail trail, Texts texts, BatonProperties properties) {
        this.trail = trail;
        this.texts = texts;
        this.properties = properties;
        addClassNames("list", "audit-view");
        columns();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItems(query -> trail.page(filter, query.getOffset(), query.getLimit()).items().stream(), query ->
                (int) trail.page(filter, 0, 1).total());
        grid.setEmptyStateComponent(
                new EmptyState(getTranslation("security.audit.empty"), getTranslation("security.audit.empty.next")));
        add(top, search, grid);
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
        filter = search.read(event.getLocation());
        List<String> options = new ArrayList<>(trail.actions());
        options.addFirst("");
        FilterButton actions = new FilterButton(getTranslation("security.audit.filter"), words(filter.action()))
                .choosing(options, filter.action(), this::words, chosen -> go(search.with(chosen)));
        boolean all = filter.equals(AuditTrail.Filter.ALL);
        top.removeAll();
        top.add(new ScreenHead(
                getTranslation(
                        all ? "security.audit.sentence" : "security.audit.found",
                        trail.page(filter, 0, 1).total()),
                new FilterRow(actions)));
        grid.getDataProvider().refreshAll();
    }

    private void go(QueryParameters query) {
        getUI().ifPresent(ui -> ui.navigate(AuditView.class, RouteParameters.empty(), query));
    }
}
