package nl.baton.handoff.ui;

import com.vaadin.flow.component.html.Div;
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
import nl.baton.base.ui.Tile;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.ui.HandoffsReading.Overview;
import nl.baton.handoff.ui.HeatMap.Ends;
import org.jspecify.annotations.Nullable;

/** Where handoffs break: the figures, who passes to whom, the lanes to mend first, and the one that was chosen. */
@Route("handoffs")
@PageTitle("handoff.menu")
@Menu(title = "handoff.menu", order = 20, icon = Glyph.HANDOFF)
@RolesAllowed({"AGENT", "MARKETER", "EXECUTIVE", "LEAD", "STEWARD"})
public class HandoffsView extends Div implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;

    private final transient HandoffsReading reading;
    private final transient HandoffWords words;
    private final transient CustomerScreen screen;
    private final transient Background background;
    private final FilterBar filters;
    private final Tile<Overview> overview;
    private final Div below = new Div();
    private @Nullable OverviewPanel panel;
    private @Nullable HandoffsState shown;

    HandoffsView(HandoffsReading reading, HandoffWords words, CustomerScreen screen, Background background) {
        this.screen = screen;
        this.reading = reading;
        this.words = words;
        this.background = background;
        addClassName("handoffs-view");
        below.addClassName("below");
        filters = new FilterBar(reading.journeyTypes(), reading.rules(), words, this::go);
        overview = new Tile<>(background, () -> reading.overview(HandoffsReading.NOTHING_CHOSEN), this::render)
                .withPatience(getTranslation("handoff.patience"));
        add(filters, overview, below);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        HandoffsState state = HandoffsState.of(event.getLocation().getQueryParameters());
        boolean same = state.sameFigures(shown);
        shown = state;
        if (same && panel != null) {
            panel.select(chosen(panel.overview(), state));
            showBelow(panel.overview());
        } else {
            below.removeAll();
            overview.load(() -> reading.overview(state));
        }
    }

    private Div render(Overview loaded) {
        HandoffsState state = Objects.requireNonNull(shown);
        filters.show(state, loaded);
        OverviewPanel fresh = new OverviewPanel(loaded, state, reading, words, this::go);
        panel = fresh;
        fresh.select(chosen(loaded, state));
        showBelow(loaded);
        return fresh;
    }

    private void showBelow(Overview loaded) {
        HandoffsState state = Objects.requireNonNull(shown);
        below.removeAll();
        LaneFigures lane = loaded.lane(chosen(loaded, state));
        if (lane != null) {
            HandoffsState own =
                    state.withLane(new Ends(lane.from().id(), lane.to().id()));
            below.add(new LanePanel(lane, loaded, own, reading, words, background, this::go));
        }
        if (state.lane() != null && lane == null && loaded.ranking() != null) {
            below.add(new EmptyState(
                    getTranslation("handoff.lane.none-here"), getTranslation("handoff.lane.none-here.next")));
        } else if (reading.isList(state.show()) && reading.leadsToRecords(loaded, lane)) {
            below.add(new EvidencePanel(lane, loaded.filter(), state, reading, words, screen, this::go));
        }
    }

    /** The lane to mend first, until another is chosen or a list of all lanes is asked for. */
    private static @Nullable Ends chosen(Overview loaded, HandoffsState state) {
        if (state.lane() != null || state.show() != null || loaded.ranking() == null) {
            return state.lane();
        }
        return loaded.ranking().lanes().stream()
                .findFirst()
                .map(lane -> new Ends(lane.from().id(), lane.to().id()))
                .orElse(null);
    }

    private void go(HandoffsState state) {
        getUI().ifPresent(ui -> ui.navigate(HandoffsView.class, state.query()));
    }
}
