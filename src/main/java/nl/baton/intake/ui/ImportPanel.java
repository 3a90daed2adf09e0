package nl.baton.intake.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.shared.Registration;
import java.time.ZoneId;
import nl.baton.intake.Import;
import nl.baton.intake.Imports;
import org.jspecify.annotations.Nullable;

/** One import: how far it is, and, once it has ended, what became of the rows. Asks anew while it is under way. */
final class ImportPanel extends Div {

    private static final long serialVersionUID = 1;
    private static final int EVERY_MILLIS = 700;

    private final transient Imports imports;
    private final ZoneId zone;
    private final SerializableRunnable another;
    private final String id;
    private Import shown;
    private @Nullable ProgressPart progress;
    private @Nullable Registration poll;

    ImportPanel(Imports imports, Import shown, ZoneId zone, SerializableRunnable another) {
        this.imports = imports;
        this.shown = shown;
        this.id = shown.id();
        this.zone = zone;
        this.another = another;
        addClassName("import-panel");
        show();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        if (!shown.state().ended()) {
            UI ui = attached.getUI();
            poll = ui.addPollListener(event -> refresh());
            ui.setPollInterval(EVERY_MILLIS);
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stopAsking(detached.getUI());
        super.onDetach(detached);
    }

    private void refresh() {
        shown = imports.get(id).orElse(shown);
        show();
        if (shown.state().ended()) {
            getUI().ifPresent(this::stopAsking);
        }
    }

    private void stopAsking(UI ui) {
        if (poll != null) {
            poll.remove();
            poll = null;
            ui.setPollInterval(-1);
        }
    }

    private void show() {
        if (shown.state().ended()) {
            removeAll();
            progress = null;
            add(result());
        } else {
            if (progress == null) {
                removeAll();
                progress = new ProgressPart(this::cancel);
                add(progress);
            }
            progress.show(shown);
        }
    }

    private Component result() {
        return new ResultPart(imports, shown, zone, another);
    }

    private void cancel() {
        imports.cancel(id);
        refresh();
    }
}
