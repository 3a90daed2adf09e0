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

/** Counts as bars, each a button; the first is red. */
@Tag("baton-bars")
@JsModule("./charts/bars.ts")
public final class Bars extends Component implements HasStyle {

    private final String emptyKey;

    /** One bar; {@code tip} is what it means, line by line. */
    public record Item(String key, String label, long n, List<String> tip) {}

    public Bars(List<Item> items, String emptyKey) {
        this.emptyKey = emptyKey;
        getElement().setPropertyList("items", items);
    }

    /** Shows other counts. */
    public void show(List<Item> items) {
        getElement().setPropertyList("items", items);
    }

    public Registration addSelectListener(ComponentEventListener<Selected> listener) {
        return addListener(Selected.class, listener);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().setProperty("lang", getLocale().getLanguage());
        getElement().setPropertyBean("texts", Map.of("empty", getTranslation(emptyKey)));
    }

    /** A bar was chosen. */
    @DomEvent("bar-select")
    public static final class Selected extends ComponentEvent<Bars> {
        private final String key;

        public Selected(Bars source, boolean fromClient, @EventData("event.detail.key") String key) {
            super(source, fromClient);
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
