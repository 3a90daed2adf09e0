package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nl.baton.base.Language;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.NewPact;
import nl.baton.handoff.PactRefused;
import nl.baton.handoff.Terms;
import org.jspecify.annotations.Nullable;

/** What is to be agreed for a lane. It begins with what held before; what is wrong is said at the field. */
final class PactForm extends Div {

    private static final long serialVersionUID = 1;
    private static final int MOST_RETURNS = 1_000;

    private final transient LaneFigures lane;
    private final transient AgreementReading reading;
    private final SerializableRunnable done;
    private final PickUpFields pickUp =
            new PickUpFields(getTranslation("pact.form.pick-up"), getTranslation("pact.form.pick-up.help"));
    private final MultiSelectComboBox<String> facts = new MultiSelectComboBox<>(getTranslation("pact.form.facts"));
    private final IntegerField returns = new IntegerField(getTranslation("pact.form.returns"));
    private final DatePicker since = new DatePicker(getTranslation("pact.form.since"));
    private final Paragraph refusal = new Paragraph();

    PactForm(
            LaneFigures lane,
            Terms former,
            boolean overtakes,
            AgreementReading reading,
            SerializableRunnable done,
            SerializableRunnable cancel) {
        this.lane = lane;
        this.reading = reading;
        this.done = done;
        addClassNames("side-form", "pact-form");
        H3 title = new H3(getTranslation("pact.form.title"));
        facts(former.requiredFacts());
        pickUp.setValue(former.pickUp());
        returns.setValue(former.maxReturns());
        returns.setMin(0);
        returns.setMax(MOST_RETURNS);
        returns.setHelperText(getTranslation("pact.form.returns.help"));
        returns.setManualValidation(true);
        since.setValue(reading.today());
        since.setMin(reading.today());
        since.setLocale(Language.of(getLocale()).locale());
        since.setHelperText(getTranslation("pact.form.since.help"));
        since.setManualValidation(true);
        refusal.getElement().setAttribute("role", "alert");
        refusal.addClassName("wrong");
        refusal.setVisible(false);
        Button propose = new Button(getTranslation("pact.form.propose"), click -> propose());
        propose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button leave = new Button(getTranslation("pact.form.cancel"), click -> cancel.run());
        Div actions = new Div(propose, leave);
        actions.addClassName("actions");
        add(title, pickUp, facts, returns, since);
        if (overtakes) {
            Paragraph note = new Paragraph(getTranslation("pact.form.overtakes"));
            note.addClassName("quiet");
            add(note);
        }
        add(refusal, actions);
        Shortcuts.addShortcutListener(this, cancel::run, Key.ESCAPE).listenOn(this);
    }

    private void facts(List<String> chosen) {
        Collection<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(chosen);
        known.addAll(reading.knownFacts());
        facts.setItems(new ArrayList<>(known));
        facts.setValue(chosen);
        facts.setAllowCustomValue(true);
        facts.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        facts.setHelperText(getTranslation("pact.form.facts.help"));
        facts.addCustomValueSetListener(typed -> {
            String fact = typed.getDetail().strip();
            if (!fact.isEmpty()) {
                if (!facts.getListDataView().contains(fact)) {
                    facts.getListDataView().addItem(fact);
                }
                facts.select(fact);
            }
        });
    }

    void focus() {
        pickUp.focus();
    }

    private void propose() {
        pickUp.accept();
        List.<HasValidation>of(facts, returns, since).forEach(field -> field.setInvalid(false));
        refusal.setVisible(false);
        Optional<Duration> time = pickUp.value();
        if (time.isEmpty()) {
            pickUp.refuse(sentence("pact.form.pick-up", PactRefused.Reason.PICK_UP));
            return;
        }
        LocalDate day = since.getValue();
        if (day == null) {
            say(since, getTranslation("pact.form.since.missing"));
            return;
        }
        Integer most = returns.getValue();
        try {
            reading.pacts()
                    .propose(new NewPact(
                            lane.from().departmentId(),
                            lane.to().departmentId(),
                            time.get(),
                            List.copyOf(facts.getValue()),
                            most == null ? -1 : most,
                            day.atStartOfDay(reading.zone()).toInstant()));
            done.run();
        } catch (PactRefused refused) {
            refuse(refused.reason());
        }
    }

    private void refuse(PactRefused.Reason reason) {
        switch (reason.field()) {
            case "pickUp" -> pickUp.refuse(sentence("pact.form.pick-up", reason));
            case "requiredFacts" -> say(facts, sentence("pact.form.facts", reason));
            case "maxReturns" -> say(returns, sentence("pact.form.returns", reason));
            case "since" -> say(since, sentence("pact.form.since", reason));
            default -> {
                refusal.setText(getTranslation(reason.key()));
                refusal.setVisible(true);
            }
        }
    }

    private String sentence(String label, PactRefused.Reason reason) {
        return getTranslation(label) + " " + getTranslation(reason.key()) + ".";
    }

    private static <F extends Component & HasValidation> void say(F field, @Nullable String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.getElement().callJsFunction("focus");
    }
}
