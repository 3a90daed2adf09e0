package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.customer.Preference;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.feedback.FeedbackItems;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.FeedbackStatus;
import nl.baton.feedback.NewFeedback;
import nl.baton.handoff.Projection;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.Fact;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Outcome;
import nl.baton.journey.Promised;
import nl.baton.journey.Settlement;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.DemoAccounts;
import nl.baton.security.Role;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One whole call: the customer is found, a contact is written down, something is promised, and a colleague sees it. */
class ProfileScreenTests extends SharedBrowserTest {

    private static final String PASSWORD = "een wachtwoord van niets";
    private static final Duration SOON = Duration.ofSeconds(3);

    @Autowired
    private DemoAccounts accounts;

    @Autowired
    private Customers customers;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private FeedbackItems feedback;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString().substring(0, 6);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private long customer;

    @BeforeEach
    void aCustomerWithAStory() {
        SystemWork.run(() -> {
            customers.store(List.of(NewCustomer.of(
                            "crm " + key, "40 213 877", NewCustomer.Kind.PERSON, "Anna van " + key)
                    .address("Hamseweg 14", "3828 AD", "Amersfoort")
                    .identities(List.of(
                            new Identity(Identity.Kind.PHONE, "06 0842 0" + key, null),
                            new Identity(Identity.Kind.EMAIL, "anna." + key + "@voorbeeld.nl", null)))
                    .preferences(List.of(
                            new Preference(
                                    Preference.Kind.CHANNEL,
                                    "app",
                                    now.minus(Duration.ofDays(9)),
                                    null,
                                    Preference.Origin.STATED),
                            new Preference(
                                    Preference.Kind.HOURS,
                                    "Mo-Fr 18:00-21:00; Sa 10:00-12:00",
                                    now.minus(Duration.ofDays(9)),
                                    null,
                                    Preference.Origin.STATED)))
                    .build()));
            touchpoints.append(story(), Via.API);
            feedback.store(List.of(new NewFeedback(
                    "crm " + key,
                    "F",
                    "40 213 877",
                    null,
                    null,
                    null,
                    FeedbackKind.COMPLAINT,
                    null,
                    "Drie keer hetzelfde verhaal verteld, en nog steeds geen thermostaat.",
                    null,
                    "app",
                    now.minus(Duration.ofDays(7)),
                    FeedbackStatus.NEW,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)));
            projection.projectAll(done -> {});
        });
        customer = jdbc.sql("SELECT id FROM customer WHERE source = ?")
                .param("crm " + key)
                .query(Long.class)
                .single();
        UnitName name = UnitName.of("Klantenservice", null);
        long home = SystemWork.call(
                () -> departments.resolve(List.of(name)).get(name).departmentId());
        accounts.addDemo("profile-agent", "Samira Haddad", PASSWORD, Set.of(Role.AGENT), home);
        accounts.addDemo("profile-colleague", "Ruben Postma", PASSWORD, Set.of(Role.AGENT), home);
        accounts.addDemo("profile-marketer", "Mees Markt", PASSWORD, Set.of(Role.MARKETER), null);
        signIn(page, "profile-agent", PASSWORD);
    }

    private List<NewTouchpoint> story() {
        return List.of(
                step("1", 20, "Verkoop", Direction.INBOUND, "WEB", "Tekent de offerte.")
                        .promises(List.of(
                                promised("pomp", "Warmtepomp geplaatst", -12),
                                promised("thermostaat", "Thermostaat geplaatst", -4)))
                        .facts(List.of(new Fact("meternummer", Fact.Act.TOLD, "E-100")))
                        .build(),
                step("2", 19, "Verkoop", Direction.INTERNAL, null, "Graag inplannen.")
                        .build(),
                step("3", 14, "Planning", Direction.OUTBOUND, "PHONE", "Afspraak gemaakt.")
                        .agent("Tineke Boersma")
                        .facts(List.of(new Fact("meternummer", Fact.Act.ASKED, null)))
                        .build(),
                step("4", 13, "Installatie", Direction.OUTBOUND, "VISIT", "Warmtepomp geplaatst.")
                        .settles(List.of(new Settlement("pomp", Settlement.State.KEPT)))
                        .build(),
                step("5", 6, "Planning", Direction.INTERNAL, null, "Thermostaat graag plaatsen.")
                        .outcome(Outcome.TRANSFERRED)
                        .handedTo(new NewTouchpoint.HandedTo("Installatie", null))
                        .build(),
                step("6", 5, null, Direction.INBOUND, "APP", "Hoor ik nog iets?")
                        .build());
    }

    private NewTouchpoint.Builder step(
            String id, int daysAgo, String department, Direction direction, String channel, String text) {
        return NewTouchpoint.of(
                        "crm " + key,
                        id,
                        new CaseKey("Hybride warmtepomp", "crm " + key, "88.412"),
                        now.minus(Duration.ofDays(daysAgo)))
                .customer(List.of(Identity.source("40 213 877")))
                .department(department)
                .direction(direction)
                .channel(channel)
                .text(text);
    }

