package nl.baton.segment.ui.build;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.function.SerializableBiFunction;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.baton.segment.Trait;
import nl.baton.segment.TraitChoices.AttributeKey;

/** Words that sources use: the values of an attribute, life stages, lifestyles. Others can be typed. */
final class ValuesForm extends TraitForm {

    private static final long serialVersionUID = 1;

    private final transient List<AttributeKey> known;
    private final SerializableBiFunction<String, Set<String>, Trait> make;
    private final ComboBox<String> keys = new ComboBox<>();
    private final MultiSelectComboBox<String> values = new MultiSelectComboBox<>();

    /** Of attributes; {@code make} gets the key and the values. */
    ValuesForm(
            List<AttributeKey> known,
            SerializableBiFunction<String, Set<String>, Trait> make,
            SerializableRunnable changed) {
        super(changed);
        this.known = known;
        this.make = make;
        keys.setLabel(say("field.attribute"));
        keys.setItems(known.stream().map(AttributeKey::key).toList());
        keys.addValueChangeListener(change -> {
            offer(Set.of());
            changed();
        });
        add(keys);
        values();
    }

    /** Of what has no key. */
    ValuesForm(
            List<String> offered,
            String label,
            SerializableBiFunction<String, Set<String>, Trait> make,
            SerializableRunnable changed) {
        super(changed);
        this.known = List.of(new AttributeKey(label, offered));
        this.make = make;
        keys.setItems(label);
        keys.setValue(label);
        values();
        offer(Set.of());
    }

    private void values() {
        values.setLabel(say("field.values"));
        values.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        values.setAllowCustomValue(true);
        values.addCustomValueSetListener(typed -> {
            String word = typed.getDetail().strip();
            if (!word.isEmpty() && word.length() <= Trait.LONGEST) {
                if (!values.getListDataView().contains(word)) {
                    values.getListDataView().addItem(word);
                }
                values.select(word);
            }
        });
        values.setItems(new ArrayList<>());
        values.addValueChangeListener(change -> changed());
        add(values);
    }

    /** What there is to choose of this key, those that are chosen included. */
    private void offer(Set<String> chosen) {
        List<String> offered = new ArrayList<>(known.stream()
                .filter(each -> each.key().equals(keys.getValue()))
                .flatMap(each -> each.values().stream())
                .toList());
        chosen.stream().filter(value -> !offered.contains(value)).forEach(offered::add);
        values.clear();
        values.setItems(offered);
        values.setValue(chosen);
    }

    @Override
    Optional<Trait> value() {
        String key = keys.getValue();
        boolean many = values.getValue().size() > Trait.MOST_CHOICES;
        values.setErrorMessage(many ? say("wrong.many", Trait.MOST_CHOICES) : null);
        values.setInvalid(many);
        return key == null || values.isEmpty() || many
                ? Optional.empty()
                : Optional.of(make.apply(key, values.getValue()));
    }

    @Override
    void show(Trait trait) {
        switch (trait) {
            case Trait.AttributeIs(String key, var chosen) -> {
                if (known.stream().noneMatch(each -> each.key().equals(key))) {
                    keys.getListDataView().addItem(key);
                }
                keys.setValue(key);
                offer(chosen);
            }
            case Trait.LivesAs(var aspect, var chosen) -> offer(chosen);
            default -> throw new IllegalArgumentException("Not words of a source: " + trait);
        }
    }

    @Override
    void focus() {
        if (keys.isAttached()) {
            keys.focus();
        } else {
            values.focus();
        }
    }
}
