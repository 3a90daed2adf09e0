package nl.baton.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A histogram or a trend, with its numbers as a table one click away. The library behind it loads when first needed. */
@Tag("baton-chart")
@JsModule("./charts/chart.ts")
@NpmPackage(value = "apexcharts", version = "4.7.0")
public final class Chart extends Component implements HasStyle, HasSize {

    /** What the element draws; see {@code frontend/charts/chart-model.ts}. */
    public sealed interface Drawing {}

    /**
     * Counts per bin.
     *
     * @param label what it shows, for who does not see it
     * @param columns headings of the table, and {@code rows} its cells
     */
    public record Histogram(
            String kind,
            String label,
            String unit,
            List<Bin> bins,
            @Nullable Threshold threshold,
            List<String> columns,
            List<List<String>> rows)
            implements Drawing {

        public Histogram(
                String label,
                String unit,
                List<Bin> bins,
                @Nullable Threshold threshold,
                List<String> columns,
                List<List<String>> rows) {
            this("histogram", label, unit, bins, threshold, columns, rows);
        }

        /** @param to null for the open last bin */
        public record Bin(double from, @Nullable Double to, long n, List<String> tip) {}

        /** An upright line; bins from there on are red. */
        public record Threshold(double value, String label, String beyond) {}
    }

    /** A share over time with its 95 % interval. */
    public record Trend(String kind, String label, List<Point> points, List<String> columns, List<List<String>> rows)
            implements Drawing {

        public Trend(String label, List<Point> points, List<String> columns, List<List<String>> rows) {
            this("trend", label, points, columns, rows);
        }

        /** @param share null where n is 0: a gap, not a zero */
        public record Point(
                String label,
                String from,
                String to,
                long x,
                long n,
                @Nullable Double share,
                @Nullable Double low,
                @Nullable Double high,
                List<String> tip) {}
    }

    private transient Drawing shown;

    public Chart(Drawing drawing) {
        shown = drawing;
        getElement().setPropertyBean("data", drawing);
    }

    /** Shows something else; what is the same is not drawn again. */
    public void show(Drawing drawing) {
        if (!drawing.equals(shown)) {
            shown = drawing;
            getElement().setPropertyBean("data", drawing);
        }
    }

    /** Tells which bin or point was chosen, by its place from 0. */
    public Registration addSelectListener(ComponentEventListener<Selected> listener) {
        return addListener(Selected.class, listener);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().setProperty("lang", getLocale().getLanguage());
        getElement()
                .setPropertyBean(
                        "texts",
                        Map.of(
                                "asTable", getTranslation("chart.as-table"),
                                "asChart", getTranslation("chart.as-chart"),
                                "empty", getTranslation("chart.empty"),
                                "n", getTranslation("chart.n")));
    }

    /** A bin or a point was chosen. */
    @DomEvent("chart-select")
    public static final class Selected extends ComponentEvent<Chart> {
        private final int index;

        public Selected(Chart source, boolean fromClient, @EventData("event.detail.index") int index) {
            super(source, fromClient);
            this.index = index;
        }

        public int index() {
            return index;
        }
    }
}
