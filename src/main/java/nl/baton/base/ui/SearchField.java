package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * A field with a list under it, which shows what was found while one types, the best first. The arrow keys walk through
 * the list; Enter opens one, with Ctrl in a new tab.
 */
@Tag("baton-search-field")
@JsModule("./shell/baton-search-field.ts")
public final class SearchField extends Component implements HasStyle {

    /** A piece of a text; marked when it is what was typed. */
    public record Piece(String text, boolean marked) {}

    /**
     * Something that was found.
     *
     * @param address of its screen, for a new tab
     * @param why by what it was found, such as "phone"; empty when the name says so
     * @param matched what was found
     * @param now what is going on with it; empty when nothing is
     * @param alarm whether that needs somebody
     */
    public record Hit(
            String id,
            String address,
            List<Piece> name,
            String place,
            String why,
            List<Piece> matched,
            String now,
            boolean alarm) {}

    /** @param note what to say instead of hits, or of their number */
    public record Answer(List<Hit> hits, String note) {}

    /** With the question, so that an answer to a former one is known as such. */
    record Answered(String typed, List<Hit> hits, String note) {}

    private Function<String, Answer> search = typed -> new Answer(List.of(), "");

    public SearchField() {
        addListener(Typed.class, event -> answer(event.text));
    }

    public void setLabel(String label) {
        getElement().setProperty("label", label);
    }

    public void setSearch(Function<String, Answer> search) {
        this.search = search;
    }

    /** Tells the id of what is to be opened in this tab. */
    public Registration addChosenListener(LongConsumer listener) {
        return addListener(Chosen.class, event -> listener.accept(event.id));
    }

    private void answer(String typed) {
        Answer answer = search.apply(typed);
        getElement().setPropertyBean("answer", new Answered(typed, answer.hits, answer.note));
    }

    /** Something was typed. */
    @DomEvent("search-typed")
    public static final class Typed extends ComponentEvent<SearchField> {
        private final String text;

        public Typed(SearchField source, boolean fromClient, @EventData("event.detail.text") String text) {
            super(source, fromClient);
            this.text = text;
        }
    }

    /** One of the hits is to be opened. */
    @DomEvent("search-chosen")
    public static final class Chosen extends ComponentEvent<SearchField> {
        private final long id;

        public Chosen(SearchField source, boolean fromClient, @EventData("event.detail.id") String id) {
            super(source, fromClient);
            this.id = Long.parseLong(id);
        }
    }
}
