package nl.baton.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** A token's secret, shown this once, to be passed on. */
final class SecretNote extends Div {

    private static final long serialVersionUID = 1;

    SecretNote(String name, String secret) {
        addClassName("link-note");
        TextField field = new TextField(getTranslation("security.tokens.secret"));
        field.addClassName("secret");
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setValue(secret);
        Button copy = new Button(getTranslation("security.tokens.secret.copy"));
        Clipboard.onClick(copy).writeText(field);
        copy.addClickListener(click -> copy.setText(getTranslation("security.tokens.secret.copied")));
        Paragraph text = new Paragraph(getTranslation("security.tokens.secret.text"));
        text.addClassName("quiet");
        add(new H2(getTranslation("security.tokens.secret.title", name)), text, field, copy);
        getElement().setAttribute("role", "status");
    }
}
