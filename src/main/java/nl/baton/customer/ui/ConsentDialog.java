package nl.baton.customer.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.baton.base.Days;
import nl.baton.customer.WishRefused;
import org.jspecify.annotations.Nullable;

/** Asks whether a customer agrees to a purpose, and until which day. */
final class ConsentDialog extends ConfirmDialog {

    private static final long serialVersionUID = 1;

    /** Takes it down, or refuses. */
    interface Taking extends Serializable {

        void agree(String purpose, boolean granted, @Nullable Instant expiresAt);
    }

    /** @param purpose empty for a new one */
    ConsentDialog(String purpose, Taking take, ZoneId zone, SerializableRunnable taken) {
        TextField name = new TextField(getTranslation("customer.consent.purpose"));
        name.setValue(purpose);
        name.setReadOnly(!purpose.isEmpty());
        Select<Boolean> granted = new Select<>();
        granted.setLabel(getTranslation("customer.consent.says"));
        granted.setItems(true, false);
        granted.setItemLabelGenerator(
                yes -> getTranslation(yes ? "customer.consent.GRANTED" : "customer.consent.WITHHELD"));
        granted.setValue(true);
        DatePicker until = new DatePicker(getTranslation("customer.consent.last-day"));
        until.setHelperText(getTranslation("customer.consent.last-day.help"));
        Div form = new Div(name, granted, until);
        form.addClassName("side-form");
        setHeader(getTranslation("customer.consent.title"));
        setCancelable(true);
        setCancelText(getTranslation("customer.wishes.cancel"));
        setConfirmText(getTranslation("customer.wishes.save"));
        add(form);
        addConfirmListener(confirmed -> {
            try {
                LocalDate last = until.getValue();
                take.agree(name.getValue(), granted.getValue(), last == null ? null : Days.endOf(last, zone));
                taken.run();
            } catch (WishRefused refused) {
                boolean day = refused.reason() == WishRefused.Reason.EXPIRES_BEFORE;
                String why = getTranslation(refused.reason().key(), refused.arguments());
                if (day) {
                    until.setErrorMessage(why);
                    until.setInvalid(true);
                } else {
                    name.setErrorMessage(why);
                    name.setInvalid(true);
                }
                open();
            }
        });
    }
}
