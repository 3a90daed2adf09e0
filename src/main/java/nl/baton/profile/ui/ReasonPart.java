package nl.baton.profile.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;

/** Stands in the place of a profile that opens only to who says what for; nothing of the customer is sent before. */
final class ReasonPart extends Section {

    private static final long serialVersionUID = 1;
    private static final List<String> USUAL = List.of("contact", "takeover", "complaint", "correction");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 200;

    private final TextField other = new TextField(getTranslation("profile.reason.other"));
    private final SerializableConsumer<String> given;

    /** @param given told what for, in words */
    ReasonPart(SerializableConsumer<String> given) {
        this.given = given;
        addClassName("reason-part");
        Paragraph why = new Paragraph(getTranslation("profile.reason.why"));
        why.addClassName("answer");
        Div usual = new Div();
        usual.addClassName("actions");
        USUAL.forEach(reason -> {
            String words = getTranslation("profile.reason." + reason);
            usual.add(new Button(words, click -> given.accept(words)));
        });
        other.setMaxLength(LONGEST);
        other.setHelperText(getTranslation("profile.reason.other.help"));
        other.addKeyPressListener(Key.ENTER, enter -> giveOther());
        Button open = new Button(getTranslation("profile.reason.open"), click -> giveOther());
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div free = new Div(other, open);
        free.addClassName("reason-other");
        add(new H1(getTranslation("profile.reason.title")), why, usual, free);
    }

    private void giveOther() {
        String reason = other.getValue().strip();
        if (reason.length() < SHORTEST) {
            other.setErrorMessage(getTranslation("profile.reason.too-short"));
            other.setInvalid(true);
        } else {
            given.accept(reason);
        }
    }
}
