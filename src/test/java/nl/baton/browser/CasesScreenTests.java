package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.handoff.Projection;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Fact;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.DemoAccounts;
import nl.baton.security.Role;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A steward decides which journeys are one, and takes it back. */
class CasesScreenTests extends SharedBrowserTest {

    private static final String PASSWORD = "een wachtwoord van niets";
    private static final LocatorAssertions.HasCountOptions SOON =
            new LocatorAssertions.HasCountOptions().setTimeout(8_000);

    @Autowired
    private DemoAccounts accounts;

    @Autowired
    private Customers customers;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString().substring(0, 6);
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(40));
    private long customer;

    @BeforeEach
    void twoJourneysThatMayBeOne() {
        SystemWork.run(() -> {
            customers.store(List.of(NewCustomer.of("crm " + key, "K", NewCustomer.Kind.PERSON, "Kim van " + key)
                    .build()));
            List<Fact> meter = List.of(new Fact("meternummer", Fact.Act.TOLD, "E-100"));
            touchpoints.append(
                    List.of(
                            step("1", "88.412", 0, "Verkoop").facts(meter).build(),
                            step("2", "88.412", 2, "Planning").build(),
                            step("3", "T-7", 7, "Installatie").facts(meter).build(),
                            step("4", "T-7", 9, "Facturatie").build()),
                    Via.API);
            projection.projectAll(done -> {});
        });
        customer = jdbc.sql("SELECT id FROM customer WHERE source = ?")
                .param("crm " + key)
                .query(Long.class)
                .single();
        accounts.addDemo("cases-steward", "Ies Steward", PASSWORD, Set.of(Role.STEWARD), null);
        signIn(page, "cases-steward", PASSWORD);
    }

    private NewTouchpoint.Builder step(String id, String number, int day, String department) {
        return NewTouchpoint.of(
                        "crm " + key,
                        id,
                        new CaseKey("Warmtepomp", "crm " + key, number),
                        start.plus(Duration.ofDays(day)))
                .customer(List.of(Identity.source("K")))
                .department(department);
    }

    private Locator row() {
        return page.locator(".proposal-grid vaadin-grid-cell-content:visible")
                .filter(new Locator.FilterOptions().setHasText("Kim van " + key));
    }

    @Test
    void two_journeys_are_made_one_with_the_keyboard_and_are_two_again() {
        page.navigate("/cases");
        assertThat(row()).hasCount(1);
        assertThat(row()).containsText("5 dagen uit elkaar, en beide noemen meternummer “e-100”.");
        assertNoSeriousViolations(page);
        screenshot(page, "cases-list");
        row().click();
        assertThat(page).hasURL(Pattern.compile("/cases/\\d+-\\d+"));
        Locator panel = page.locator(".proposal-panel");
        assertThat(panel.locator(".side")).hasCount(2);
        assertThat(panel.locator(".side").first()).containsText("88.412");
        assertThat(panel.locator(".side").nth(1)).containsText("Facturatie");
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "cases");

        row().click();
        settle(page);
        page.keyboard().press("Enter");
        assertThat(row()).hasCount(0);
        // a panel that slides out is deaf already
        settle(page);
        page.locator(".undo-notice vaadin-button").click();
        assertThat(row()).hasCount(1);
        assertThat(panel).containsText("Kim van " + key);
        settle(page);
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Twee klantreizen"))
                .click();
        assertThat(row()).hasCount(0);

        page.navigate("/cases?show=apart");
        assertThat(row()).hasCount(1);
        row().click();
        screenshot(page, "cases-apart");
        panel.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Terugdraaien"))
                .click();
        assertThat(row()).hasCount(0);
        page.navigate("/cases");
        assertThat(row()).hasCount(1);
    }

    @Test
    void on_the_profile_journeys_are_joined_and_a_case_is_taken_out() {
        openProfile(page, customer);
        assertThat(page.locator(".chips a")).hasCount(2);
        settle(page);
        button("Met andere klantreis samenvoegen").click();
        Locator dialog = page.locator("vaadin-confirm-dialog[opened]");
        assertThat(dialog).containsText("één klantreis");
        settle(page);
        screenshot(page, "profile-join");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Samenvoegen").setExact(true))
                .click();

        Locator lines = page.locator(".journey-cases .line");
        assertThat(lines).hasCount(2, SOON);
        assertThat(page.locator(".chips")).isHidden();
        scrollTo(page.locator(".journey-cases"));
        assertNoSeriousViolations(page);
        screenshot(page, "profile-cases");

        lines.nth(1).locator("vaadin-button").click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Eruit halen").setExact(true))
                .click();
        assertThat(lines).hasCount(1, SOON);
        page.locator(".undo-notice vaadin-button").last().click();
        assertThat(lines).hasCount(2, SOON);
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
