package nl.baton.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import nl.baton.base.ui.Glyph;
import nl.baton.security.Refused;
import nl.baton.security.UserAccount;
import nl.baton.security.UserAccounts;

/** One user beside the list: to add, to change, to let in again, to shut out. */
final class UserPanel extends Section {

    private static final long serialVersionUID = 1;

    private final transient UserAccounts accounts;
    private final Runnable changed;
    private final UserForm form;
    private final Div note = new Div();

    private UserPanel(UserAccounts accounts, String title, Runnable changed, Runnable closed) {
        this.accounts = accounts;
        this.changed = changed;
        form = new UserForm(accounts.homeDepartments());
        note.addClassName("panel-note");
        note.getElement().setAttribute("role", "status");
        NativeButton close = new NativeButton("", click -> closed.run());
        close.add(new Glyph(Glyph.CLOSE));
        close.addClassName("tool");
        close.setAriaLabel(getTranslation("security.users.close"));
        Div head = new Div(new H2(title), close);
        head.addClassName("panel-head");
        addClassName("panel");
        setAriaLabel(title);
        add(head);
    }

    static UserPanel adding(UserAccounts accounts, Runnable changed, Runnable closed, String title) {
        UserPanel panel = new UserPanel(accounts, title, changed, closed);
        Button save = panel.primary("security.users.add", panel::addUser);
        panel.add(panel.form, panel.note, actions(save));
        return panel;
    }

    static UserPanel of(UserAccounts accounts, UserAccount user, Runnable changed, Runnable closed) {
        UserPanel panel = new UserPanel(accounts, user.name(), changed, closed);
        panel.form.show(user);
        Div actions = actions(panel.primary("security.users.save", () -> panel.save(user)));
        if (user.self()) {
            Paragraph own = new Paragraph(panel.getTranslation("security.users.own"));
            own.addClassName("quiet");
            panel.add(panel.form, own, panel.note, actions);
            return panel;
        }
        boolean disabled = user.state() == UserAccount.State.DISABLED;
        if (!disabled) {
            actions.add(new Button(panel.getTranslation("security.users.reset"), click -> panel.confirmReset(user)));
        }
        actions.add(
                disabled
                        ? new Button(
                                panel.getTranslation("security.users.enable"),
                                click -> panel.attempt(() -> accounts.enable(user.id())))
                        : new Button(
                                panel.getTranslation("security.users.disable"), click -> panel.confirmDisable(user)));
        panel.add(panel.form, panel.note, actions);
        return panel;
    }

    private Button primary(String key, Runnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private static Div actions(Button first) {
        Div actions = new Div(first);
        actions.addClassName("actions");
        return actions;
    }

    private void addUser() {
        attempt(() -> {
            UserAccounts.NewUser made =
                    accounts.add(form.username(), form.name(), form.roles(), form.homeDepartmentId(), form.email());
            showLink(form.name(), made.token());
        });
    }

    private void save(UserAccount user) {
        attempt(() -> {
            accounts.setEmail(user.id(), form.email());
            accounts.setRoles(user.id(), form.roles());
            accounts.setProfile(user.id(), form.name(), form.homeDepartmentId());
            note.setText(getTranslation("security.users.saved", user.name()));
        });
    }

    private void confirmReset(UserAccount user) {
        confirm(
                "security.users.reset",
                "security.users.reset.confirm",
                "security.users.reset.really",
                user,
                () -> attempt(() -> showLink(user.name(), accounts.reset(user.id()))));
    }

    private void confirmDisable(UserAccount user) {
        confirm(
                "security.users.disable",
                "security.users.disable.confirm",
                "security.users.disable",
                user,
                () -> attempt(() -> accounts.disable(user.id())));
    }

    private void confirm(String title, String text, String really, UserAccount user, Runnable action) {
        ConfirmDialog dialog = new ConfirmDialog(
                getTranslation(title) + ": " + user.name(),
                getTranslation(text, user.name()),
                getTranslation(really),
                event -> action.run());
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("security.users.cancel"));
        dialog.open();
    }

    /** Only the note stays beside the heading: the link is shown once, and nothing else asks for attention. */
    private void showLink(String name, String token) {
        note.removeAll();
        note.add(new LinkNote(name, token));
        getChildren()
                .filter(child -> child != note && !child.hasClassName("panel-head"))
                .forEach(child -> child.setVisible(false));
    }

    private void attempt(Runnable change) {
        form.clearRefusals();
        note.removeAll();
        try {
            change.run();
            changed.run();
        } catch (Refused refused) {
            if (!form.refuse(refused.reason())) {
                note.setText(getTranslation(refused.reason().key()));
            }
        }
    }
}
