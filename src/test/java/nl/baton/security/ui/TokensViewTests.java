package nl.baton.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.baton.BatonTest;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.security.ApiTokens.ApiToken;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BatonTest
@SignedInAs(Role.ADMIN)
class TokensViewTests extends SpringBrowserlessTest {

    @Autowired
    private ApiTokens tokens;

    private final String name = "crm " + UUID.randomUUID();

    @BeforeEach
    void speakEnglish() {
        UI.getCurrent().getSession().setLocale(Locale.ENGLISH);
    }

    private ApiToken token() {
        return tokens.list().stream()
                .filter(token -> token.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_token_is_made_and_its_secret_shown_once() {
        navigate(TokensView.class, Map.of("token", "new"));
        press("Make token");
        assertThat(field().getErrorMessage()).isEqualTo("A token has a name");
        field().setValue(name);
        press("Make token");
        assertThat(scopes().getErrorMessage()).isNotBlank();
        scopes().setValue(Set.of(ApiScope.SETUP_READ, ApiScope.HANDOFFS_READ));
        press("Make token");

        TextField secret =
                find(TextField.class, findInView(SecretNote.class).single()).single();
        assertThat(secret.getValue()).hasSizeGreaterThan(40);
        assertThat(token().scopes()).containsExactlyInAnyOrder("setup:read", "handoffs:read");
        navigate(TokensView.class, Map.of("token", Long.toString(token().id())));
        assertThat(findInView(SecretNote.class).all()).isEmpty();
    }

    @Test
    void a_token_is_revoked_after_a_question() {
        long id = tokens.issue(name, Set.of(ApiScope.INTAKE_WRITE)).id();
        navigate(TokensView.class, Map.of("token", Long.toString(id)));
        press("Revoke");
        assertThat(token().revokedAt()).isNull();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(token().revokedAt()).isNotNull();
        assertThat(find(Button.class, findInView(TokenPanel.class).single())
                        .withText("Revoke")
                        .all())
                .isEmpty();
    }

    private void press(String text) {
        test(find(Button.class, findInView(TokenPanel.class).single())
                        .withText(text)
                        .single())
                .click();
    }

    private TextField field() {
        return find(TextField.class, findInView(TokenPanel.class).single()).single();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<ApiScope> scopes() {
        return findInView(CheckboxGroup.class).single();
    }
}
