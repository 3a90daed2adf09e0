package nl.baton.customer.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import nl.baton.customer.CustomerQuality;
import nl.baton.customer.QualityRefused;
import nl.baton.customer.QualityTotals;
import nl.baton.customer.QualityTotals.ShelfLife;

/** How long each field holds, and which attributes count: the steward sets both. */
final class ShelfLifePart extends Section {

    private static final long serialVersionUID = 1;
    private static final String ATTRIBUTE = "attribute:";

    private final transient QualityTotals quality;
    private final transient CustomerQuality names;
    private final SerializableRunnable changed;
    private final Paragraph note = new Paragraph();

    ShelfLifePart(QualityTotals quality, CustomerQuality names, SerializableRunnable changed) {
        this.quality = quality;
        this.names = names;
        this.changed = changed;
        note.getElement().setAttribute("role", "status");
        note.addClassName("quiet");
    }

    void show() {
        removeAll();
        Paragraph what = new Paragraph(getTranslation("customer.quality.shelf.what"));
        what.addClassName("quiet");
        add(new H2(getTranslation("customer.quality.shelf")), what, fields(), attributes(), note);
    }

    private Div fields() {
        List<ShelfLife> lives = quality.shelfLives();
        Select<ShelfLife> field = new Select<>();
        field.setLabel(getTranslation("customer.quality.shelf.field"));
        field.setItems(lives);
        field.setItemLabelGenerator(life -> names.name(life.field(), getLocale()));
        TextField days = new TextField(getTranslation("customer.quality.shelf.days"));
        days.setAllowedCharPattern("[0-9]");
        field.addValueChangeListener(
                change -> days.setValue(Integer.toString(change.getValue().days())));
        field.setValue(lives.getFirst());
        Button set = new Button(getTranslation("customer.quality.shelf.set"), click -> {
            String chosen = field.getValue().field();
            attempt(days, () -> {
                quality.setShelfLife(chosen, number(days.getValue()));
                note.setText(getTranslation(
                        "customer.quality.shelf.done", names.name(chosen, getLocale()), days.getValue()));
            });
        });
        Button remove = new Button(getTranslation("customer.quality.attribute.remove"), click -> {
            quality.removeAttribute(field.getValue().field().substring(ATTRIBUTE.length()));
            note.setText(getTranslation("customer.quality.attribute.done"));
            changed.run();
        });
        remove.setVisible(false);
        field.addValueChangeListener(
                change -> remove.setVisible(change.getValue().field().startsWith(ATTRIBUTE)));
        Div line = new Div(field, days, set, remove);
        line.addClassName("shelf-lives");
        return line;
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private Div attributes() {
        ComboBox<String> key = new ComboBox<>(getTranslation("customer.quality.attribute"));
        key.setItems(quality.otherAttributes());
        key.setAllowCustomValue(true);
        key.addCustomValueSetListener(typed -> key.setValue(typed.getDetail()));
        Button add = new Button(getTranslation("customer.quality.attribute.add"), click -> {
            try {
                quality.addAttribute(key.getValue() == null ? "" : key.getValue());
                note.setText(getTranslation("customer.quality.attribute.done"));
                changed.run();
            } catch (QualityRefused refused) {
                key.setErrorMessage(getTranslation(refused.reason().key()));
                key.setInvalid(true);
            }
        });
        Div line = new Div(key, add);
        line.addClassName("shelf-lives");
        return line;
    }

    private void attempt(TextField field, SerializableRunnable change) {
        try {
            change.run();
            changed.run();
        } catch (QualityRefused refused) {
            field.setErrorMessage(getTranslation(refused.reason().key()));
            field.setInvalid(true);
        }
    }
}
