package nl.baton.base.ui;

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
import java.util.List;
import java.util.Map;

/** Two amounts beside each other, row by row, with the same as a table one click away. */
@Tag("baton-pairs")
@JsModule("./charts/pairs.ts")
public final class Pairs extends Component implements HasStyle {

    /**
     * What is drawn.
     *
     * @param label what it shows, for who does not see it
     * @param first what the first bar of each row is, and {@code second} the other
     * @param leads whether a row can be chosen
     * @param columns headings of the table, and {@code rows} its cells, a row for each item
     */
    public record Drawing(
            String label,
            String first,
            String second,
            List<Item> items,
            boolean leads,
            List<String> columns,
            List<List<String>> rows) {}

    /** @param words each amount in words @param tip what it means, line by line */
    public record Item(String key, String label, double first, double second, List<String> words, List<String> tip) {}

    public Pairs(Drawing drawing) {
        getElement().setPropertyBean("data", drawing);
    }

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
                                "asChart", getTranslation("chart.as-chart")));
    }

    /** A row was chosen. */
    @DomEvent("pair-select")
    public static final class Selected extends ComponentEvent<Pairs> {
        private final String key;

        public Selected(Pairs source, boolean fromClient, @EventData("event.detail.key") String key) {
            super(source, fromClient);
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
