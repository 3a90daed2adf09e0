package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every screen of the demo company, looked at in both themes and both widths, and with axe. */
class ScreensTests extends DemoBrowserTest {

    private static final Pattern DIGITS = Pattern.compile("\\D");

    private static long number(Locator locator) {
        return Long.parseLong(DIGITS.matcher(locator.innerText()).replaceAll(""));
    }

    @Test
    void an_executive_reads_where_it_breaks_and_follows_a_figure_to_its_records() {
        signIn(page, "executive");
        page.navigate("/handoffs");
        assertThat(page.locator("h1")).containsText("overdrachten breekt");
        assertThat(page.locator("baton-heat-map button").first()).isVisible();
        assertThat(page.locator(".chosen-lane")).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "handoffs");

        Locator broken = page.locator(".figure", new Page.LocatorOptions().setHasText("Gebroken"));
        String counted = broken.locator(".beside").innerText().split(" van ")[0];
        broken.locator("a").click();
        assertThat(page.locator(".evidence h2")).hasText(counted + " gebroken overdrachten");
        assertThat(page.locator(".evidence-row").first()).isVisible();
        // masked: initials only, and no way to the profile
        assertThat(page.locator(".evidence-row .who").first()).containsText(Pattern.compile("^\\S\\."));
        assertThat(page.locator(".evidence-row a")).hasCount(0);
        assertNoSeriousViolations(page);
        page.locator(".evidence").scrollIntoViewIfNeeded();
        screenshot(page, "handoffs-evidence");
    }

    @Test
    void a_lane_chosen_in_the_map_stands_in_the_url_and_survives_a_reload_and_the_back_button() {
        signIn(page, "executive");
        page.navigate("/handoffs?period=12m");
        Locator second =
                page.locator(".lane-grid vaadin-grid-cell-content .lane").nth(1);
        assertThat(second).isVisible();
        String first = page.locator(".chosen-lane h2").innerText();
        second.click();
        assertThat(page).hasURL(Pattern.compile("lane=\\d+-\\d+"));
        Locator title = page.locator(".chosen-lane h2");
        assertThat(title).not().hasText(first);
        String chosen = title.innerText();

        page.reload();
        assertThat(title).hasText(chosen);
        page.goBack();
        assertThat(title).hasText(first);
    }

    @Test
    void an_agent_understands_a_customer_whose_order_nobody_has_picked_up() {
        signIn(page, "agent");
        page.locator(".customer-search input").fill("annelies de w");
        page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText("Annelies de Wit"))
                .first()
                .click();
        sayWhatFor(page);
        assertThat(page.locator("h1")).hasText("Annelies de Wit");
        assertThat(page.locator(".who-has-it")).containsText("Niemand. Planning gaf het");
        assertThat(page.locator(".who-has-it .state.broken")).hasText("Niet opgepakt");
        assertThat(page.locator("baton-relay")).containsText("4 van de 7 overdrachten gebroken");
        assertThat(page.locator("baton-relay svg").first()).isVisible();
        assertThat(page.locator(".touchpoint-row").first()).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "profile");

        page.reload();
        assertThat(page.locator("h1")).hasText("Annelies de Wit");
    }

    @Test
    void the_search_is_one_key_away_and_knows_phone_numbers_in_any_notation() {
        signIn(page, "agent");
        page.navigate("/handoffs");
        assertThat(page.locator(".overview")).isVisible();
        page.locator("h1").click();
        page.keyboard().press("/");
        assertThat(page.locator(".customer-search input")).isFocused();
        page.keyboard().type("+31 6 0842 0937");
        assertThat(page.locator("vaadin-combo-box-item").first()).containsText("Annelies de Wit");
    }

    @Test
    void language_and_theme_are_the_users_choice_and_stay() {
        signIn(page, "marketer");
        assertThat(page.locator("h1")).containsText("overdrachten");
        page.getByText("EN", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("h1")).containsText("handoff");
        assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("^en"));

        page.locator("[aria-label='Light or dark']").first().click();
        assertThat(page.locator("html")).hasAttribute("theme", Pattern.compile("dark"));
        page.reload();
        assertThat(page.locator("h1")).containsText("handoff");
        assertThat(page.locator("html")).hasAttribute("theme", Pattern.compile("dark"));
        assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
                .isEqualTo("dark");

        // back to what the other tests expect: the choice is kept with the account
        page.locator("[aria-label='Light or dark']").first().click();
        page.getByText("NL", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("h1")).containsText("overdrachten");
    }

    @Test
    void a_steward_sees_totals_and_imports() {
        signIn(page, "steward");
        page.navigate("/handoffs");
        assertThat(page.locator(".figure").first()).isVisible();
        assertThat(page.locator("baton-heat-map")).hasCount(0);
        assertNoSeriousViolations(page);
        screenshot(page, "handoffs-totals");

        page.navigate("/imports");
        assertThat(page.locator("h1")).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "imports");
    }

    @Test
    void an_administrator_keeps_users_and_reads_who_looked() {
        signIn(page, "admin");
        page.navigate("/users");
        assertThat(page.locator("vaadin-grid").first()).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "users");
        page.navigate("/audit");
        assertThat(page.locator("vaadin-grid").first()).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "audit");
        page.navigate("/nowhere");
        assertThat(page.locator(".error-page")).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "not-found");
    }

    @Test
    void an_administrator_keeps_departments_and_tokens() {
        signIn(page, "admin");
        page.navigate("/departments");
        assertThat(page.locator("h1")).containsText("afdelingen");
        assertNoSeriousViolations(page);
        screenshot(page, "departments");
        page.locator(".department-grid .department", new Page.LocatorOptions().setHasText("Planning"))
                .click();
        assertThat(page.locator(".panel h2").first()).hasText("Planning");
        assertThat(page.locator(".side-form")).containsText("uur per week");
        assertThat(page.locator("vaadin-notification-card")).hasCount(0);
        assertNoSeriousViolations(page);
        screenshot(page, "department");
        page.locator(".merging input").fill("Verkoop");
        page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText("Verkoop"))
                .first()
                .click();
        page.locator(".merging > vaadin-button").click();
        assertThat(page.locator(".confirmation")).containsText("contactmomenten in");
        screenshot(page, "department-merge");
        page.locator("vaadin-confirm-dialog vaadin-button", new Page.LocatorOptions().setHasText("Annuleren"))
                .click();
        page.locator(".panel .side-form input").nth(2).fill("Ma-Vr 09:00-17:00");
        assertThat(page.locator(".side-form")).containsText("is geen dag");

        page.navigate("/tokens");
        assertThat(page.locator("h1")).containsText("token");
        screenshot(page, "tokens-empty");
        page.locator(".head-tools vaadin-button").click();
        page.locator(".side-form vaadin-text-field input").fill("CRM");
        page.locator(".side-form vaadin-checkbox").first().click();
        assertNoSeriousViolations(page);
        screenshot(page, "token-new");
        page.locator(".panel .actions vaadin-button").click();
        assertThat(page.locator(".link-note")).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "token-secret");
        page.locator(".token-grid vaadin-grid-cell-content", new Page.LocatorOptions().setHasText("CRM"))
                .click();
        assertThat(page.locator(".token-facts")).isVisible();
        assertThat(page.locator("vaadin-notification-card")).hasCount(0);
        assertNoSeriousViolations(page);
        screenshot(page, "token");
    }

    @Test
    void a_period_without_handoffs_says_where_to_look() {
        signIn(page, "executive");
        page.navigate("/handoffs?from=2001-01-01&to=2001-01-31");
        assertThat(page.locator(".empty-state")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
        screenshot(page, "handoffs-empty");
        page.locator(".empty-state vaadin-button").click();
        assertThat(number(page.locator(".figure .value").first())).isGreaterThan(1_000);
    }
}
