package nl.baton.intake.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.baton.journey.JourneyAttributes;

/** Which columns tell of the journey as a whole, such as whether it was in time. */
final class AttributeColumns extends Div {

    private static final long serialVersionUID = 1;

    private final MultiSelectComboBox<String> chosen =
            new MultiSelectComboBox<>(getTranslation("intake.form.attributes"));

    /** @param taken columns that are something else already, at this moment */
    AttributeColumns(List<String> names, SerializableSupplier<Collection<String>> taken, SerializableRunnable changed) {
        addClassName("attribute-columns");
        chosen.setItems(names);
        chosen.setClearButtonVisible(true);
        chosen.setManualValidation(true);
        chosen.setHelperText(getTranslation("intake.form.attributes.help"));
        chosen.addValueChangeListener(change -> changed.run());
        Button rest = new Button(getTranslation("intake.form.attributes.rest"), click -> {
            Set<String> others = new LinkedHashSet<>(names);
            others.removeAll(taken.get());
            chosen.setValue(others.stream().limit(JourneyAttributes.MOST).toList());
        });
        rest.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(chosen, rest);
    }

    /** In the order of the file, so that the same choice is the same mapping. */
    List<String> names() {
        Set<String> selected = chosen.getValue();
        return chosen.getListDataView().getItems().filter(selected::contains).toList();
    }

    MultiSelectComboBox<String> field() {
        return chosen;
    }
}
