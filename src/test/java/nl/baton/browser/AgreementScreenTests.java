package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.handoff.JudgingSettings;
import nl.baton.handoff.Projection;
import nl.baton.handoff.Rebuild;
import nl.baton.journey.CaseKey;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.DemoAccounts;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** Two leads agree, and dismiss what does not count; an administrator tries other settings, and uses them. */
class AgreementScreenTests extends SharedBrowserTest {

    private static final String PASSWORD = "een wachtwoord van niets";
    private static final double SOON = 20_000;
    private static final double LATER = 120_000;

    @Autowired
    private DemoAccounts accounts;

    @Autowired
    private Customers customers;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private JudgingSettings settings;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private BatonProperties properties;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final String key = "afspraak-" + UUID.randomUUID().toString().substring(0, 8);
    private long sales;
    private long planning;
    private JudgingSettings.Settings before;

    @BeforeEach
    void handoffsOfTwoDepartments() {
        before = asAdministrator(settings::now);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant midnight = Days.dayOf(now, properties.zone())
                .atStartOfDay(properties.zone())
                .toInstant();
        Instant today = now.minusSeconds(900).isBefore(midnight) ? midnight : now.minusSeconds(900);
        SystemWork.run(() -> {
            customers.store(List.of(NewCustomer.of(key, "K", NewCustomer.Kind.PERSON, "Lieve " + key)
                    .build()));
            List<NewTouchpoint> steps = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                Instant at = now.minus(Duration.ofDays(20L + i));
                steps.add(step(i + "a", i, at, "Verkoop"));
                steps.add(step(i + "b", i, at.plus(Duration.ofHours(2L + i % 5)), "Planning"));
                steps.add(step(i + "c", i, at.plus(Duration.ofHours(30)), "Montage"));
            }
            steps.add(step("ta", 100, today, "Verkoop"));
            steps.add(step("tb", 100, today.plusSeconds(600), "Planning"));
            steps.add(step("tc", 100, today.plusSeconds(601), "Montage"));
            touchpoints.append(steps, Via.API);
            projection.projectAll(done -> {});
            sales = department("Verkoop");
            planning = department("Planning");
        });
        accounts.addDemo("verkoop-" + key, "Vera Verkoop", PASSWORD, Set.of(Role.LEAD), sales);
        accounts.addDemo("planning-" + key, "Piet Planning", PASSWORD, Set.of(Role.LEAD), planning);
        accounts.addDemo("beheer-" + key, "Ada Beheer", PASSWORD, Set.of(Role.ADMIN), null);
    }

    /** All tests share one database. */
    @AfterEach
    void asItWas() {
        asAdministrator(() -> {
            JudgingSettings.Settings now = settings.now();
            if (!now.sameAs(before)) {
                settings.change(now.with(before.pickUp(), before.maxReturns(), before.rulesOff()));
            }
            return now;
        });
        for (int i = 0; i < 6_000 && SystemWork.call(rebuild::underWay).isPresent(); i++) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static <T> T asAdministrator(java.util.function.Supplier<T> what) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_100_004, "admin", Set.of(Role.ADMIN), null));
        try {
            return what.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private NewTouchpoint step(String id, int caseNumber, Instant at, String department) {
        return NewTouchpoint.of(key, id, new CaseKey(key, key, "" + caseNumber), at)
                .customer(List.of(Identity.source("K")))
                .department(department + " " + key)
                .build();
    }

    private long department(String name) {
        UnitName unit = UnitName.of(name + " " + key, null);
        return departments.resolve(List.of(unit)).get(unit).departmentId();
    }

    private String address(String more) {
        return "/handoffs?period=all&type=" + key + "&lane=" + sales + "-" + planning + more;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static LocatorAssertions.ContainsTextOptions within(double millis) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(millis);
    }

    @Test
    void two_leads_agree_and_the_figures_follow() {
        signIn(page, "verkoop-" + key, PASSWORD);
        page.navigate(address(""));
        Locator agreement = page.locator(".agreement");
        assertThat(agreement).containsText("Hier is niets afgesproken");
        assertThat(agreement).containsText("100,0 % op tijd");
        button(page, "Een afspraak voorstellen").click();
        Locator numbers = page.locator(".pact-form vaadin-integer-field input");
        numbers.nth(0).fill("0");
        numbers.nth(1).fill("0");
        numbers.nth(1).press("Tab");
        button(page, "Voorstellen en tekenen").click();
        assertThat(page.locator(".pick-up-fields .wrong")).containsText("Oppaktijd moet meer dan niets zijn");
        numbers.nth(1).fill("5");
        numbers.nth(1).press("Tab");
        assertThat(page.locator(".pick-up-fields .wrong")).isHidden();
        Locator facts = page.locator(".pact-form vaadin-multi-select-combo-box input");
        facts.fill("meternummer");
        facts.press("Enter");
        facts.press("Escape");
        settle(page);
        picture(page, ".agreement", "agreement-form");
        button(page, "Voorstellen en tekenen").click();
        assertThat(page.locator(".pact-proposal")).containsText("Nog te tekenen voor Planning");
        assertThat(button(page, "Intrekken")).isVisible();
        settle(page);
        assertNoSeriousViolations(page);
        picture(page, ".agreement", "agreement-proposed");

        Page other = come(Visitor.ENGLISH);
        signIn(other, "planning-" + key, PASSWORD);
        other.navigate(address(""));
        assertThat(other.locator(".pact-proposal")).containsText("picked up within 5 minutes");
        button(other, "Sign").click();
        assertThat(other.locator(".standing")).containsText("In force since");
        assertThat(other.locator(".agreement-table")).containsText("1 too late", within(SOON));
        assertThat(other.locator(".agreement-table")).containsText("1 with something missing");
        assertThat(page.locator(".standing")).containsText("Geldt sinds", within(SOON));
        assertThat(page.locator(".agreement-table")).containsText("1 te laat", within(SOON));
        other.locator(".agreement vaadin-details-summary").click();
        settle(other);
        picture(other, ".agreement", "agreement-signed-en");

        other.locator(".agreement-table a")
                .filter(new Locator.FilterOptions().setHasText("1 too late"))
                .click();
        assertThat(other.locator(".evidence h2").first()).containsText("1 handoff: Picked up late");
        dismisses(other);
        other.navigate("/handoffs?period=all&by=team&type=" + key);
        assertThat(other.locator(".agreement")).containsText("what their departments agreed");
    }

    @Test
    void a_lead_says_in_the_relay_what_a_finding_is_worth() {
        long customer = jdbc.sql("SELECT id FROM customer WHERE source = ?")
                .param(key)
                .query(Long.class)
                .single();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        SystemWork.run(() -> {
            touchpoints.append(
                    List.of(
                            step("la", 200, now.minus(Duration.ofDays(9)), "Verkoop"),
                            step("lb", 200, now.minus(Duration.ofHours(2)), "Planning")),
                    Via.API);
            projection.projectAll(done -> {});
        });
        long journey = jdbc.sql("SELECT journey_id FROM journey_case WHERE source = ? AND case_number = '200'")
                .param(key)
                .query(Long.class)
                .single();
        signIn(page, "planning-" + key, PASSWORD);
        page.navigate("/customers/" + customer + "?journey=" + journey);
        sayWhatFor(page);
        page.locator("baton-relay #list").focus();
        page.keyboard().press("b");
        page.keyboard().press("Enter");
        Locator part = page.locator(".relay-detail .verdict-part");
        assertThat(part).containsText("Te laat opgepakt");
        part.locator("textarea").fill("De monteur was ziek");
        part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Als hersteld melden"))
                .click();
        assertThat(part).containsText("Hersteld, meldde Piet Planning");
        assertThat(part).containsText("Reden: De monteur was ziek");
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "relay-verdict");
    }

    private void dismisses(Page lead) {
        lead.locator("button.verdicts").first().click();
        Locator panel = lead.locator(".verdict-panel");
        Locator late = panel.locator(".verdict-part").filter(new Locator.FilterOptions().setHasText("Picked up late"));
        assertThat(late).containsText("Open.");
        Locator dismiss = late.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Dismiss"));
        dismiss.click();
        assertThat(late).containsText("Say why");
        settle(lead);
        screenshot(lead, "verdict-en");
        late.locator("textarea").fill("It was agreed by phone");
        dismiss.click();
        assertThat(late).containsText("Dismissed by Piet Planning");
        assertThat(late).containsText("It was agreed by phone");
        assertThat(lead.locator(".evidence h2").first()).containsText("0 handoffs", within(SOON));
        Locator count = lead.locator(".analysis-part.rules tr")
                .filter(new Locator.FilterOptions().setHasText("Picked up late"))
                .locator("a")
                .last();
        assertThat(count).hasText("1");
        settle(lead);
        assertNoSeriousViolations(lead);
        count.click();
        assertThat(lead.locator(".evidence h2").first())
                .containsText("1 handoff with a dismissed finding: Picked up late");
        assertThat(lead.locator(".evidence-row")).hasCount(1);
        lead.locator("button.verdicts").first().click();
        settle(lead);
        screenshot(lead, "dismissed-en");
        picture(lead, ".chosen-lane", "lane-with-agreement-en");
        late.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take back"))
                .click();
        assertThat(lead.locator(".evidence h2").first()).containsText("0 handoffs", within(SOON));
    }

    @Test
    void settings_are_tried_on_the_past_and_then_used() {
        signIn(page, "beheer-" + key, PASSWORD);
        page.navigate("/judging");
        assertThat(page.locator("h1")).containsText("opgepakt binnen 8 uur");
        assertThat(page.locator(".rule-row")).hasCount(settingsRules());
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "judging");
        Locator hours = page.locator(".judging-form vaadin-integer-field input").first();
        hours.fill("");
        hours.press("Tab");
        button(page, "Op het verleden proberen").click();
        assertThat(page.locator(".pick-up-fields .wrong")).containsText("De oppaktijd moet");
        hours.fill("4");
        hours.press("Tab");
        button(page, "Op het verleden proberen").click();
        assertThat(page.locator(".trial-result")).containsText("Met 4 uur in plaats van 8 uur waren er", within(LATER));
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "judging-tried");

        asAdministrator(() -> {
            JudgingSettings.Settings now = settings.now();
            settings.change(now.with(Duration.ofHours(7), 0, now.rulesOff()));
            return now;
        });
        button(page, "Gebruiken").click();
        assertThat(page.locator(".judging-view .panel-note")).containsText("Niet opgeslagen");
        assertThat(page.locator(".judging-view .panel-note")).containsText("7 uur");
        assertThat(hours).hasValue("4");
        button(page, "Gebruiken").click();
        assertThat(page.locator(".judging-view .panel-note")).containsText("Dit geldt vanaf nu");
        assertThat(page.locator("h1")).containsText("opgepakt binnen 4 uur");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/judging-rejudging.png")));
        assertThat(page.locator(".judging-view vaadin-progress-bar:visible"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(LATER));

        Page english = come(Visitor.ENGLISH);
        signIn(english, "beheer-" + key, PASSWORD);
        english.navigate("/judging");
        assertThat(english.locator("h1")).containsText("picked up within 4 hours");
        settle(english);
        screenshot(english, "judging-en");
    }

    private int settingsRules() {
        return asAdministrator(settings::rules).size();
    }
}
