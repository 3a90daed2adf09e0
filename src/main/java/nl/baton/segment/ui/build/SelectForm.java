package nl.baton.segment.ui.build;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.baton.segment.Trait;
import org.jspecify.annotations.Nullable;

/** One of several, for each of some questions; and in how many of the last days, where that is asked. */
final class SelectForm extends TraitForm {

    private static final long serialVersionUID = 1;
    private static final int USUAL_DAYS = 30;

    private final SerializableFunction<Answers, Trait> make;
    private final SerializableFunction<Trait, Answers> read;
    private final List<Asked> asked;
    private final List<ComboBox<Choice>> fields = new ArrayList<>();
    private final @Nullable IntegerField days;

    /** Something to choose, by its code. */
    record Choice(String code, String name) implements Serializable {}

    /** A question; {@code any}: what stands there where nothing is chosen and that will do. */
    record Asked(
            String label, List<Choice> choices, @Nullable String any) implements Serializable {}

    /** What was chosen, by code, null where any will do; days: 0 where they are not asked for. */
    record Answers(List<Optional<String>> codes, int days) {

        static Answers of(@Nullable Object... codes) {
            return within(0, codes);
        }

        static Answers within(int days, @Nullable Object... codes) {
            List<Optional<String>> all = new ArrayList<>();
            for (Object code : codes) {
                all.add(Optional.ofNullable(code).map(Object::toString));
            }
            return new Answers(all, days);
        }

        @Nullable
        String code(int nth) {
            return codes.get(nth).orElse(null);
        }

        /** Where an answer is needed. */
        String needed(int nth) {
            return codes.get(nth).orElseThrow();
        }

        @Nullable
        Long id(int nth) {
            return codes.get(nth).map(Long::valueOf).orElse(null);
        }
    }

    SelectForm(
            List<Asked> asked,
            boolean withDays,
            SerializableFunction<Answers, Trait> make,
            SerializableFunction<Trait, Answers> read,
            SerializableRunnable changed) {
        super(changed);
        this.asked = asked;
        this.make = make;
        this.read = read;
        for (Asked question : asked) {
            ComboBox<Choice> field = new ComboBox<>(question.label);
            field.setItems(new ArrayList<>(question.choices));
            field.setItemLabelGenerator(Choice::name);
            field.setPlaceholder(question.any == null ? say("choose") : question.any);
            field.setClearButtonVisible(question.any != null);
            field.addValueChangeListener(change -> changed());
            fields.add(field);
            add(field);
        }
        days = withDays ? days() : null;
    }

    private IntegerField days() {
        IntegerField field = new IntegerField(say("field.days"));
        field.addClassName("days");
        field.setValue(USUAL_DAYS);
        field.setMin(1);
        field.setMax(Trait.MOST_DAYS);
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> changed());
        add(field);
        return field;
    }

    @Override
    Optional<Trait> value() {
        List<Optional<String>> codes = new ArrayList<>();
        boolean complete = true;
        for (int i = 0; i < fields.size(); i++) {
            codes.add(fields.get(i).getOptionalValue().map(Choice::code));
            complete &= codes.get(i).isPresent() || asked.get(i).any != null;
        }
        int within = 0;
        if (days != null) {
            Integer typed = days.getValue();
            boolean wrong = typed == null || typed < 1 || typed > Trait.MOST_DAYS;
            days.setErrorMessage(wrong ? say("wrong.days", Trait.MOST_DAYS) : null);
            days.setInvalid(wrong);
            complete &= !wrong;
            within = wrong || typed == null ? 0 : typed;
        }
        return complete ? Optional.of(make.apply(new Answers(codes, within))) : Optional.empty();
    }

    @Override
    void show(Trait trait) {
        Answers answers = read.apply(trait);
        for (int i = 0; i < fields.size(); i++) {
            ComboBox<Choice> field = fields.get(i);
            String code = answers.code(i);
            field.setValue(code == null ? null : choice(asked.get(i), code, field));
        }
        if (days != null) {
            days.setValue(answers.days);
        }
    }

    /** What is not offered any more stays what was chosen. */
    private Choice choice(Asked question, String code, ComboBox<Choice> field) {
        return question.choices.stream()
                .filter(choice -> choice.code.equals(code))
                .findFirst()
                .orElseGet(() -> {
                    Choice former = new Choice(code, say("former", code));
                    field.getListDataView().addItem(former);
                    return former;
                });
    }

    @Override
    void focus() {
        if (!fields.isEmpty()) {
            fields.getFirst().focus();
        }
    }
}
