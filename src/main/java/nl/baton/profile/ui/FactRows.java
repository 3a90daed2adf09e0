package nl.baton.profile.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import nl.baton.base.ui.Glyph;
import nl.baton.journey.Fact;

/** What was asked and what was told, a row each. */
final class FactRows extends Div {

    private static final long serialVersionUID = 1;

    private final List<String> known;
    private final Div list = new Div();
    private final List<Row> rows = new ArrayList<>();

    /** @param known keys to choose from; others can be typed */
    FactRows(List<String> known) {
        this.known = List.copyOf(known);
        Button more = new Button(getTranslation("profile.contact.fact.add"), new Glyph(Glyph.PLUS), click -> {
            Row row = new Row();
            rows.add(row);
            list.add(row);
            row.key.focus();
        });
        more.addClassName("small");
        addClassName("fact-rows");
        add(list, more);
    }

    /** Those that are not wholly empty. */
    List<Fact> facts() {
        return rows.stream()
                .filter(row -> !row.key.isEmpty() || !row.value.isEmpty())
                .map(row -> new Fact(
                        row.key.getValue() == null ? "" : row.key.getValue(),
                        row.act.getValue(),
                        row.value.isEmpty() ? null : row.value.getValue()))
                .toList();
    }

    /** Says it at the first row that has no name, else at the first. */
    void refuse(String why) {
        rows.stream()
                .filter(row -> row.key.isEmpty())
                .findFirst()
                .or(() -> rows.stream().findFirst())
                .ifPresent(row -> {
                    row.key.setErrorMessage(why);
                    row.key.setInvalid(true);
                });
    }

    void clearRefusals() {
        rows.forEach(row -> row.key.setInvalid(false));
    }

    private final class Row extends Div {

        private static final long serialVersionUID = 1;

        private final Select<Fact.Act> act = new Select<>();
        private final ComboBox<String> key = new ComboBox<>();
        private final TextField value = new TextField();

        Row() {
            act.setItems(Fact.Act.values());
            act.setItemLabelGenerator(one -> getTranslation("journey.fact." + one.name()));
            act.setValue(Fact.Act.ASKED);
            act.setAriaLabel(getTranslation("profile.contact.fact.act"));
            key.setItems(known);
            key.setAllowCustomValue(true);
            key.addCustomValueSetListener(typed -> key.setValue(typed.getDetail()));
            key.setPlaceholder(getTranslation("profile.contact.fact.key"));
            key.setAriaLabel(getTranslation("profile.contact.fact.key"));
            value.setPlaceholder(getTranslation("profile.contact.fact.value"));
            value.setAriaLabel(getTranslation("profile.contact.fact.value"));
            Button remove = new Button(new Glyph(Glyph.CLOSE), click -> {
                rows.remove(this);
                removeFromParent();
            });
            remove.setAriaLabel(getTranslation("profile.contact.fact.remove"));
            addClassName("fact-row");
            add(act, key, value, remove);
        }
    }
}
