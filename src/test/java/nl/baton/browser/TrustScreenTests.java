package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.baton.customer.Address;
import nl.baton.customer.Consent;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.customer.Preference;
import nl.baton.security.DemoAccounts;
import nl.baton.security.Role;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of a customer can be relied on, or it is said that it cannot; who looks says what for. */
class TrustScreenTests extends SharedBrowserTest {

    private static final String PASSWORD = "een wachtwoord van niets";
    private static final LocatorAssertions.HasCountOptions SOON =
            new LocatorAssertions.HasCountOptions().setTimeout(12_000);

    @Autowired
    private DemoAccounts accounts;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString().substring(0, 6);
    private final Instant now = Instant.now();
    private long customer;

    @BeforeEach
    void twoCustomersWithOneMailAddress() {
        Identity mail =
                new Identity(Identity.Kind.EMAIL, "kim@" + key + ".example", null, now.minus(Duration.ofDays(20)));
        SystemWork.run(() -> customers.store(List.of(
                NewCustomer.of("crm " + key, "K1", NewCustomer.Kind.PERSON, "Kim van " + key)
                        .address(new Address("Dorpsstraat", "1", "1234 AB", "Ons Dorp", "NL"))
                        .birthDate(LocalDate.of(1980, 2, 3))
                        .identities(List.of(mail, new Identity(Identity.Kind.PHONE, "06 12", null)))
                        .preferences(List.of(new Preference(
                                Preference.Kind.CHANNEL,
                                "e-mail",
                                now.minus(Duration.ofDays(90)),
                                null,
                                Preference.Origin.STATED)))
                        .consents(List.of(
                                new Consent("nieuwsbrief", true, now.minus(Duration.ofDays(90)), "webformulier", null),
                                new Consent("bellen", false, now.minus(Duration.ofDays(9)), "klantenservice", null)))
                        .build(),
                NewCustomer.of("shop " + key, "S-88", NewCustomer.Kind.PERSON, "K. van " + key)
                        .identities(List.of(mail))
                        .build())));
        customer = jdbc.sql("SELECT id FROM customer WHERE source = ?")
                .param("crm " + key)
                .query(Long.class)
                .single();
        accounts.addDemo("trust-agent", "Ada Agent", PASSWORD, Set.of(Role.AGENT), null);
        accounts.addDemo("trust-steward", "Stef Steward", PASSWORD, Set.of(Role.STEWARD), null);
        accounts.addDemo("trust-admin", "Adri Admin", PASSWORD, Set.of(Role.ADMIN), null);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void a_profile_opens_to_who_says_what_for_and_an_administrator_finds_it_in_the_log() {
        signIn(page, "trust-agent", PASSWORD);
        page.navigate("/customers/" + customer);
        Locator asked = page.locator(".reason-part");
        assertThat(asked).isVisible();
        assertThat(page.locator("body")).not().containsText("Kim van " + key);
        button("Profiel openen").click();
        assertThat(asked).containsText("Zeg in een paar woorden waarvoor.");
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "profile-reason");
        asked.locator("input").fill("Steekproef " + key);
        button("Profiel openen").click();
        assertThat(page.locator("h1")).hasText("Kim van " + key);
        page.reload();
        assertThat(page.locator("h1")).hasText("Kim van " + key);

        Page other = come(Visitor.DUTCH);
        signIn(other, "trust-admin", PASSWORD);
        other.navigate("/audit?who=trust-agent&subject=" + customer);
        assertThat(other.locator("h1")).hasText("2 handelingen gevonden");
        other.locator(".audit-search vaadin-text-field").nth(2).locator("input").fill("steekproef " + key);
        assertThat(other).hasURL(Pattern.compile("reason=steekproef"));
        assertThat(other.locator(".audit-view vaadin-grid-cell-content:visible")
                        .filter(new Locator.FilterOptions().setHasText("Steekproef " + key)))
                .hasCount(2);
        settle(other);
        assertNoSeriousViolations(other);
        screenshot(other, "audit-search");
    }

    @Test
    void wishes_and_consents_are_taken_down_and_what_was_before_is_shown() {
        signIn(page, "trust-agent", PASSWORD);
        openProfile(page, customer);
        page.locator("[role=tab]", new Page.LocatorOptions().setHasText("Voorkeuren"))
                .click();
        Locator panel = page.locator(".trust-panel:visible");
        assertThat(panel.locator(".answer").first()).containsText("Niet bellen");

        button("Uren veranderen").click();
        Locator field = page.locator(".dialog-field input");
        field.fill("na het eten");
        button("Vastleggen").click();
        assertThat(page.locator(".dialog-field")).containsText("“na het eten” is niet te lezen als uren.");
        field.fill("Mo-Su 00:00-24:00");
        button("Vastleggen").click();
        assertThat(panel.locator(".answer").first()).containsText("Dit is een goed moment");
        button("nieuwsbrief veranderen").click();
        settle(page);
        screenshot(page, "profile-consent");
        button("Vastleggen").click();
        assertThat(panel).containsText("trust-agent");
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "profile-wishes");
    }

    @Test
    void the_profile_says_what_is_in_doubt_and_the_steward_says_whose_an_identity_is() {
        signIn(page, "trust-steward", PASSWORD);
        page.navigate("/identities");
        Locator row = page.locator("vaadin-grid-cell-content:visible")
                .filter(new Locator.FilterOptions().setHasText("kim@" + key));
        for (int i = 0; i < 10 && row.count() == 0; i++) {
            page.waitForTimeout(1_000);
            page.reload();
            page.locator("vaadin-grid").waitFor();
            page.waitForTimeout(500);
        }
        assertThat(row).hasCount(1, SOON);
        row.click();
        Locator panel = page.locator(".conflict-panel");
        assertThat(panel.locator(".side")).hasCount(2);
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "identities");
        button("Van deze klant: Kim van " + key).click();
        assertThat(panel).containsText("van klant Kim van " + key);
        page.locator(".undo-notice vaadin-button").click();
        assertThat(panel).containsText("ligt weer voor");

        openProfile(page, customer);
        page.locator("[role=tab]", new Page.LocatorOptions().setHasText("Gegevens"))
                .click();
        Locator quality = page.locator(".trust-panel:visible");
        assertThat(quality.locator("li")).hasCount(2);
        assertThat(quality).containsText("hoort ook bij een andere klant");
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "profile-quality");
    }

    @Test
    void each_total_of_data_quality_leads_to_exactly_its_records() {
        signIn(page, "trust-steward", PASSWORD);
        page.navigate("/quality?field=PHONE&source=crm " + key + "&which=wrong");
        Locator rows = page.locator(".record-grid a:visible");
        for (int i = 0; i < 10 && rows.count() == 0; i++) {
            page.waitForTimeout(1_000);
            page.reload();
            page.locator(".quality-view h1").waitFor();
            page.waitForTimeout(500);
        }
        assertThat(rows).hasCount(1);
        assertThat(rows).hasText("Kim van " + key);
        assertThat(page.locator(".totals a[aria-current]")).hasText("1");
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "quality");
        page.locator(".shelf-lives vaadin-text-field input").fill("0");
        button("Instellen").click();
        assertThat(page.locator(".shelf-lives").first()).containsText("Kies 1 tot 3650 dagen.");
    }
}
