package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LoginPageTests extends SharedBrowserTest {

    @Test
    void whoever_is_not_signed_in_lands_on_the_login_page() {
        page.navigate("/");

        assertThat(page).hasURL(Pattern.compile("/login$"));
        assertThat(page.locator("input[name=username]")).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "login");
    }
}
