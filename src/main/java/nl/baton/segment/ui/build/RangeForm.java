package nl.baton.segment.ui.build;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableBiFunction;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.util.Optional;
import nl.baton.segment.Trait;
import org.jspecify.annotations.Nullable;

/** Two bounds, one of which may be missing; typed as the reader writes numbers. */
final class RangeForm extends TraitForm {

    private static final long serialVersionUID = 1;

    /** How many of what is typed make one of what is asked for: a hundred percent, or one euro. */
    private final int unit;

    private final SerializableBiFunction<@Nullable BigDecimal, @Nullable BigDecimal, Trait> make;
    private final TextField from;
    private final TextField below;

    RangeForm(
            String sign,
            int unit,
            SerializableBiFunction<@Nullable BigDecimal, @Nullable BigDecimal, Trait> make,
            SerializableRunnable changed) {
        super(changed);
        this.unit = unit;
        this.make = make;
        from = field("field.from", sign);
        below = field("field.below", sign);
        add(from, below);
    }

    private TextField field(String label, String sign) {
        TextField field = new TextField(say(label));
        field.addClassName("number");
        Span mark = new Span(sign);
        if (unit == 1) {
            field.setPrefixComponent(mark);
        } else {
            field.setSuffixComponent(mark);
        }
        field.setPlaceholder(say("no-bound"));
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> changed());
        return field;
    }

    @Override
    Optional<Trait> value() {
        say(from, null);
        say(below, null);
        if (from.isEmpty() && below.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> low = number(from);
        Optional<BigDecimal> high = number(below);
        if (low.isEmpty() != from.isEmpty() || high.isEmpty() != below.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(make.apply(low.orElse(null), high.orElse(null)));
        } catch (IllegalArgumentException cannotBe) {
            say(from, say("wrong.range"));
            return Optional.empty();
        }
    }

    private Optional<BigDecimal> number(TextField field) {
        if (field.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> read = TypedNumber.read(field.getValue(), getLocale());
        if (read.isEmpty()) {
            say(field, say("wrong.number"));
        }
        return read.map(number -> number.divide(BigDecimal.valueOf(unit)));
    }

    private static void say(TextField field, @Nullable String wrong) {
        field.setErrorMessage(wrong);
        field.setInvalid(wrong != null);
    }

    @Override
    void show(Trait trait) {
        switch (trait) {
            case Trait.WorthIs(var of, var low, var high) -> show(low, high);
            case Trait.AliveIs(var low, var high) -> show(low, high);
            default -> throw new IllegalArgumentException("Not a range: " + trait);
        }
    }

    private void show(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        from.setValue(written(low));
        below.setValue(written(high));
    }

    private String written(@Nullable BigDecimal number) {
        return number == null ? "" : TypedNumber.write(number.multiply(BigDecimal.valueOf(unit)), getLocale());
    }

    @Override
    void focus() {
        from.focus();
    }
}
