package nl.baton.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.function.SerializableRunnable;

/** Says what was done, and for ten seconds takes it back. */
public final class UndoNotice extends Notification {

    private static final int MILLIS = 10_000;

    private final transient SerializableRunnable undo;

    public UndoNotice(String done, SerializableRunnable undo) {
        this.undo = undo;
        Button button = new Button(getTranslation("shell.undo"), click -> undo());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div line = new Div(new Span(done), button);
        line.addClassName("undo-line");
        add(line);
        addClassName("undo-notice");
        setDuration(MILLIS);
        setPosition(Position.BOTTOM_CENTER);
    }

    /** Takes it back, as its button does; once. */
    public void undo() {
        if (isOpened()) {
            close();
            undo.run();
        }
    }
}
