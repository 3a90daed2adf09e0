package nl.baton.handoff.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Optional;
import java.util.function.Function;
import nl.baton.base.ui.Glyph;
import nl.baton.handoff.JourneyStory;
import nl.baton.handoff.ui.VerdictReading.Place;
import org.jspecify.annotations.Nullable;

/** What was opened in the relay, beside it: a handoff with why it broke, a contact, a wait, a promise. */
final class RelayDetail extends Section {

    private static final long serialVersionUID = 1;

    private final H2 title = new H2();
    private final Div content = new Div();
    private final transient VerdictReading verdicts;
    private @Nullable VerdictList judged;
    private transient @Nullable Opened opened;

    private record Opened(String kind, RelayMark mark) {}

    RelayDetail(VerdictReading verdicts, SerializableRunnable back) {
        this.verdicts = verdicts;
        addClassName("relay-detail");
        content.addClassName("relay-detail-content");
        title.getElement().setAttribute("tabindex", "-1");
        NativeButton close = new NativeButton("", click -> back.run());
        close.add(new Glyph(Glyph.CLOSE));
        close.addClassName("tool");
        close.setAriaLabel(getTranslation("relay.detail.close"));
        Div head = new Div(title, close);
        head.addClassName("panel-head");
        add(head, content);
        setVisible(false);
        Shortcuts.addShortcutListener(this, back::run, Key.ESCAPE).listenOn(this);
    }

    boolean isOpen() {
        return opened != null;
    }

    /** What is no longer there stays unopened. */
    void open(String kind, RelayMark mark, JourneyStory story, RelayWords words) {
        if (fill(kind, mark, story, words)) {
            opened = new Opened(kind, mark);
            setVisible(true);
            title.getElement().callJsFunction("focus");
        }
    }

    /** The same after something has arrived; without a word to who reads it. */
    void again(Function<RelayMark, Optional<JourneyStory>> stories, RelayWords words) {
        Opened now = opened;
        if (now != null) {
            Optional<JourneyStory> story = stories.apply(now.mark());
            if (story.isEmpty() || !fill(now.kind(), now.mark(), story.get(), words)) {
                close();
            }
        }
    }

    private boolean fill(String kind, RelayMark mark, JourneyStory story, RelayWords words) {
        Optional<RelayEvidence.Told> told = new RelayEvidence(story, words, this::judged).tell(kind, mark);
        told.ifPresent(one -> {
            title.setText(one.title());
            setAriaLabel(one.title());
            content.removeAll();
            content.add(one.parts());
        });
        return told.isPresent();
    }

    /** The same list as long as the same handoff is open, so that what is being typed in it stays. */
    private Optional<VerdictList> judged(Place place) {
        VerdictList known = judged;
        if (known != null && known.place().equals(place)) {
            known.counted();
        } else {
            judged = verdicts.list(place).orElse(null);
        }
        return Optional.ofNullable(judged);
    }

    void close() {
        opened = null;
        judged = null;
        setVisible(false);
        content.removeAll();
    }
}
