package nl.baton.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.Set;
import nl.baton.security.HomeDepartments;
import nl.baton.security.Reason;
import nl.baton.security.Role;
import nl.baton.security.UserAccount;
import org.jspecify.annotations.Nullable;

/** The fields of one user; what is wrong is said at the field that it is about. */
final class UserForm extends Div {

    private static final long serialVersionUID = 1;

    private final TextField username = new TextField(getTranslation("security.users.username"));
    private final TextField name = new TextField(getTranslation("security.users.name"));
    private final TextField email = new TextField(getTranslation("security.users.email"));
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>(getTranslation("security.users.roles"));
    private final Select<HomeDepartments.Choice> home = new Select<>();

    UserForm(List<HomeDepartments.Choice> departments) {
        addClassName("side-form");
        roles.setItems(Role.values());
        roles.setRenderer(new ComponentRenderer<>(this::roleLine));
        home.setLabel(getTranslation("security.users.home"));
        home.setHelperText(getTranslation("security.users.home.help"));
        home.setItems(departments);
        home.setEmptySelectionAllowed(true);
        home.setEmptySelectionCaption(getTranslation("security.users.home.none"));
        home.setItemLabelGenerator(
                choice -> choice == null ? getTranslation("security.users.home.none") : choice.name());
        home.setVisible(!departments.isEmpty());
        email.setHelperText(getTranslation("security.users.email.help"));
        add(username, name, email, roles, home);
    }

    private Component roleLine(Role role) {
        Span may = new Span(RoleWords.may(this, role));
        may.addClassName("small");
        Div line = new Div(new Span(RoleWords.name(this, role)), may);
        line.addClassName("two-lines");
        return line;
    }

    void show(UserAccount user) {
        username.setValue(user.username());
        // Others know each other by it, and the audit log names it: it stays.
        username.setReadOnly(true);
        name.setValue(user.name());
        email.setValue(user.email() == null ? "" : user.email());
        roles.setValue(user.roles());
        roles.setReadOnly(user.self());
        HomeDepartments.Choice choice = user.homeDepartment();
        if (choice != null) {
            home.setValue(choice);
        }
    }

    String username() {
        return username.getValue();
    }

    String name() {
        return name.getValue();
    }

    String email() {
        return email.getValue();
    }

    Set<Role> roles() {
        return roles.getValue();
    }

    @Nullable
    Long homeDepartmentId() {
        HomeDepartments.Choice choice = home.getOptionalValue().orElse(null);
        return choice == null ? null : choice.id();
    }

    void clearRefusals() {
        username.setInvalid(false);
        name.setInvalid(false);
        email.setInvalid(false);
        roles.setInvalid(false);
        home.setInvalid(false);
    }

    /** Whether there is a field that the reason is about; it then says so. */
    boolean refuse(Reason reason) {
        HasValidation field = switch (reason) {
            case USERNAME_EMPTY, USERNAME_SHAPE, USERNAME_TAKEN -> username;
            case NAME_EMPTY -> name;
            case EMAIL_SHAPE -> email;
            case ROLES_EMPTY, OWN_ROLES, LAST_ADMINISTRATOR -> roles;
            case UNKNOWN_DEPARTMENT -> home;
            default -> null;
        };
        if (field == null) {
            return false;
        }
        field.setErrorMessage(getTranslation(reason.key()));
        field.setInvalid(true);
        return true;
    }
}
