package nl.baton.handoff.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.dom.DomEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A journey as a relay: above the line the customer, below it the departments, and between them the passes. */
@Tag("baton-relay")
@JsModule("./relay/baton-relay.ts")
@NpmPackage(value = "d3-scale", version = "4.0.2")
@NpmPackage(value = "d3-time", version = "3.1.0")
@NpmPackage(value = "d3-zoom", version = "3.0.0")
@NpmPackage(value = "d3-selection", version = "3.0.0")
public final class RelayChart extends Component implements HasStyle, HasComponents {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(RelayChart.class);
    private static final String KIND = "event.detail.kind";
    private static final String ID = "event.detail.id";
    private static final String FROM = "event.detail.from";
    private static final String TO = "event.detail.to";
    private static final String PIXELS = "event.detail.pixels";
    private static final String ALL = "event.detail.all";

    /** Far more than anybody can zoom out to. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private static final List<String> TEXTS = List.of(
            "did",
            "heard",
            "waited",
            "holder",
            "now",
            "internal",
            "noDepartment",
            "tenYears",
            "year",
            "journey",
            "week",
            "day",
            "period",
            "line",
            "list",
            "all",
            "play",
            "pause",
            "since",
            "overview",
            "moreBroken",
            "closedHours",
            "chartAll",
            "chartMany",
            "contacts",
            "brokenCount",
            "mostly",
            "sentences",
            "empty",
            "chart",
            "keys",
            "span",
            "legClosed",
            "legOpen",
            "touchpoints",
            "more",
            "passBroken",
            "passAtRisk",
            "passFine",
            "passUnknown",
            "fromTo",
            "toward",
            "times",
            "waitedFor",
            "waitingFor",
            "promiseBroken",
            "promiseAtRisk",
            "promiseFine",
            "promiseUnknown",
            "phone",
            "mail",
            "web",
            "app",
            "chat",
            "visit",
            "letter",
            "other");

    /** What the reader did. */
    private transient Hands hands = Hands.NONE;

    /** What a reader asks of the chart. */
    interface Hands {

        Hands NONE = new Hands() {};

        /** To open what a mark stands for. */
        default void select(String kind, String id) {}

        /** To see a stretch of time of which too little was loaded, of all journeys or of the one. */
        default void show(Instant from, Instant to, int pixels, boolean all) {}

        /** To close what was opened. */
        default void back() {}
    }

    RelayChart(RelayShapes.Drawing drawing, Hands hands) {
        this.hands = hands;
        getElement().setPropertyBean("data", drawing);
        getElement().setProperty("playable", true);
        getElement()
                .addEventListener("relay-select", this::selected)
                .addEventData(KIND)
                .addEventData(ID);
        getElement()
                .addEventListener("relay-window", this::moved)
                .addEventData(FROM)
                .addEventData(TO)
                .addEventData(PIXELS)
                .addEventData(ALL);
        getElement().addEventListener("relay-back", event -> this.hands.back());
    }

    private void selected(DomEvent event) {
        JsonNode said = event.getEventData();
        hands.select(said.path(KIND).asString(""), said.path(ID).asString(""));
    }

    /** What cannot be read is nothing that the chart asks. */
    private void moved(DomEvent event) {
        JsonNode said = event.getEventData();
        try {
            Instant from = Instant.parse(said.path(FROM).asString(""));
            Instant to = Instant.parse(said.path(TO).asString(""));
            if (from.isBefore(to) && Duration.between(from, to).compareTo(LONGEST) <= 0) {
                hands.show(from, to, said.path(PIXELS).asInt(0), said.path(ALL).asBoolean(false));
            }
        } catch (DateTimeParseException unreadable) {
            LOG.debug("A chart asked for a stretch of time that cannot be read");
        }
    }

    /** Whether what was selected is shown beside the chart. */
    void opened(boolean opened) {
        getElement().setProperty("opened", opened);
    }

    void focusMarks() {
        getElement().callJsFunction("focusMarks");
    }

    void show(RelayShapes.Drawing drawing) {
        getElement().setPropertyBean("data", drawing);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().setProperty("lang", getLocale().getLanguage());
        Map<String, String> texts = new LinkedHashMap<>();
        TEXTS.forEach(key -> texts.put(key, getTranslation("relay." + key)));
        getElement().setPropertyBean("texts", texts);
    }
}
