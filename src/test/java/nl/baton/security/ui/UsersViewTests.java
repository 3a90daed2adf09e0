package nl.baton.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.baton.database.DatabaseTest;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.UserAccount;
import nl.baton.security.UserAccounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
@SignedInAs(Role.ADMIN)
class UsersViewTests extends SpringBrowserlessTest {

    @Autowired
    private UserAccounts users;

    private final String username = "v" + UUID.randomUUID().toString().substring(0, 12);

    @BeforeEach
    void speakEnglish() {
        UI.getCurrent().getSession().setLocale(Locale.ENGLISH);
    }

    @Test
    void a_user_is_added_and_the_link_shown_once() {
        navigate(UsersView.class, Map.of("user", "new"));
        fill("User name", username);
        fill("Name", "Vera View");
        roles().setValue(Set.of(Role.AGENT, Role.LEAD));
        press("Add user", UserPanel.class);

        TextField link =
                find(TextField.class, findInView(LinkNote.class).single()).single();
        assertThat(link.getValue()).contains("welcome/");
        UserAccount added = users.page(username, 0, 1).items().getFirst();
        assertThat(added.roles()).containsExactlyInAnyOrder(Role.AGENT, Role.LEAD);

        navigate(UsersView.class, Map.of("user", Long.toString(added.id())));
        assertThat(findInView(LinkNote.class).all()).isEmpty();
    }

    @Test
    void what_is_wrong_is_said_at_its_field() {
        navigate(UsersView.class, Map.of("user", "new"));
        press("Add user", UserPanel.class);
        assertThat(field("User name").isInvalid()).isTrue();
        assertThat(field("User name").getErrorMessage()).startsWith("User name:");

        fill("User name", username);
        press("Add user", UserPanel.class);
        assertThat(field("User name").isInvalid()).isFalse();
        assertThat(field("Name").getErrorMessage()).startsWith("Name:");

        fill("Name", "Vera View");
        press("Add user", UserPanel.class);
        assertThat(roles().getErrorMessage()).startsWith("Roles:");
        assertThat(users.page(username, 0, 1).total()).isZero();
    }

    @Test
    void the_search_stands_in_the_url_and_narrows_the_list() {
        users.add(username, "Vera View", Set.of(Role.AGENT), null);

        UI.getCurrent().navigate(UsersView.class, RouteParameters.empty(), QueryParameters.of("q", username));

        assertThat(test(findInView(Grid.class).single()).size()).isEqualTo(1);
        UI.getCurrent().navigate(UsersView.class, RouteParameters.empty(), QueryParameters.of("q", "nobody-at-all"));
        assertThat(test(findInView(Grid.class).single()).size()).isZero();
    }

    @Test
    void changed_roles_are_kept() {
        long id = users.add(username, "Vera View", Set.of(Role.AGENT), null).id();

        navigate(UsersView.class, Map.of("user", Long.toString(id)));
        roles().setValue(Set.of(Role.STEWARD));
        fill("Name", "Vera Viewer");
        press("Save", UserPanel.class);

        UserAccount user = users.byId(id).orElseThrow();
        assertThat(user.roles()).containsExactly(Role.STEWARD);
        assertThat(user.name()).isEqualTo("Vera Viewer");
    }

    @Test
    void the_screen_opens_with_a_sentence() {
        users.add(username, "Vera View", Set.of(Role.AGENT), null);
        navigate(UsersView.class);

        assertThat(findInView(H1.class).single().getText()).matches("(One person can|[\\d,]+ people).*");
    }

    private void press(String text, Class<UserPanel> where) {
        test(find(Button.class, findInView(where).single()).withText(text).single())
                .click();
    }

    private void fill(String label, String value) {
        field(label).setValue(value);
    }

    private TextField field(String label) {
        return find(TextField.class, findInView(UserPanel.class).single())
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Role> roles() {
        return findInView(CheckboxGroup.class).single();
    }
}
