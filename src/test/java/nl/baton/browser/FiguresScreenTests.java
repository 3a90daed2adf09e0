package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Set;
import nl.baton.security.DemoAccounts;
import nl.baton.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator sees how far the figures are, and has them computed anew. */
class FiguresScreenTests extends SharedBrowserTest {

    private static final long NO_CASE = 999_999_999_999L;

    @Autowired
    private DemoAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void administratorSignsIn() {
        accounts.addDemo("figures-admin", "Ada Beheer", "een wachtwoord van niets", Set.of(Role.ADMIN), null);
        signIn(page, "figures-admin", "een wachtwoord van niets");
    }

    @AfterEach
    void nothingFails() {
        jdbc.sql("DELETE FROM failed_case WHERE case_id = ?").param(NO_CASE).update();
    }

    @Test
    void all_figures_are_computed_anew_while_one_looks_on() {
        page.navigate("/figures");
        Locator since = page.locator(".figures-view section .quiet");
        assertThat(since.last()).containsText("het laatst in hun geheel berekend op");
        String before = jdbc.sql("SELECT MAX(generation) FROM figures_generation WHERE state = 'LIVE'")
                .query(String.class)
                .single();
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "figures");
        button("Opnieuw berekenen").click();
        assertThat(page.locator("vaadin-confirm-dialog[opened]")).containsText("richt geen schade aan");
        settle(page);
        screenshot(page, "figures-confirm");
        page.locator("vaadin-confirm-dialog vaadin-button[theme~=primary]").click();
        assertThat(page.locator(".figures-view vaadin-progress-bar")).isVisible();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/figures-progress.png")));
        assertThat(button("Opnieuw berekenen")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
        org.assertj.core.api.Assertions.assertThat(
                        jdbc.sql("SELECT MAX(generation) FROM figures_generation WHERE state = 'LIVE'")
                                .query(String.class)
                                .single())
                .isNotEqualTo(before);
    }

    @Test
    void what_could_not_be_computed_is_said_and_tried_again() {
        jdbc.sql("INSERT INTO failed_case (case_id, failed_at, reason) VALUES (?, CURRENT_TIMESTAMP, 'test')")
                .param(NO_CASE)
                .update();
        page.navigate("/figures");
        assertThat(page.locator("h1")).containsText("niet worden berekend");
        settle(page);
        screenshot(page, "figures-failed");
        button("Opnieuw proberen").click();
        assertThat(page.locator("h1")).not().containsText("niet worden berekend");
    }

    private Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
