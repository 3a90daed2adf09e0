package nl.baton.feedback.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DomListenerRegistration;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys by which one works through the inbox, at its foot; they hold anywhere on the screen but where one types. */
final class InboxKeys extends Div {

    private static final long serialVersionUID = 1;
    private static final List<String> ALL = List.of("j", "k", "m", "d", "v", "p", "z");
    private static final Set<String> READING = Set.of("j", "k", "p");

    /** A key that somebody types into a field, or with a modifier, is none of ours. */
    private static final String OURS = """
            !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1
            && !event.composedPath()[0].closest?.('input,textarea,select,[contenteditable],vaadin-select,vaadin-select-overlay')""";

    private final SerializableConsumer<String> listener;
    private @Nullable DomListenerRegistration keys;

    /** @param works whether the asker works on items, rather than reads of them */
    InboxKeys(boolean works, SerializableConsumer<String> listener) {
        this.listener = listener;
        addClassName("keys");
        for (String key : ALL) {
            if (works || READING.contains(key)) {
                Span cap = new Span(key.toUpperCase(Locale.ROOT));
                cap.addClassName("key");
                add(new Span(cap, new Span(getTranslation("feedback.inbox.key." + key))));
            }
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        keys = attached.getUI()
                .getElement()
                .addEventListener(
                        "keydown",
                        event -> listener.accept(
                                event.getEventData().get("event.key").asString()))
                .addEventData("event.key")
                .setFilter(OURS);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        super.onDetach(detached);
        if (keys != null) {
            keys.remove();
        }
    }
}
