package nl.baton.customer.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import nl.baton.customer.WishRefused;

/** Asks for one wish; what cannot be taken down is said at the field, and what was typed stays. */
final class WishDialog extends ConfirmDialog {

    private static final long serialVersionUID = 1;

    WishDialog(
            String label, String help, String before, SerializableConsumer<String> take, SerializableRunnable taken) {
        TextField field = new TextField(label);
        field.addClassName("dialog-field");
        field.setHelperText(help);
        field.setValue(before);
        field.setClearButtonVisible(true);
        setHeader(getTranslation("customer.wishes.change.which", label));
        setCancelable(true);
        setCancelText(getTranslation("customer.wishes.cancel"));
        setConfirmText(getTranslation("customer.wishes.save"));
        add(field);
        addConfirmListener(confirmed -> {
            try {
                take.accept(field.getValue());
                taken.run();
            } catch (WishRefused refused) {
                field.setErrorMessage(getTranslation(refused.reason().key(), refused.arguments()));
                field.setInvalid(true);
                open();
            }
        });
    }
}
