package nl.baton.profile.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.IntStream;
import nl.baton.base.Language;
import nl.baton.journey.HandContact.HandPromise;
import org.jspecify.annotations.Nullable;

/** A promise made in a contact: what, and by when. */
final class PromiseFields extends Div {

    private static final long serialVersionUID = 1;
    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 22;

    private final Checkbox promised = new Checkbox(getTranslation("profile.contact.promised"));
    final TextField text = new TextField(getTranslation("profile.contact.promise"));
    final DatePicker day = new DatePicker(getTranslation("profile.contact.promise.day"));
    private final ComboBox<LocalTime> time = new ComboBox<>(getTranslation("profile.contact.promise.time"));
    private final Checkbox chosen = new Checkbox(getTranslation("profile.contact.promise.chosen"));

    PromiseFields(LocalDate today) {
        day.setMin(today);
        day.setLocale(Language.of(getLocale()).locale());
        time.setItems(IntStream.range(2 * FIRST_HOUR, 2 * LAST_HOUR)
                .mapToObj(half -> LocalTime.of(half / 2, half % 2 * 30))
                .toList());
        time.setPlaceholder(getTranslation("profile.contact.promise.time.any"));
        time.setClearButtonVisible(true);
        Div fields = new Div(text, day, time, chosen);
        fields.addClassName("promise-fields");
        fields.setVisible(false);
        promised.addValueChangeListener(change -> {
            fields.setVisible(change.getValue());
            if (change.getValue()) {
                text.focus();
            }
        });
        addClassName("promising");
        add(promised, fields);
    }

    @Nullable
    HandPromise promise() {
        return promised.getValue()
                ? new HandPromise(text.getValue(), day.getValue(), time.getValue(), chosen.getValue())
                : null;
    }
}
