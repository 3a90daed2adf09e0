package nl.baton.security.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import nl.baton.base.ui.ShellUser;
import nl.baton.security.Reason;
import nl.baton.security.Refused;
import nl.baton.security.Welcome;

/** Where a one-time link leads: a password is set, and for the first administrator an account made. */
@Route(value = "welcome/:token", autoLayout = false)
@AnonymousAllowed
public class WelcomeView extends Composite<DoorLayout> implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;

    private final transient ShellUser user;
    private final transient Welcome welcome;
    private final TextField username = new TextField(getTranslation("security.login.username"));
    private final TextField name = new TextField(getTranslation("security.users.name"));
    private final PasswordField password = new PasswordField(getTranslation("security.welcome.password"));
    private final PasswordField again = new PasswordField(getTranslation("security.welcome.again"));
    private final Button save = new Button(getTranslation("security.welcome.save"), click -> save());
    private String token = "";
    private boolean first;

    WelcomeView(ShellUser user, Welcome welcome) {
        this.user = user;
        this.welcome = welcome;
        username.setAutocomplete(Autocomplete.USERNAME);
        name.setAutocomplete(Autocomplete.NAME);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        again.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(getTranslation("security.welcome.rule"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
    }

    @Override
    protected DoorLayout initContent() {
        return new DoorLayout(user);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        welcome.invitation(token).ifPresentOrElse(this::invite, this::expired);
    }

    private void invite(Welcome.Invitation invitation) {
        first = invitation.firstAdministrator();
        username.setValue(invitation.username());
        username.setReadOnly(!first);
        name.setVisible(first);
        String sentence = first
                ? getTranslation("security.welcome.first")
                : getTranslation("security.welcome.sentence", invitation.name());
        getContent().show(getTranslation("security.welcome.title"), sentence, username, name, password, again, save);
        if (first) {
            username.focus();
        } else {
            password.focus();
        }
    }

    private void expired() {
        Paragraph next = new Paragraph(getTranslation("security.welcome.expired.next"));
        next.addClassName("quiet");
        getContent()
                .show(
                        getTranslation("security.welcome.expired.title"),
                        getTranslation("security.welcome.expired.text"),
                        next,
                        new RouterLink(getTranslation("security.welcome.tologin"), LoginView.class));
    }

    private void save() {
        username.setInvalid(false);
        name.setInvalid(false);
        password.setInvalid(false);
        again.setInvalid(false);
        if (!password.getValue().equals(again.getValue())) {
            again.setErrorMessage(getTranslation("security.welcome.different"));
            again.setInvalid(true);
            return;
        }
        try {
            if (first) {
                welcome.setUpFirstAdministrator(token, username.getValue(), name.getValue(), password.getValue());
            } else {
                welcome.setPassword(token, password.getValue());
            }
            done();
        } catch (Refused refused) {
            refuse(refused.reason());
        }
    }

    private void refuse(Reason reason) {
        String why = getTranslation(reason.key());
        switch (reason) {
            case LINK_SPENT -> expired();
            case USERNAME_EMPTY, USERNAME_SHAPE, USERNAME_TAKEN -> {
                username.setErrorMessage(why);
                username.setInvalid(true);
            }
            case NAME_EMPTY -> {
                name.setErrorMessage(why);
                name.setInvalid(true);
            }
            default -> {
                password.setErrorMessage(why);
                password.setInvalid(true);
            }
        }
    }

    private void done() {
        RouterLink on = new RouterLink(getTranslation("security.welcome.tologin"), LoginView.class);
        on.addClassName("button-like");
        getContent()
                .show(
                        getTranslation("security.welcome.done.title"),
                        getTranslation("security.welcome.done.text", username.getValue()),
                        on);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.title", getTranslation("security.welcome.title"));
    }
}
