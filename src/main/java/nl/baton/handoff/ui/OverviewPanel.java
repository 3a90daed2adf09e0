package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import nl.baton.base.Formats;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.Figures;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.ui.HandoffsReading.Overview;
import nl.baton.handoff.ui.HeatMap.Ends;
import org.jspecify.annotations.Nullable;

/** The figures in a line; below them where it breaks, beside which lanes to mend first. */
final class OverviewPanel extends Div {

    private static final long serialVersionUID = 1;

    private transient Overview loaded;
    private final transient HandoffsState state;
    private final SerializableConsumer<HandoffsState> go;
    private final Div map = new Div();
    private final Div columns = new Div();
    private final Paragraph key = new Paragraph();
    private @Nullable Figures figures;
    private @Nullable HeatMap heat;
    private @Nullable LaneGrid grid;
    private @Nullable Ends selected;

    OverviewPanel(
            Overview loaded,
            HandoffsState state,
            HandoffsReading reading,
            HandoffWords words,
            SerializableConsumer<HandoffsState> go) {
        this.loaded = loaded;
        this.state = state;
        this.go = go;
        addClassName("overview");
        if (loaded.summary().handoffs() == 0) {
            add(nothing());
            return;
        }
        Figures all = OverviewFigures.of(loaded, state, this, getLocale());
        figures = all;
        add(all);
        if (loaded.ranking() == null) {
            Paragraph totals = new Paragraph(getTranslation("handoff.totals-only"));
            totals.addClassNames("totals-only", "quiet");
            add(totals);
        } else {
            fill(reading);
            add(columns);
        }
    }

    Overview overview() {
        return loaded;
    }

    /** Shows moved figures in place; false where there is another picture to be drawn. */
    boolean update(Overview fresh) {
        if (figures == null
                || fresh.summary().handoffs() == 0
                || (fresh.ranking() == null) != (grid == null)
                || (fresh.stake() == null) != (loaded.stake() == null)) {
            return figures == null && fresh.summary().handoffs() == 0;
        }
        loaded = fresh;
        figures.takeOver(OverviewFigures.of(fresh, state, this, getLocale()));
        if (grid != null) {
            grid.update(fresh);
            showAverage();
            if (heat == null) {
                drawMap(HeatDrawing.fits(fresh));
            } else {
                heat.show(HeatDrawing.of(fresh, selected, getLocale(), this));
            }
        }
        return true;
    }

    /** Marks the chosen lane in the map and in the list. */
    void select(@Nullable Ends lane) {
        selected = lane;
        if (grid != null) {
            drawMap(HeatDrawing.fits(loaded));
            grid.choose(loaded.lane(lane));
        }
    }

    private Component nothing() {
        if (loaded.last() == null) {
            return new EmptyState(getTranslation("handoff.none-at-all"), getTranslation("handoff.none-at-all.next"));
        }
        return new EmptyState(
                getTranslation("handoff.none-here"),
                getTranslation("handoff.none-here.next", Formats.of(getLocale()).longDate(loaded.last())),
                new Button(
                        getTranslation("handoff.none-here.all"),
                        click -> go.accept(HandoffsReading.NOTHING_CHOSEN
                                .withGrain(state.grain())
                                .withPeriod(HandoffsState.ALL))));
    }

    private void fill(HandoffsReading reading) {
        LaneGrid lanes = new LaneGrid(loaded, reading, lane -> go.accept(state.withLane(lane)));
        grid = lanes;
        Section where = new Section(new H2(getTranslation("handoff.map.title")), map);
        where.addClassName("where");
        Section ranked = new Section(heading(lanes), lanes, key);
        ranked.addClassName("ranked");
        columns.add(where, ranked);
        columns.addClassName("columns");
        showAverage();
    }

    private void showAverage() {
        double overall = loaded.ranking() == null ? 0 : loaded.ranking().overall();
        key.setText(getTranslation(
                LaneWorth.hasStakes(loaded) ? "handoff.lanes.key.stake" : "handoff.lanes.key",
                Formats.of(getLocale()).percent(overall, 1)));
        columns.setClassName("wide-map", HeatDrawing.unitsOf(loaded).size() > HeatDrawing.ROOMY);
    }

    private Component heading(LaneGrid lanes) {
        TextField find = new TextField();
        find.setPlaceholder(getTranslation("handoff.lanes.find"));
        find.setAriaLabel(getTranslation("handoff.lanes.find"));
        find.setClearButtonVisible(true);
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.addValueChangeListener(change -> lanes.find(change.getValue()));
        Div heading = new Div(new H2(getTranslation("handoff.lanes.title")), find);
        heading.addClassName("section-head");
        return heading;
    }

    private void drawMap(boolean wanted) {
        map.removeAll();
        heat = null;
        if (wanted) {
            HeatMap drawn = new HeatMap(HeatDrawing.of(loaded, selected, getLocale(), this));
            drawn.addSelectListener(choice -> go.accept(state.withLane(new Ends(choice.from(), choice.to()))));
            map.add(drawn);
            heat = drawn;
        } else {
            map.add(new Span(getTranslation(
                    "handoff.map.too-many", HeatDrawing.unitsOf(loaded).size())));
            map.add(new Button(getTranslation("handoff.map.largest"), click -> drawMap(true)));
        }
    }
}
