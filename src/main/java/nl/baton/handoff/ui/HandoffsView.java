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
import nl.baton.base.Page;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.LiveNews;
import nl.baton.base.ui.LiveNote;
import nl.baton.base.ui.Tile;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.handoff.HandoffEvidence;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.LaneDetails;
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
    private final transient AgreementReading agreements;
    private final transient VerdictReading verdicts;
    private final LiveNote<Fresh> live;
    private final FilterBar filters;
    private final Tile<Overview> overview;
    private final Div below = new Div();
    private @Nullable OverviewPanel panel;
    private @Nullable LanePanel lanePanel;
    private @Nullable AgreementPanel agreement;
    private volatile @Nullable EvidencePanel evidence;
    private volatile @Nullable HandoffsState shown;
    private volatile @Nullable Ends chosen;

    /** All that is on the screen, read anew. */
    private record Fresh(
            HandoffsState state,
            Overview overview,
            @Nullable LaneFigures lane,
            @Nullable LaneDetails details,
            @Nullable EvidencePanel list,
            @Nullable Page<HandoffEvidence> handoffs) {}

    HandoffsView(
            HandoffsReading reading,
            AgreementReading agreements,
            VerdictReading verdicts,
            HandoffWords words,
            DownloadMenu downloads,
            CustomerScreen screen,
            Background background,
            LiveNews news) {
        this.agreements = agreements;
        this.verdicts = verdicts;
        this.screen = screen;
        this.reading = reading;
        this.words = words;
        this.background = background;
        addClassName("handoffs-view");
        below.addClassName("below");
        filters = new FilterBar(reading, words, downloads, this::go);
        overview = new Tile<>(background, () -> reading.overview(HandoffsReading.NOTHING_CHOSEN), this::render)
                .withPatience(getTranslation("handoff.patience"));
        live = new LiveNote<>(news, background, LiveNews.News::moved, this::readAnew, this::update);
        add(filters, live, overview, below);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        HandoffsState state = HandoffsState.of(event.getLocation().getQueryParameters());
        boolean same = state.sameFigures(shown);
        shown = state;
        OverviewPanel stays = panel;
        if (same && stays != null) {
            choose(stays.overview());
            stays.select(chosen);
            showBelow(stays.overview());
        } else {
            below.removeAll();
            evidence = null;
            overview.load(() -> reading.overview(state));
        }
    }

    private Div render(Overview loaded) {
        HandoffsState state = Objects.requireNonNull(shown);
        filters.show(state, loaded);
        OverviewPanel fresh = new OverviewPanel(loaded, state, reading, words, this::go);
        panel = fresh;
        choose(loaded);
        fresh.select(chosen);
        showBelow(loaded);
        return fresh;
    }

    private void showBelow(Overview loaded) {
        HandoffsState state = Objects.requireNonNull(shown);
        below.removeAll();
        lanePanel = null;
        agreement = null;
        evidence = null;
        LaneFigures lane = loaded.lane(chosen);
        if (lane != null) {
            HandoffsState own =
                    state.withLane(new Ends(lane.from().id(), lane.to().id()));
            LanePanel one = new LanePanel(lane, loaded, own, reading, words, background, this::go);
            lanePanel = one;
            agreement = agreements
                    .panel(lane, loaded.filter(), own, reading.leadsToRecords(loaded, lane))
                    .orElse(null);
            if (agreement != null) {
                one.add(agreement);
            }
            below.add(one);
        }
        if (state.lane() != null && lane == null && loaded.ranking() != null) {
            below.add(new EmptyState(
                    getTranslation("handoff.lane.none-here"), getTranslation("handoff.lane.none-here.next")));
        } else if (reading.isList(state.show()) && reading.leadsToRecords(loaded, lane)) {
            EvidencePanel list = new EvidencePanel(lane, loaded.filter(), state, reading, verdicts, screen, this::go);
            evidence = list;
            below.add(list);
        }
    }

    /** What is on the screen now, as it stands in the database; off the UI's thread. */
    private Fresh readAnew() {
        HandoffsState state = Objects.requireNonNull(shown);
        EvidencePanel list = evidence;
        Overview fresh = reading.overview(state);
        LaneFigures lane = fresh.lane(chosen);
        return new Fresh(
                state,
                fresh,
                lane,
                lane == null ? null : reading.details(fresh.filter(), lane),
                list,
                list == null ? null : list.first());
    }

    /** In place, so that scroll, focus, selection and what is being typed stay; what was left meanwhile is let go. */
    private void update(Fresh fresh) {
        OverviewPanel stays = panel;
        if (stays == null || !fresh.state().sameFigures(shown)) {
            return;
        }
        filters.update(fresh.overview());
        if (!stays.update(fresh.overview())) {
            overview.load(fresh::overview);
            return;
        }
        LaneFigures lane = fresh.lane();
        LaneDetails details = fresh.details();
        if (lane != null
                && details != null
                && lanePanel != null
                && lane.equals(fresh.overview().lane(chosen))) {
            lanePanel.update(lane, details);
            if (agreement != null) {
                agreement.update(lane);
            }
        } else if (lanePanel == null && fresh.overview().lane(chosen) != null) {
            showBelow(fresh.overview());
        }
        if (fresh.handoffs() != null && fresh.list() != null && fresh.list() == evidence) {
            fresh.list().update(fresh.handoffs());
        }
    }

    /** The lane to mend first, until another is chosen or a list of all lanes is asked for. */
    private void choose(Overview loaded) {
        HandoffsState state = Objects.requireNonNull(shown);
        if (state.lane() != null || state.show() != null || loaded.ranking() == null) {
            chosen = state.lane();
            return;
        }
        chosen = loaded.ranking().lanes().stream()
                .findFirst()
                .map(lane -> new Ends(lane.from().id(), lane.to().id()))
                .orElse(null);
    }

    private void go(HandoffsState state) {
        getUI().ifPresent(ui -> ui.navigate(HandoffsView.class, state.query()));
    }
}
