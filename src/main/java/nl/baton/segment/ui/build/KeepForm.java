package nl.baton.segment.ui.build;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.Optional;
import nl.baton.segment.Condition;
import nl.baton.segment.Segment;
import nl.baton.segment.SegmentRefused;
import nl.baton.segment.SegmentRefused.Reason;
import nl.baton.segment.ui.build.DraftAddress.Draft;
import org.jspecify.annotations.Nullable;

/**
 * Gives a segment its name and keeps it, as a copy where it is somebody else's. Who keeps it after it was changed
 * elsewhere is shown what stands now, and chooses.
 */
final class KeepForm extends Div {

    private static final long serialVersionUID = 1;

    private final transient BuilderReading reading;
    private final transient SerializableSupplier<Optional<Condition>> finished;
    private final SerializableConsumer<Long> kept;
    private final SerializableConsumer<Condition> fill;
    private final TextField name = new TextField(say("name"));
    private final Div note = new Div();
    private final boolean copies;
    private transient @Nullable Segment base;
    private int version;
    private boolean done;

    KeepForm(
            @Nullable Segment segment,
            Draft draft,
            BuilderReading reading,
            SerializableSupplier<Optional<Condition>> finished,
            SerializableConsumer<Long> kept,
            SerializableConsumer<Condition> fill,
            SerializableRunnable changed) {
        this.reading = reading;
        this.finished = finished;
        this.kept = kept;
        this.fill = fill;
        this.base = segment;
        this.copies = segment != null && !segment.mine();
        this.version = segment == null ? 0 : draft.version() == null ? segment.version() : draft.version();
        addClassName("keep-form");
        name.setValue(draft.name() == null ? firstName() : draft.name());
        name.setManualValidation(true);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(change -> {
            wrong(null);
            changed.run();
        });
        note.addClassName("panel-note");
        note.getElement().setAttribute("role", "alert");
        Button save = new Button(say(copies ? "save.copy" : "save"), click -> save(copies));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div line = new Div(name, save);
        line.addClassName("keep-line");
        add(note, line);
        if (copies) {
            Paragraph whose = new Paragraph(say("copy.why"));
            whose.addClassNames("quiet", "small");
            add(whose);
        }
    }

    private String firstName() {
        return base == null ? "" : copies ? say("copy.of", base.name()) : base.name();
    }

    boolean renamed() {
        return !name.getValue().strip().equals(firstName());
    }

    boolean done() {
        return done;
    }

    Draft draft(@Nullable Condition condition) {
        boolean unsaved = condition != null || renamed();
        return new Draft(
                condition, renamed() ? name.getValue().strip() : null, unsaved && base != null ? version : null);
    }

    /** A draft may be of a version that is not the last any more. */
    void tellIfMoved() {
        if (base != null && !copies && version != base.version()) {
            tell(base);
        }
    }

    private void save(boolean copy) {
        note.removeAll();
        wrong(null);
        Optional<Condition> condition = finished.get();
        if (condition.isEmpty()) {
            note.add(new Paragraph(say("save.unfinished")));
            return;
        }
        try {
            kept.accept(keep(condition.get(), copy));
        } catch (SegmentRefused refused) {
            refuse(refused.reason());
        }
    }

    private long keep(Condition condition, boolean copy) {
        String called = name.getValue();
        if (base == null || copy) {
            long id = reading.segments().add(called, condition);
            done = true;
            return id;
        }
        reading.segments().change(base.id(), version, called, condition);
        done = true;
        return base.id();
    }

    private void refuse(Reason reason) {
        switch (reason) {
            case NAME_EMPTY, NAME_LONG -> {
                wrong(getTranslation("segment.refused." + reason));
                name.focus();
            }
            case CHANGED_MEANWHILE ->
                Optional.ofNullable(base)
                        .flatMap(segment -> reading.segments().find(segment.id()))
                        .ifPresentOrElse(this::tell, () -> refuse(Reason.GONE));
            case GONE -> note.add(new Paragraph(getTranslation("segment.refused.GONE")), actions(copyButton()));
            default -> note.add(new Paragraph(getTranslation("segment.refused." + reason)));
        }
    }

    private void wrong(@Nullable String why) {
        name.setErrorMessage(why);
        name.setInvalid(why != null);
    }

    private void tell(Segment now) {
        note.removeAll();
        Button load = new Button(say("moved.load"), click -> {
            base = now;
            version = now.version();
            name.setValue(now.name());
            note.removeAll();
            fill.accept(now.condition());
        });
        note.add(
                new Paragraph(getTranslation("segment.refused.CHANGED_MEANWHILE") + " " + say("moved.why")),
                new Paragraph(say("moved.now", now.name(), reading.words().sentence(now.condition(), getLocale()))),
                actions(load, copyButton()));
    }

    private Button copyButton() {
        return new Button(say("moved.copy"), click -> {
            if (base != null && name.getValue().strip().equals(base.name())) {
                name.setValue(say("copy.of", base.name()));
            }
            save(true);
        });
    }

    private static Div actions(Button... buttons) {
        Div actions = new Div(buttons);
        actions.addClassName("actions");
        return actions;
    }

    private String say(String key, Object... arguments) {
        return getTranslation("segment.build." + key, arguments);
    }
}
