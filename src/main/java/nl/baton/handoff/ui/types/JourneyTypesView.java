package nl.baton.handoff.ui.types;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import nl.baton.base.Background;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.LiveNews;
import nl.baton.base.ui.LiveNote;
import nl.baton.base.ui.Tile;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.handoff.CourseFigures;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.ui.types.TypesReading.Loaded;
import org.jspecify.annotations.Nullable;

/** Journey types: how departments agreed that journeys go, and how they went. What is shown stands in the URL. */
@Route("journey-types")
@PageTitle("types.menu")
@Menu(title = "types.menu", order = 25, icon = Glyph.JOURNEY_TYPE)
@RolesAllowed({"AGENT", "EXECUTIVE", "LEAD"})
public class JourneyTypesView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;

    private final transient TypesReading reading;
    private final transient HandoffWords waits;
    private final transient CustomerScreen screen;
    private final TypesHead head;
    private final Div note = new Div();
    private final Tile<Loaded> tile;
    private final Div below = new Div();
    private volatile @Nullable TypesState shown;
    private transient @Nullable Loaded loaded;

    /** What is on the screen, read anew. */
    private record Fresh(TypesState state, Loaded loaded) {}

    JourneyTypesView(
            TypesReading reading, HandoffWords waits, CustomerScreen screen, Background background, LiveNews news) {
        this.reading = reading;
        this.waits = waits;
        this.screen = screen;
        addClassName("types-view");
        head = new TypesHead(this::go);
        note.addClassName("panel-note");
        note.getElement().setAttribute("role", "status");
        tile = new Tile<>(background, () -> reading.load(Objects.requireNonNull(shown)), this::render)
                .withPatience(getTranslation("types.patience"));
        add(
                head,
                new LiveNote<>(news, background, LiveNews.News::moved, this::readAnew, this::update),
                note,
                tile,
                below);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        TypesState state = TypesState.of(event.getLocation().getQueryParameters());
        boolean same = state.sameFigures(shown);
        boolean planned = shown != null && shown.edit() != state.edit();
        shown = state;
        if (same && loaded != null && !planned) {
            showBelow(loaded, state);
        } else {
            below.removeAll();
            tile.load(() -> reading.load(state));
        }
    }

    private Component render(Loaded fresh) {
        TypesState state = Objects.requireNonNull(shown);
        loaded = fresh;
        head.show(state, fresh, reading.types());
        showBelow(fresh, state);
        return content(fresh, state);
    }

    private Component content(Loaded fresh, TypesState state) {
        CourseFigures one = fresh.one();
        if (state.type() != null && one == null) {
            return new EmptyState(getTranslation("types.unknown"), getTranslation("types.unknown.next"));
        }
        if (one == null) {
            return fresh.types().isEmpty()
                    ? new EmptyState(getTranslation("types.no-types"), getTranslation("types.no-types.next"))
                    : new TypeTable(fresh, state, new TypesWords(this, getLocale()));
        }
        Div content = new Div();
        if (!fresh.leads()) {
            Paragraph totals = new Paragraph(getTranslation("types.totals-only"));
            totals.addClassNames("quiet", "small");
            content.add(totals);
        }
        if (state.edit() && fresh.plans()) {
            content.add(new PlanPanel(one.type(), fresh, reading, () -> saved(state), () -> go(state.editing(false))));
        } else if (fresh.plans()) {
            Button change = new Button(getTranslation("types.plan.change"), click -> {
                note.removeAll();
                go(state.editing(true));
            });
            Div actions = new Div(change);
            actions.addClassName("actions");
            content.add(actions);
        }
        content.add(new TypePanel(one, fresh, state, this::go));
        return content;
    }

    private void saved(TypesState state) {
        note.setText(getTranslation("types.plan.saved"));
        go(state.editing(false));
    }

    private void showBelow(Loaded fresh, TypesState state) {
        below.removeAll();
        CourseFigures one = fresh.one();
        if (one != null && fresh.leads()) {
            state.list()
                    .ifPresent(list ->
                            below.add(new CoursePanel(one, fresh, state, list, reading, waits, screen, this::go)));
        }
    }

    private Fresh readAnew() {
        TypesState state = Objects.requireNonNull(shown);
        return new Fresh(state, reading.load(state));
    }

    /** Only what has moved is drawn anew; what somebody is filling in stays as it is. */
    private void update(Fresh fresh) {
        if (fresh.state().equals(shown)
                && !fresh.state().edit()
                && !fresh.loaded().equals(loaded)) {
            tile.load(fresh::loaded);
        }
    }

    private void go(TypesState state) {
        getUI().ifPresent(ui -> ui.navigate(JourneyTypesView.class, state.query()));
    }
}
