package nl.baton.handoff.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.Objects;
import nl.baton.base.Days;
import nl.baton.base.Formats;
import nl.baton.base.ui.StateLabel;
import nl.baton.handoff.Findings.Name;
import nl.baton.handoff.Findings.ReasonMissing;
import nl.baton.handoff.FoundFinding;
import nl.baton.handoff.FoundFinding.State;
import org.jspecify.annotations.Nullable;

/** One finding with what has become of it; a lead of either department says here what is to. */
final class VerdictPart extends Div {

    private static final long serialVersionUID = 1;
    private static final int LONGEST_REASON = 1_000;

    private final transient VerdictReading reading;
    private final String rule;
    private final StateLabel label;
    private final Paragraph sentence = new Paragraph();
    private final Paragraph state = new Paragraph();
    private final Paragraph note = new Paragraph();
    private final TextArea reason = new TextArea(getTranslation("finding.reason"));
    private final Button mend = new Button(getTranslation("finding.mend"), click -> mend());
    private final Button dismiss = new Button(getTranslation("finding.dismiss"), click -> dismiss());
    private final Button undo = new Button(getTranslation("finding.undo"), click -> undecide());
    private transient FoundFinding shown;

    VerdictPart(FoundFinding found, VerdictReading reading) {
        this.reading = reading;
        this.rule = found.finding().rule();
        this.shown = found;
        addClassNames("relay-rule", "verdict-part");
        label = new StateLabel(StateLabel.State.BROKEN, reading.words().rule(getLocale(), rule));
        state.addClassName("stands");
        note.addClassNames("panel-note", "small");
        note.getElement().setAttribute("role", "status");
        reason.setMaxLength(LONGEST_REASON);
        reason.setHelperText(getTranslation("finding.reason.help"));
        reason.setManualValidation(true);
        Paragraph definition = new Paragraph(reading.words().definition(getLocale(), rule));
        definition.addClassNames("quiet", "small");
        Div actions = new Div(mend, dismiss, undo);
        actions.addClassName("actions");
        add(label, sentence, definition, state, reason, actions, note);
        draw();
    }

    String rule() {
        return rule;
    }

    /** What has become of it; what is being typed stays. */
    void show(FoundFinding fresh) {
        if (!fresh.equals(shown)) {
            shown = fresh;
            draw();
        }
    }

    /** What was said has been counted. */
    void counted() {
        note.setText("");
    }

    private void draw() {
        setClassName("dismissed", shown.state() == State.DISMISSED);
        sentence.setText(reading.words()
                .sentence(
                        getLocale(),
                        shown.finding(),
                        shown.from().name(),
                        shown.to().name(),
                        shown.receiver()));
        state.setText(words());
        boolean judges = reading.mayJudge(shown);
        boolean decided = shown.decidedBy() != null;
        reason.setVisible(judges && !decided);
        mend.setVisible(judges && shown.state() == State.OPEN);
        dismiss.setVisible(judges && !decided);
        undo.setVisible(judges && decided);
    }

    private String words() {
        String because = shown.reason() == null || shown.reason().isEmpty()
                ? ""
                : " " + getTranslation("finding.because", shown.reason());
        return switch (shown.state()) {
            case OPEN -> getTranslation("finding.state.open");
            case MENDED ->
                shown.decidedBy() == null
                        ? getTranslation(
                                shown.timeOver() ? "finding.state.over" : "finding.state.closed",
                                day(shown.decidedAt()))
                        : getTranslation("finding.state.mended", shown.decidedBy(), day(shown.decidedAt())) + because;
            case DISMISSED ->
                getTranslation(
                                "finding.state.dismissed",
                                Objects.requireNonNullElse(shown.decidedBy(), ""),
                                day(shown.decidedAt()))
                        + because;
        };
    }

    private String day(@Nullable Instant moment) {
        return moment == null ? "" : Formats.of(getLocale()).longDate(Days.dayOf(moment, reading.zone()));
    }

    private Name name() {
        return new Name(shown.pickup(), rule);
    }

    private void mend() {
        act(() -> reading.findings().mend(name(), reason.getValue()), "finding.mended");
    }

    private void dismiss() {
        act(() -> reading.findings().dismiss(name(), reason.getValue()), "finding.dismissed");
    }

    private void undecide() {
        act(() -> reading.findings().undecide(name()), "finding.undone");
    }

    private void act(Runnable verdict, String said) {
        try {
            verdict.run();
        } catch (ReasonMissing missing) {
            reason.setErrorMessage(getTranslation("finding.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        reason.setInvalid(false);
        reason.clear();
        note.setText(getTranslation(said));
        fireEvent(new Decided(this));
    }

    /** Something was said of the finding. */
    static final class Decided extends com.vaadin.flow.component.ComponentEvent<VerdictPart> {
        private static final long serialVersionUID = 1;

        Decided(VerdictPart source) {
            super(source, false);
        }
    }

    void onDecided(com.vaadin.flow.component.ComponentEventListener<Decided> listener) {
        addListener(Decided.class, listener);
    }
}