    private Promised promised(String id, String text, int days) {
        return new Promised(id, text, null, now.plus(Duration.ofDays(days)), true);
    }

    private static void showsSoon(Locator place, String text, Instant saved) {
        assertThat(place)
                .containsText(
                        text,
                        new LocatorAssertions.ContainsTextOptions()
                                .setTimeout(Duration.between(Instant.now(), saved.plus(SOON))
                                        .toMillis()));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void openBySearch(Page page) {
        page.locator("h1").first().click();
        page.keyboard().press("/");
        page.keyboard().type("van " + key);
        Locator first = page.locator(".customer-search [role=option]").first();
        assertThat(first).containsText("Anna van " + key);
        assertThat(first.locator(".alarm")).hasText("wacht op Installatie");
        page.keyboard().press("Enter");
        sayWhatFor(page);
        assertThat(page.locator("h1")).hasText("Anna van " + key);
        settle(page);
    }

    @Test
    void a_call_is_written_down_with_a_promise_and_a_colleague_sees_both_within_three_seconds() {
        Page colleague = come(Visitor.ENGLISH);
        signIn(colleague, "profile-colleague", PASSWORD);
        openProfile(colleague, customer);
        assertThat(colleague.locator(".touchpoint-row")).hasCount(6);

        openBySearch(page);
        assertThat(page.locator(".who-has-it")).containsText("Niemand. Planning gaf het");
        assertThat(page.locator(".contact")).containsText("Liefst in de app");
        assertThat(page.locator(".contact .warning")).hasText("Er loopt een klacht");
        assertThat(page.locator(".contact-person")).containsText("Tineke Boersma (Planning)");
        assertThat(page.locator(".promises .promise").first()).containsText("Gemist");
        assertThat(page.locator(".promises .promise").nth(1)).containsText("Gehouden");
        assertThat(page.locator(".header-figure").first()).containsText("Drie keer hetzelfde verhaal");
        assertThat(page.locator(".touchpoint-row")).hasCount(6);
        assertNoSeriousViolations(page);
        screenshot(page, "profile-agent");

        button(page, "Contact vastleggen").click();
        Locator form = page.locator(".contact-form");
        assertThat(form.locator("vaadin-text-area textarea")).isFocused();
        button(page, "Vastleggen").click();
        assertThat(form.locator("vaadin-text-area")).containsText("Schrijf op wat er gezegd of gedaan is.");
        form.locator("vaadin-text-area textarea").fill("Vraagt waar de thermostaat blijft.");
        form.locator("vaadin-button", new Locator.LocatorOptions().setHasText("Feit toevoegen"))
                .click();
        form.locator(".fact-row vaadin-combo-box input").fill("meternummer");
        form.locator(".fact-row vaadin-combo-box input").press("Enter");
        form.locator("vaadin-checkbox", new Locator.LocatorOptions().setHasText("Ik heb iets beloofd"))
                .locator("input")
                .check();
        form.locator(".promise-fields vaadin-text-field input").fill("Terugbellen over de thermostaat");
        button(page, "Vastleggen").click();
        assertThat(form.locator(".promise-fields vaadin-date-picker")).containsText("Kies de dag");
        String tomorrow = LocalDate.now(ZoneId.of("Europe/Amsterdam"))
                .plusDays(1)
                .format(DateTimeFormatter.ofPattern("d-M-uuuu"));
        form.locator(".promise-fields vaadin-date-picker input").fill(tomorrow);
        form.locator(".promise-fields vaadin-date-picker input").press("Enter");
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "profile-contact");
        button(page, "Vastleggen").dblclick();
        Instant saved = Instant.now();

        showsSoon(colleague.locator(".touchpoint-list"), "Vraagt waar de thermostaat blijft.", saved);
        showsSoon(colleague.locator(".promises"), "Terugbellen over de thermostaat", saved);
        assertThat(page.locator(".contact-form")).hasCount(0);
        assertThat(page.locator(".touchpoint-row")).hasCount(7);
        // a call while nobody has taken over is a chase: it is nobody's turn still
        assertThat(page.locator(".who-has-it")).containsText("Niemand. Planning gaf het");
        assertThat(colleague.locator(".promises .promise").nth(1)).containsText("Tomorrow");
        assertThat(colleague.locator(".touchpoint-row").first()).containsText("Asked");
        scrollTo(colleague.locator(".touchpoints-part"));
        screenshot(colleague, "profile-colleague");

        // the colleague keeps the promise
        colleague
                .locator(".promise", new Page.LocatorOptions().setHasText("Terugbellen"))
                .locator(".settle")
                .click();
        colleague.locator("baton-options:visible [role=menuitem]").first().click();
        assertThat(page.locator(".promise", new Page.LocatorOptions().setHasText("Terugbellen")))
                .containsText("Gehouden");
    }

