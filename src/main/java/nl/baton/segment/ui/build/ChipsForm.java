package nl.baton.segment.ui.build;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.baton.segment.Trait;

/** A few that can be chosen from, any number of them. */
final class ChipsForm<E extends Enum<E>> extends TraitForm {

    private static final long serialVersionUID = 1;

    private final SerializableFunction<Set<E>, Trait> make;
    private final SerializableFunction<Trait, Set<E>> read;
    private final CheckboxGroup<E> chips = new CheckboxGroup<>();

    ChipsForm(
            List<E> choices,
            String label,
            SerializableFunction<E, String> words,
            SerializableFunction<Set<E>, Trait> make,
            SerializableFunction<Trait, Set<E>> read,
            SerializableRunnable changed) {
        super(changed);
        this.make = make;
        this.read = read;
        chips.setItems(choices);
        chips.setItemLabelGenerator(words::apply);
        chips.setAriaLabel(label);
        chips.addClassName("chips");
        chips.addValueChangeListener(change -> changed());
        add(chips);
    }

    @Override
    Optional<Trait> value() {
        return chips.getValue().isEmpty() ? Optional.empty() : Optional.of(make.apply(chips.getValue()));
    }

    @Override
    void show(Trait trait) {
        chips.setValue(read.apply(trait));
    }

    @Override
    void focus() {
        chips.getChildren()
                .filter(Checkbox.class::isInstance)
                .findFirst()
                .ifPresent(first -> ((Checkbox) first).focus());
    }
}
