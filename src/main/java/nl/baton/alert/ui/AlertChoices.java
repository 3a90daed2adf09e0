package nl.baton.alert.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import nl.baton.alert.AlertList;
import nl.baton.alert.AlertList.Choice;
import nl.baton.alert.AlertWay;
import nl.baton.security.OwnAccount;
import nl.baton.security.Refused;

/** How the person wishes to hear of each kind, and the address for mails. */
final class AlertChoices extends Section {

    private static final long serialVersionUID = 1;

    private final transient OwnAccount account;
    private final TextField email = new TextField(getTranslation("security.users.email"));
    private final Paragraph note = new Paragraph();

    AlertChoices(AlertList alerts, OwnAccount account) {
        this.account = account;
        addClassName("alert-choices");
        add(new H2(getTranslation("alert.choices")));
        for (Choice choice : alerts.choices()) {
            add(select(alerts, choice));
        }
        email.setHelperText(getTranslation("alert.email.help"));
        email.setValue(account.email().orElse(""));
        note.addClassName("quiet");
        note.getElement().setAttribute("role", "status");
        Div line = new Div(email, new Button(getTranslation("alert.email.save"), click -> save()));
        line.addClassName("email-line");
        add(line, note);
    }

    private Select<AlertWay> select(AlertList alerts, Choice choice) {
        Select<AlertWay> select = new Select<>();
        select.setLabel(getTranslation("alert.kind." + choice.kind().name()));
        select.setHelperText(getTranslation("alert.kind." + choice.kind().name() + ".definition"));
        select.setItems(AlertWay.values());
        select.setItemLabelGenerator(way -> getTranslation("alert.way." + way.name()));
        select.setValue(choice.way());
        select.addValueChangeListener(change -> alerts.choose(choice.kind(), change.getValue()));
        return select;
    }

    private void save() {
        try {
            account.setEmail(email.getValue());
            email.setInvalid(false);
            note.setText(getTranslation("alert.email.saved"));
        } catch (Refused refused) {
            note.setText("");
            email.setErrorMessage(getTranslation(refused.reason().key()));
            email.setInvalid(true);
        }
    }
}
