package nl.baton.handoff.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.base.ui.DepartmentLabel;
import nl.baton.handoff.HandoffFigures.Sort;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFigures.Verdict;
import nl.baton.handoff.ui.HandoffsReading.Overview;
import nl.baton.handoff.ui.HeatMap.Ends;
import org.jspecify.annotations.Nullable;

/** The lanes, those to mend first; loaded as they are scrolled to. */
@JsModule("./charts/interval.ts")
final class LaneGrid extends Grid<LaneFigures> {

    private static final long serialVersionUID = 1;
    private static final int PHONE = 800;

    private transient Overview loaded;
    private final transient Formats formats;
    private final transient LaneWorth worth;
    private final Element scale = new Element("baton-interval-axis");
    private Map<Long, Integer> ranks;
    private final List<Column<LaneFigures>> wide;
    private final Column<LaneFigures> excess;
    private final Column<LaneFigures> stake;
    private final Column<LaneFigures> narrow;
    private boolean phone;
    private double overall;
    private double axis;
    private String part = "";

    LaneGrid(Overview loaded, HandoffsReading reading, SerializableConsumer<Ends> choose) {
        this.loaded = loaded;
        this.formats = Formats.of(getLocale());
        this.worth = new LaneWorth(this, getLocale());
        List<LaneFigures> lanes =
                loaded.ranking() == null ? List.of() : loaded.ranking().lanes();
        ranks = HeatDrawing.ranks(lanes);
        overall = loaded.ranking() == null ? 0 : loaded.ranking().overall();
        axis = LaneWorth.axis(lanes);
        addClassName("lane-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        wide = List.of(rank(), name(), broken(), handoffs(), waits());
        excess = excess();
        stake = stake();
        narrow = onPhone();
        // by its id, so that a lane stays chosen when its figures move
        setItems(new CallbackDataProvider<LaneFigures, Void>(
                query -> reading
                        .lanes(
                                this.loaded.filter(),
                                part,
                                sortOf(query.getSortOrders()),
                                ascending(query.getSortOrders()),
                                query.getOffset(),
                                query.getLimit())
                        .items()
                        .stream(),
                query -> (int) reading.lanes(this.loaded.filter(), part, Sort.RANK, false, 0, 1)
                        .total(),
                LaneFigures::laneId));
        setEmptyStateText(getTranslation("handoff.lanes.none"));
        addSelectionListener(selected -> {
            if (selected.isFromClient()) {
                selected.getFirstSelectedItem()
                        .ifPresent(lane -> choose.accept(
                                new Ends(lane.from().id(), lane.to().id())));
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var size = attached.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> {
            phone = size.get().width() < PHONE;
            wide.forEach(column -> column.setVisible(!phone));
            narrow.setVisible(phone);
            setClassName("phone", phone);
            showWorth();
        });
    }

    /** What the ranking goes by: value at stake where that is known, else the broken handoffs above the average. */
    private void showWorth() {
        stake.setVisible(!phone && LaneWorth.hasStakes(loaded));
        excess.setVisible(!phone && !LaneWorth.hasStakes(loaded));
    }

    /** Narrows the list to lanes with this in the name of either end. */
    void find(String text) {
        part = text;
        getDataProvider().refreshAll();
    }

    /** Shows moved figures; what is chosen, searched for and scrolled to stays. */
    void update(Overview fresh) {
        loaded = fresh;
        List<LaneFigures> lanes =
                fresh.ranking() == null ? List.of() : fresh.ranking().lanes();
        ranks = HeatDrawing.ranks(lanes);
        overall = fresh.ranking() == null ? 0 : fresh.ranking().overall();
        axis = LaneWorth.axis(lanes);
        scale.setProperty("max", axis);
        showWorth();
        getDataProvider().refreshAll();
    }

    void choose(@Nullable LaneFigures lane) {
        if (lane == null) {
            deselectAll();
        } else {
            select(lane);
        }
    }

    private static Sort sortOf(List<QuerySortOrder> orders) {
        return orders.isEmpty() ? Sort.RANK : Sort.valueOf(orders.getFirst().getSorted());
    }

    private static boolean ascending(List<QuerySortOrder> orders) {
        return !orders.isEmpty() && orders.getFirst().getDirection() == SortDirection.ASCENDING;
    }

    private Column<LaneFigures> rank() {
        return addColumn(LitRenderer.<LaneFigures>of("<span class='rank ${item.top}'>${item.rank}</span>")
                        .withProperty(
                                "rank",
                                lane -> ranks.getOrDefault(lane.laneId(), 0) == 0 ? "" : ranks.get(lane.laneId()))
                        .withProperty("top", lane -> ranks.containsKey(lane.laneId()) ? "top" : ""))
                .setWidth("40px")
                .setFlexGrow(0);
    }

    private static final String LANE = """
            <span class='lane'><span class='department ${item.fromColour}'>${item.from}</span>\
            <span class='arrow' role='img' aria-label='${item.toward}'>→</span>\
            <span class='department ${item.toColour}'>${item.to}</span></span>""";

    private LitRenderer<LaneFigures> lane(String template) {
        return LitRenderer.<LaneFigures>of(template)
                .withProperty("from", lane -> lane.from().name())
                .withProperty("to", lane -> lane.to().name())
                .withProperty(
                        "fromColour",
                        lane -> DepartmentLabel.classNames(lane.from().slot()))
                .withProperty(
                        "toColour", lane -> DepartmentLabel.classNames(lane.to().slot()))
                .withProperty("toward", lane -> getTranslation("shell.lane.to"));
    }

    private Column<LaneFigures> name() {
        return addColumn(lane(LANE))
                .setHeader(getTranslation("handoff.lanes.lane"))
                .setFlexGrow(1)
                .setWidth("132px");
    }

    private Column<LaneFigures> broken() {
        Span header = new Span(getTranslation("handoff.lanes.broken"));
        scale.setProperty("max", axis);
        scale.setProperty("lang", getLocale().getLanguage());
        header.addClassName("interval-head");
        header.getElement().appendChild(scale);
        return addColumn(LitRenderer.<LaneFigures>of("""
                        <baton-interval .share=${item.share} .low=${item.low} .high=${item.high} .mean=${item.mean}
                            .max=${item.max} .broken=${item.broken} .label=${item.label}></baton-interval>""")
                        .withProperty("share", lane -> lane.rate().share())
                        .withProperty("low", lane -> low(lane))
                        .withProperty("high", lane -> high(lane))
                        .withProperty("mean", lane -> overall)
                        .withProperty("max", lane -> axis)
                        .withProperty("broken", lane -> lane.verdict() == Verdict.STANDS_OUT)
                        .withProperty("label", this::share))
                .setHeader(header)
                .setSortProperty(Sort.RATE.name())
                .setSortable(true)
                .setWidth("142px")
                .setFlexGrow(0);
    }

    private static @Nullable Double low(LaneFigures lane) {
        Interval interval = lane.rate().interval();
        return interval == null ? null : interval.low();
    }

    private static @Nullable Double high(LaneFigures lane) {
        Interval interval = lane.rate().interval();
        return interval == null ? null : interval.high();
    }

    /** "31.1 % of 1,204; 28.5–33.8". */
    private String share(LaneFigures lane) {
        Double share = lane.rate().share();
        Interval interval = lane.rate().interval();
        return share == null || interval == null
                ? getTranslation("handoff.figure.nothing-judged")
                : getTranslation(
                        "handoff.lanes.share",
                        formats.percent(share, 1),
                        formats.number(lane.rate().judged()),
                        formats.percentRange(interval, 1));
    }

    private Column<LaneFigures> handoffs() {
        return addColumn(lane -> formats.number(lane.handoffs()))
                .setHeader(getTranslation("handoff.lanes.n"))
                .setTextAlign(ColumnTextAlign.END)
                .setSortProperty(Sort.HANDOFFS.name())
                .setSortable(true)
                .setWidth("64px")
                .setFlexGrow(0);
    }

    private Column<LaneFigures> waits() {
        return addColumn(this::wait)
                .setHeader(getTranslation("handoff.lanes.wait"))
                .setTextAlign(ColumnTextAlign.END)
                .setSortProperty(Sort.WAIT.name())
                .setSortable(true)
                .setWidth("100px")
                .setFlexGrow(0);
    }

    private String wait(LaneFigures lane) {
        Double p50 = lane.waits().p50();
        Double p90 = lane.waits().p90();
        return p50 == null || p90 == null
                ? ""
                : HandoffCharts.duration(formats, p50) + " · " + HandoffCharts.duration(formats, p90);
    }

    private Column<LaneFigures> excess() {
        return addColumn(LitRenderer.<LaneFigures>of("<span class='verdict ${item.kind}'>${item.words}</span>")
                        .withProperty(
                                "kind",
                                lane -> lane.verdict()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'))
                        .withProperty("words", worth::verdict))
                .setHeader(getTranslation("handoff.lanes.excess"))
                .setSortProperty(Sort.RANK.name())
                .setSortable(true)
                .setFlexGrow(0)
                .setWidth("104px");
    }

    private Column<LaneFigures> stake() {
        return addColumn(LitRenderer.<LaneFigures>of(
                                "<span class='stake ${item.top}'>${item.amount}</span><span class='verdict'>${item.words}</span>")
                        .withProperty("top", lane -> ranks.containsKey(lane.laneId()) ? "top" : "")
                        .withProperty("amount", worth::amount)
                        .withProperty("words", lane -> lane.atStake() == null ? worth.verdict(lane) : ""))
                .setHeader(getTranslation("handoff.lanes.stake"))
                .setSortProperty(Sort.RANK.name())
                .setSortable(true)
                .setFlexGrow(0)
                .setWidth("116px");
    }

    private Column<LaneFigures> onPhone() {
        return addColumn(lane("<div class='stacked'><span class='rank ${item.top}'>${item.rank}</span>" + LANE
                        + "<span class='quiet'>${item.share}</span><span class='verdict'>${item.words}</span></div>")
                .withProperty("rank", lane -> ranks.containsKey(lane.laneId()) ? ranks.get(lane.laneId()) : "")
                .withProperty("top", lane -> ranks.containsKey(lane.laneId()) ? "top" : "")
                .withProperty("share", this::share)
                .withProperty("words", worth::words));
    }
}
