package nl.baton.handoff.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableRunnable;
import nl.baton.base.ui.Glyph;
import nl.baton.handoff.ui.VerdictReading.Place;
import org.jspecify.annotations.Nullable;

/** Beside the list of handoffs: what was found of the one that was chosen. */
final class VerdictPanel extends Section {

    private static final long serialVersionUID = 1;

    private final transient VerdictReading reading;
    private final H2 title = new H2();
    private final Div content = new Div();
    private @Nullable VerdictList list;

    VerdictPanel(VerdictReading reading, SerializableRunnable closed) {
        this.reading = reading;
        addClassNames("relay-detail", "verdict-panel");
        title.getElement().setAttribute("tabindex", "-1");
        NativeButton close = new NativeButton("", click -> close(closed));
        close.add(new Glyph(Glyph.CLOSE));
        close.addClassName("tool");
        close.setAriaLabel(getTranslation("finding.close"));
        Div head = new Div(title, close);
        head.addClassName("panel-head");
        add(head, content);
        setVisible(false);
        Shortcuts.addShortcutListener(this, () -> close(closed), Key.ESCAPE).listenOn(this);
    }

    void open(String about, Place place) {
        VerdictList fresh = new VerdictList(place, reading);
        list = fresh;
        title.setText(about);
        setAriaLabel(about);
        content.removeAll();
        content.add(fresh);
        setVisible(true);
        title.getElement().callJsFunction("focus");
    }

    /** The figures have moved. */
    void counted() {
        if (list != null) {
            list.counted();
        }
    }

    private void close(SerializableRunnable closed) {
        list = null;
        content.removeAll();
        setVisible(false);
        closed.run();
    }
}
