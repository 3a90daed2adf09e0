package nl.baton.security.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import nl.baton.base.ui.ShellUser;
import nl.baton.security.SecurityProperties;

/** Sign-in. One answer to all that can be wrong, so that nobody learns which names exist. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Composite<DoorLayout> implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1;

    private final transient ShellUser user;
    private final transient SecurityProperties properties;
    private final LoginForm form = new LoginForm();

    LoginView(ShellUser user, SecurityProperties properties) {
        this.user = user;
        this.properties = properties;
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts());
        Paragraph help = new Paragraph(getTranslation("security.login.help"));
        help.addClassNames("quiet", "small");
        getContent()
                .show(getTranslation("security.login.title"), getTranslation("security.login.sentence"), form, help);
    }

    @Override
    protected DoorLayout initContent() {
        return new DoorLayout(user);
    }

    private LoginI18n texts() {
        LoginI18n i18n = LoginI18n.createDefault();
        LoginI18n.Form labels = i18n.getForm();
        labels.setTitle("");
        labels.setUsername(getTranslation("security.login.username"));
        labels.setPassword(getTranslation("security.login.password"));
        labels.setSubmit(getTranslation("security.login.submit"));
        LoginI18n.ErrorMessage error = i18n.getErrorMessage();
        error.setTitle(getTranslation("security.login.error.title"));
        error.setMessage(getTranslation(
                "security.login.error.text",
                properties.maxFailures(),
                properties.lockFor().toMinutes()));
        error.setUsername(getTranslation("security.login.error.username"));
        error.setPassword(getTranslation("security.login.error.password"));
        return i18n;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (user.person().isPresent()) {
            // Somebody signed in follows an old bookmark.
            event.forwardTo("");
        }
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.title", getTranslation("security.login.title"));
    }
}
