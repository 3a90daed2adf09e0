package nl.baton.journey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import nl.baton.base.Background;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.FilterButton;
import nl.baton.base.ui.FilterRow;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.LiveNews;
import nl.baton.base.ui.LiveNote;
import nl.baton.base.ui.ScreenHead;
import nl.baton.journey.ui.PromisesReading.Row;

/** What the user's department has promised customers and still has to keep, the first due first. */
@Route("promises")
@PageTitle("journey.promises.menu")
@Menu(title = "journey.promises.menu", order = 30, icon = Glyph.PROMISE)
@RolesAllowed({"AGENT", "LEAD"})
public class PromisesView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;
    private static final String SHOW = "show";
    private static final String ALL = "all";
    private static final String LATELY = "lately";

    private final transient PromisesReading reading;
    private final Div top = new Div();
    private final Div place = new Div();
    private final LiveNote<Long> live;
    private ScreenHead head = new ScreenHead("");
    private volatile boolean all;
    private long total;

    PromisesView(PromisesReading reading, Background background, LiveNews news) {
        this.reading = reading;
        live = new LiveNote<>(news, background, LiveNews.News::moved, () -> reading.count(all), this::show);
        addClassNames("promises-view", "list");
        place.addClassName("promise-place");
        add(top, live, place);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        all = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SHOW)
                .filter(ALL::equals)
                .isPresent();
        String chosen = all ? ALL : LATELY;
        FilterButton filter = new FilterButton(getTranslation("journey.promises.show"), words(chosen))
                .choosing(List.of(LATELY, ALL), chosen, this::words, this::go);
        head = new ScreenHead("", new FilterRow(filter));
        top.removeAll();
        top.add(head);
        place.removeAll();
        show(reading.count(all));
    }

    private String words(String which) {
        return getTranslation("journey.promises.show." + which);
    }

    private void go(String which) {
        QueryParameters query = which.equals(ALL) ? QueryParameters.of(SHOW, ALL) : QueryParameters.empty();
        getUI().ifPresent(ui -> ui.navigate(PromisesView.class, query));
    }

    /** Where one is in the list stays. */
    private void show(long count) {
        total = count;
        head.setSentence(
                reading.atHome()
                        ? getTranslation("journey.promises.sentence", count)
                        : getTranslation("journey.promises.homeless"));
        if (count == 0) {
            place.removeAll();
            place.add(new EmptyState(
                    getTranslation("journey.promises.none"), getTranslation("journey.promises.none.next")));
        } else if (place.getChildren().findFirst().orElse(null) instanceof Grid<?> grid) {
            grid.getDataProvider().refreshAll();
        } else {
            place.removeAll();
            place.add(grid());
        }
    }

    private Grid<Row> grid() {
        Grid<Row> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addClassName("promise-grid");
        grid.getElement().setAttribute("aria-label", getTranslation("journey.promises.menu"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItems(query -> reading.rows(all, query.getOffset(), query.getLimit()).stream(), query -> (int) total);
        grid.addComponentColumn(this::row);
        return grid;
    }

    private Component row(Row row) {
        Span due = new Span(PromiseWords.due(row.due().promise().due(), reading.zone(), getLocale(), this));
        due.addClassName("quiet");
        Component who = reading.link(row);
        Span what = new Span(row.due().promise().text());
        what.addClassName("what");
        Span journey = new Span(row.due().typeName() + " " + row.due().caseNumber());
        journey.addClassName("quiet");
        Div about = new Div(what, journey);
        about.addClassName("two-lines");
        if (row.due().onItsWay()) {
            Span waiting = new Span(getTranslation("journey.promises.on-its-way"));
            waiting.addClassNames("small", "on-its-way");
            about.add(waiting);
        }
        Div line =
                new Div(PromiseWords.state(row.due().promise(), reading.now(), reading.zone(), this), due, about, who);
        line.addClassName("promise-row");
        return line;
    }
}
