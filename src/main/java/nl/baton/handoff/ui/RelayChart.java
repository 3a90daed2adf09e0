package nl.baton.handoff.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A journey as a relay: above the line the customer, below it the departments, and between them the passes. */
@Tag("baton-relay")
@JsModule("./relay/baton-relay.ts")
@NpmPackage(value = "d3-scale", version = "4.0.2")
@NpmPackage(value = "d3-time", version = "3.1.0")
@NpmPackage(value = "d3-zoom", version = "3.0.0")
@NpmPackage(value = "d3-selection", version = "3.0.0")
public final class RelayChart extends Component implements HasStyle, HasComponents {

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

    /** All that is drawn; see {@code frontend/relay/types.ts}. Instants are ISO 8601 with an offset. */
    record Drawing(
            String zone,
            String now,
            Span window,
            List<Lane> departments,
            List<Contact> touchpoints,
            List<Run> legs,
            List<Pass> passes,
            List<Silence> silences) {}

    record Span(String from, String to) {}

    record Lane(String id, String name, int slot, boolean striped) {}

    record Contact(
            String id,
            String at,
            @Nullable String endedAt,
            String direction,
            String channel,
            @Nullable String department,
            String text) {}

    record Run(
            String id,
            String department,
            String start,
            @Nullable String end,
            List<String> touchpoints) {}

    record Pass(
            String id,
            String from,
            @Nullable String to,
            String toDepartment,
            String at,
            @Nullable String startedAt,
            String waitText,
            String state,
            List<String> rules,
            @Nullable String sentence) {}

    record Silence(String id, String from, @Nullable String to, String text) {}

    RelayChart(Drawing drawing) {
        getElement().setPropertyBean("data", drawing);
    }

    void show(Drawing drawing) {
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
