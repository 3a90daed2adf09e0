package nl.baton.handoff.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who passes to whom, and how often it breaks: a table with a button per lane. */
@Tag("baton-heat-map")
@JsModule("./charts/heat-map.ts")
final class HeatMap extends Component implements HasStyle {

    private static final List<String> TEXTS = List.of(
            "caption", "corner", "to", "broken", "passesOn", "receives", "key", "few", "tooFew", "n", "rank", "empty");

    /** A row and column. */
    record UnitHead(long id, String name, int slot, boolean striped) {}

    /** A lane; step null where there are too few to judge, rank 1 to 3 for those to mend first. */
    record Cell(
            long from,
            long to,
            long n,
            @Nullable Double share,
            @Nullable Integer step,
            @Nullable Integer rank,
            List<String> tip) {}

    /** What a unit passes on, or receives, broken. */
    record Total(long id, @Nullable Double share, long n) {}

    /** The chosen lane. */
    record Ends(long from, long to) {}

    /** All that is drawn; see {@code frontend/charts/heat-map-model.ts}. */
    record Drawing(
            List<UnitHead> units,
            List<Cell> cells,
            List<Total> rowTotals,
            List<Total> columnTotals,
            List<String> steps,
            @Nullable Ends selected) {}

    HeatMap(Drawing drawing) {
        getElement().setPropertyBean("data", drawing);
    }

    void show(Drawing drawing) {
        getElement().setPropertyBean("data", drawing);
    }

    Registration addSelectListener(ComponentEventListener<Selected> listener) {
        return addListener(Selected.class, listener);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().setProperty("lang", getLocale().getLanguage());
        Map<String, String> texts = new LinkedHashMap<>();
        TEXTS.forEach(key -> texts.put(key, getTranslation("handoff.heat." + key)));
        getElement().setPropertyBean("texts", texts);
    }

    /** A lane was chosen. */
    @DomEvent("lane-select")
    public static final class Selected extends ComponentEvent<HeatMap> {
        private final long from;
        private final long to;

        public Selected(
                HeatMap source,
                boolean fromClient,
                @EventData("event.detail.from") double from,
                @EventData("event.detail.to") double to) {
            super(source, fromClient);
            this.from = (long) from;
            this.to = (long) to;
        }

        long from() {
            return from;
        }

        long to() {
            return to;
        }
    }
}