    @Test
    void a_note_is_taken_back_within_ten_seconds() {
        openProfile(page, customer);
        assertThat(page.locator(".touchpoint-row")).hasCount(6);
        button(page, "Contact vastleggen").click();
        Locator form = page.locator(".contact-form");
        form.locator("vaadin-select").first().click();
        page.locator("vaadin-select-item", new Page.LocatorOptions().setHasText("Notitie voor collega’s"))
                .click();
        form.locator("vaadin-text-area textarea").fill("Klinkt boos.");
        button(page, "Vastleggen").click();
        Locator note = page.locator(".touchpoint-row.internal", new Page.LocatorOptions().setHasText("Klinkt boos."));
        assertThat(note).containsText("Intern");

        page.locator(".undo-notice vaadin-button").click();
        assertThat(note).hasCount(0);
        assertThat(page.locator(".touchpoint-row")).hasCount(6);
    }

    @Test
    void the_filters_of_the_touchpoints_stand_in_the_address() {
        openProfile(page, customer);
        assertThat(page.locator(".touchpoint-row")).hasCount(6);
        page.locator(".touchpoint-filters .filter").nth(2).click();
        page.locator("baton-options:visible [role=menuitemradio]").nth(1).click();
        assertThat(page).hasURL(Pattern.compile("direction=inbound"));
        assertThat(page.locator(".touchpoint-row")).hasCount(2);
        page.locator(".touchpoint-filters input").fill("offerte");
        assertThat(page).hasURL(Pattern.compile("text=offerte"));
        assertThat(page.locator(".touchpoint-row")).hasCount(1);
        page.reload();
        assertThat(page.locator(".touchpoint-row")).hasCount(1);
        assertThat(page.locator(".touchpoint-filters input")).hasValue("offerte");
        page.locator(".touchpoint-filters input").fill("komt niet voor");
        assertThat(page.locator(".touchpoints-part .empty-state")).containsText("Geen contactmoment past");
        scrollTo(page.locator(".touchpoints-part .empty-state"));
        screenshot(page, "profile-no-match");
        page.locator(".touchpoints-part .empty-state vaadin-button").click();
        assertThat(page.locator(".touchpoint-row")).hasCount(6);
        page.goBack();
        assertThat(page.locator(".touchpoint-filters input")).hasValue("komt niet voor");
        page.goForward();
        // the filters are made anew: who clicks before would open the menu of one that is about to go
        assertThat(page.locator(".touchpoint-filters input")).hasValue("");
        assertThat(page.locator(".touchpoint-row")).hasCount(6);
        settle(page);
        page.locator(".touchpoint-filters .filter").nth(3).click();
        page.locator("baton-options:visible [role=menuitemradio]").nth(1).click();
        assertThat(page).hasURL(Pattern.compile("only=journey"));
        assertThat(page.locator(".touchpoint-row")).hasCount(6);
    }

    @Test
    void a_department_finds_what_it_has_to_keep() {
        SystemWork.run(() -> {
            touchpoints.append(
                    List.of(step("7", 1, "Klantenservice", Direction.OUTBOUND, "PHONE", "Belt zelf.")
                            .promises(List.of(promised("bel", "Terugbellen", 1)))
                            .build()),
                    Via.API);
            projection.projectAll(done -> {});
        });
        page.navigate("/promises");
        Locator mine = page.locator(".promise-row", new Page.LocatorOptions().setHasText("Anna van " + key));
        assertThat(mine).hasCount(2);
        assertThat(mine.first()).containsText("Gemist");
        assertThat(mine.nth(1)).containsText("Morgen");
        assertNoSeriousViolations(page);
        screenshot(page, "promises");
        mine.nth(1).locator("a").click();
        assertThat(page.locator("h1")).hasText("Anna van " + key);
    }

    @Test
    void a_marketer_sees_summaries_feedback_without_words_and_no_way_to_write() {
        Page marketer = come(visitor());
        signIn(marketer, "profile-marketer", PASSWORD);
        openProfile(marketer, customer);
        assertThat(marketer.locator(".journey-summaries")).containsText("Hybride warmtepomp");
        assertThat(button(marketer, "Contact vastleggen")).hasCount(0);
        assertThat(marketer.locator(".header-figure").first()).containsText("Klacht");
        assertThat(marketer.locator("body")).not().containsText("Drie keer hetzelfde verhaal");
        assertThat(marketer.locator(".touchpoint-row")).hasCount(0);
        assertThat(marketer.locator("body")).not().containsText("0842");
        marketer.locator("[role=tab]").first().press("ArrowRight");
        assertThat(marketer.locator("[role=tab]").nth(1)).isFocused();
        assertThat(marketer).hasURL(Pattern.compile("tab=feedback.panel"));
        assertThat(marketer.locator(".said-row")).containsText("Klacht");
        assertNoSeriousViolations(marketer);
        screenshot(marketer, "profile-marketer");
    }
}
