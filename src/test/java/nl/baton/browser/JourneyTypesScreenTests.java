package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.department.NewDepartment;
import nl.baton.handoff.Projection;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.JourneyType.Clock;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.NewJourneyType;
import nl.baton.journey.NewJourneyType.Stage;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Outcome;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.DemoAccounts;
import nl.baton.security.Role;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A journey type is read, followed to its journeys, and planned otherwise. */
class JourneyTypesScreenTests extends SharedBrowserTest {

    private static final String PASSWORD = "een wachtwoord van niets";
    private static final Pattern NOT_DIGITS = Pattern.compile("\\D");
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);

    @Autowired
    private DemoAccounts accounts;

    @Autowired
    private Customers customers;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Departments departments;

    @Autowired
    private JourneyTypes types;

    @Autowired
    private Projection projection;

    private final String key = UUID.randomUUID().toString().substring(0, 6);
    private final String code = "warmtepomp " + key;
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(70));
    private final Random random = new Random(4);

    @BeforeEach
    void aTypeAndItsJourneys() {
        SystemWork.run(() -> {
            departments.define(List.of("Verkoop", "Planning", "Installatie", "Facturatie", "Klantenservice").stream()
                    .map(name -> new NewDepartment(name, name, List.of(), null, "Mo-Fr 08:00-17:00", null))
                    .toList());
            types.define(new NewJourneyType(
                    code,
                    "Warmtepomp " + key,
                    Duration.ofDays(4),
                    List.of(new NewJourneyType.PlannedPass("Installatie", "Planning")),
                    List.of(
                            new Stage("Verkoop", Duration.ofHours(18), Clock.BUSINESS),
                            new Stage("Planning", Duration.ofHours(9), Clock.BUSINESS),
                            new Stage("Installatie", Duration.ofDays(2), Clock.CALENDAR),
                            new Stage("Facturatie", Duration.ofHours(36), Clock.BUSINESS)),
                    Duration.ofDays(7)));
            types.define(new NewJourneyType("zonder " + key, "Zonder etappes " + key, null, List.of()));
            customers.store(List.of(NewCustomer.of("crm " + key, "K", NewCustomer.Kind.PERSON, "Kim van " + key)
                    .build()));
            touchpoints.append(journeys(), Via.API);
            projection.projectAll(done -> {});
        });
    }

    private List<NewTouchpoint> journeys() {
        var all = new ArrayList<NewTouchpoint>();
        for (int i = 0; i < 60; i++) {
            String path =
                    i % 5 < 3 ? "VPIF!" : i % 10 == 3 ? "VPKIF!" : i % 10 == 4 ? "VP!" : i % 10 == 8 ? "KVPIF!" : "VI!";
            all.addAll(going(i, path));
        }
        all.addAll(going(60, "V"));
        all.addAll(going(61, "VP"));
        return all;
    }

    private List<NewTouchpoint> going(int number, String path) {
        var all = new ArrayList<NewTouchpoint>();
        String letters = path.replace("!", "");
        double hour = 24 * (number % 40) + 9;
        for (int i = 0; i < letters.length(); i++) {
            String department = switch (letters.charAt(i)) {
                case 'V' -> "Verkoop";
                case 'P' -> "Planning";
                case 'I' -> "Installatie";
                case 'F' -> "Facturatie";
                default -> "Klantenservice";
            };
            boolean last = i + 1 == letters.length();
            all.add(step(number, 2 * i, hour, department)
                    .direction(i == 0 ? Direction.INBOUND : Direction.INTERNAL)
                    .build());
            hour += 4 + random.nextInt(department.equals("Planning") ? 60 : 30);
            NewTouchpoint.Builder end =
                    step(number, 2 * i + 1, hour, department).direction(Direction.OUTBOUND);
            all.add((last && path.endsWith("!") ? end.outcome(Outcome.RESOLVED) : end).build());
            hour += 1 + random.nextInt(50);
        }
        return all;
    }

    private NewTouchpoint.Builder step(int number, int n, double hour, String department) {
        return NewTouchpoint.of(
                        "crm " + key,
                        number + "-" + n,
                        new CaseKey(code, "crm " + key, "W-" + number),
                        start.plus(Duration.ofMinutes((long) (hour * 60))))
                .position(n)
                .customer(List.of(Identity.source("K")))
                .department(department);
    }

    private long departmentId(String name) {
        UnitName unit = UnitName.of(name, null);
        return SystemWork.call(
                () -> departments.resolve(List.of(unit)).get(unit).departmentId());
    }

    private void signIn(String name, Role role, String home) {
        accounts.addDemo(name, "Ies " + name, PASSWORD, Set.of(role), home == null ? null : departmentId(home));
        signIn(page, name, PASSWORD);
    }

    private void open(String more) {
        page.navigate("/journey-types?type=" + code.replace(" ", "%20") + more);
        assertThat(page.locator(".journey-map")).isVisible();
        settle(page);
    }

    private static long number(String text) {
        return Long.parseLong(NOT_DIGITS.matcher(text).replaceAll(""));
    }

    @Test
    void an_agent_reads_the_map_and_every_figure_leads_to_its_journeys() {
        signIn("types-agent", Role.AGENT, "Planning");
        page.navigate("/journey-types");
        assertThat(page.locator("h1")).containsText("etappes");
        Locator row = page.locator(".type-table tr", new Page.LocatorOptions().setHasText("Warmtepomp " + key));
        assertThat(row).containsText("38 van 62");
        assertNoSeriousViolations(page);
        screenshot(page, "types");
        row.locator("a").click();

        assertThat(page.locator("h1"))
                .containsText("Warmtepomp " + key + ": 38 van de 62 klantreizen volgen de etappes");
        assertThat(page.locator(".map-stage")).hasCount(4);
        assertThat(page.locator(".map-stage").first()).containsText("begonnen bij");
        assertThat(page.locator(".plan-panel")).hasCount(0);
        assertThat(page.getByText("Etappes wijzigen")).hasCount(0);
        page.locator(".table-behind summary").click();
        assertThat(page.locator(".stage-table tbody tr")).hasCount(4);
        assertNoSeriousViolations(page);
        page.locator(".table-behind summary").click();
        screenshot(page, "type");
        scrollTo(page.locator(".exit-section"));
        screenshot(page, "type-exits");

        // each number that leads anywhere leads to as many journeys
        List<String> links = page.locator(".type-panel a").all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
        assertThat(links).hasSizeGreaterThan(12);
        for (String href : links) {
            Locator link = page.locator(".type-panel a[href='" + href + "']").first();
            long expected = switch (href.replaceAll(".*show=([a-z.]+).*", "$1")) {
                case "all", "asked" -> 62;
                case "follow" -> 38;
                case "leave" -> 24;
                // a share, with what it was counted from beside it
                case "overran" ->
                    number(link.locator("xpath=following-sibling::span")
                            .innerText()
                            .split(" van ")[0]);
                default -> number(link.innerText());
            };
            link.click();
            assertThat(page.locator(".evidence h2")).hasText(Pattern.compile("^" + expected + " klantrei.*"));
        }
        assertThat(page.locator(".evidence-row").first()).containsText("Kim van " + key);
        scrollTo(page.locator(".evidence"));
        assertNoSeriousViolations(page);
        screenshot(page, "type-journeys");
        page.reload();
        assertThat(page.locator(".evidence-row").first()).isVisible();
    }

    @Test
    void an_executive_sees_no_names_and_another_period_stands_in_the_url() {
        page = come(Visitor.ENGLISH);
        signIn("types-executive", Role.EXECUTIVE, null);
        open("&show=leave");
        assertThat(page.locator("h1")).containsText("38 of 62 journeys follow the stages");
        assertThat(page.locator(".evidence h2")).hasText("24 journeys that left the stages");
        assertThat(page.locator(".evidence-row").first()).isVisible();
        assertThat(page.locator(".evidence-row a")).hasCount(0);
        screenshot(page, "type-en");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Period"))
                .click();
        page.getByText("Last 30 days").click();
        assertThat(page).hasURL(Pattern.compile("period=30d"));
        page.navigate("/journey-types?type=" + code.replace(" ", "%20") + "&from=2001-01-01&to=2001-01-31");
        assertThat(page.locator(".empty-state")).containsText("The last one closed on");
        screenshot(page, "type-empty");
        page.navigate("/journey-types?type=zonder%20" + key);
        assertThat(page.locator("h1")).containsText("has no stages yet");
        screenshot(page, "type-unplanned");
    }

    @Test
    void a_lead_changes_the_stages_with_the_keyboard_and_is_told_when_another_was_first() {
        signIn("types-lead", Role.LEAD, "Planning");
        open("");
        // the own department's journeys, unless all are asked for: then numbers alone
        assertThat(page.locator(".figure a").first()).isVisible();
        open("&journeys=all");
        assertThat(page.locator("h1")).containsText("38 van de 62");
        assertThat(page.locator(".type-panel a")).hasCount(0);

        page.getByText("Etappes wijzigen").click();
        Locator rows = page.locator(".stage-row");
        assertThat(rows).hasCount(4);
        assertThat(rows.first()).containsText("18 werkuren, bij 9 per dag");
        assertNoSeriousViolations(page);
        screenshot(page, "type-plan");

        Locator planning = rows.nth(1);
        planning.getByLabel("Beloofde tijd").fill("morgen");
        planning.getByLabel("Beloofde tijd").press("Tab");
        assertThat(planning).containsText("“morgen” is geen tijd");
        planning.getByLabel("Beloofde tijd").fill("2 werkdagen 4 uur");
        planning.getByLabel("Beloofde tijd").press("Tab");
        assertThat(planning).containsText("22 werkuren");
        page.getByLabel("Etappe 4 naar voren").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".stage-row input").nth(4)).hasValue("Facturatie");
        page.keyboard().press("Alt+ArrowDown");
        assertThat(page.locator(".stage-row input").nth(6)).hasValue("Facturatie");

        // another lead changes the type meanwhile
        SystemWork.run(() -> types.define(new NewJourneyType(
                code,
                "Warmtepomp " + key,
                Duration.ofDays(4),
                List.of(),
                List.of(new Stage("Verkoop", Duration.ofHours(9), Clock.BUSINESS)),
                Duration.ofDays(7))));
        page.getByText("Opslaan").click();
        assertThat(page.locator(".plan-panel [role=alert]"))
                .containsText("Iemand anders heeft deze klantreis gewijzigd");
        assertThat(page.locator(".plan-panel [role=alert]")).containsText("Nu geldt: Verkoop 1 werkdag");
        assertThat(rows).hasCount(4);
        assertNoSeriousViolations(page);
        scrollTo(page.locator(".plan-panel [role=alert]"));
        screenshot(page, "type-plan-moved");
        page.getByText("Toch mijn versie opslaan").click();
        assertThat(page.locator(".types-view > .panel-note")).containsText("Opgeslagen");
        assertThat(page.locator(".map-stage")).hasCount(4);
        assertThat(page.locator(".map-stage").nth(1)).containsText("beloofd 2 werkdagen 4 uur", SOON);
    }
}
