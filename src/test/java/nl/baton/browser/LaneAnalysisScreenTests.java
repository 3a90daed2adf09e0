package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
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
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.DemoAccounts;
import nl.baton.security.Role;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page of a lane says besides how long it took, and that each figure leads to what it counts. */
class LaneAnalysisScreenTests extends SharedBrowserTest {

    private static final String PASSWORD = "een wachtwoord van niets";
    private static final int JOURNEYS = 260;
    private static final List<String> CHANNELS = List.of("telefoon", "e-mail", "chat", "app");
    private static final List<String> TOPICS = List.of(
            "levering",
            "factuur",
            "storing",
            "verhuizing",
            "opzeggen",
            "meterstand",
            "advies",
            "korting",
            "garantie",
            "afspraak",
            "klacht over monteur",
            "zonnepanelen");
    private static final List<String> WORDS = List.of(
            "Ik heb drie keer moeten bellen voordat iemand wist waar mijn bestelling was.",
            "Vriendelijk geholpen, maar het duurde wel erg lang voor Planning contact opnam.",
            "Prima zo.",
            "Moest mijn meternummer opnieuw doorgeven, terwijl ik dat bij Verkoop al had gedaan.");

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

    private final String key = UUID.randomUUID().toString().substring(0, 6);
    private final List<NewTouchpoint.Builder> batch = new ArrayList<>();
    private final Instant start = LocalDate.now(ZoneId.of("UTC"))
            .minusDays(80)
            .atStartOfDay(ZoneId.of("UTC"))
            .toInstant()
            .truncatedTo(ChronoUnit.HOURS);

    @BeforeEach
    void aLane() {
        var random = new Random(5);
        var said = new ArrayList<NewFeedback>();
        for (int i = 0; i < JOURNEYS; i++) {
            int hour = i % 49 * 24 + 7 + random.nextInt(10);
            step(i, hour, "Verkoop")
                    .direction(Direction.INBOUND)
                    .channel(CHANNELS.get(random.nextInt(CHANNELS.size())))
                    .topic(random.nextInt(5) == 0 ? null : TOPICS.get(random.nextInt(TOPICS.size())));
            int wait = random.nextInt(hour % 24 < 11 ? 22 : 9);
            step(i, hour + 1 + wait, "Planning").direction(Direction.INTERNAL);
            step(i, hour + 3 + wait, "Planning")
                    .direction(Direction.OUTBOUND)
                    .facts(List.of(new Fact("meternummer", Fact.Act.ASKED, null)));
            step(i, hour + 6 + wait, "Planning").direction(Direction.INBOUND).channel("e-mail");
            step(i, hour + 8 + wait, "Planning").outcome(Outcome.RESOLVED);
            if (i % 11 == 0) {
                said.add(said(i, random.nextInt(11), i % 33 == 0 ? null : WORDS.get(i % WORDS.size()), hour + 60));
            }
        }
        SystemWork.run(() -> {
            customers.store(List.of(NewCustomer.of(key, "K", NewCustomer.Kind.PERSON, "Lieve van den Berg " + key)
                    .build()));
            touchpoints.append(batch.stream().map(NewTouchpoint.Builder::build).toList(), Via.API);
            feedback.store(said);
            projection.projectAll(done -> {});
        });
        accounts.addDemo("lane-looker", "Loes Baan", PASSWORD, Set.of(Role.AGENT, Role.EXECUTIVE), null);
        accounts.addDemo("lane-director", "Dirk Baan", PASSWORD, Set.of(Role.EXECUTIVE), null);
    }

    private NewTouchpoint.Builder step(int journey, int hour, String department) {
        var next = NewTouchpoint.of(
                        key,
                        key + batch.size(),
                        new CaseKey(key, key, "c" + journey),
                        start.plus(Duration.ofHours(hour)))
                .customer(List.of(Identity.source("K")))
                .department(department + " " + key);
        batch.add(next);
        return next;
    }

    private NewFeedback said(int journey, int score, @Nullable String text, int hour) {
        return new NewFeedback(
                key,
                "f" + journey,
                "K",
                new CaseKey(key, key, "c" + journey),
                null,
                null,
                FeedbackKind.NPS,
                score,
                text,
                null,
                null,
                start.plus(Duration.ofHours(hour)),
                FeedbackStatus.NEW,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static String digits(Locator place) {
        return place.innerText().replaceAll("\\D", "");
    }

    private void opensAsManyAs(Locator link, String number) {
        link.click();
        assertThat(page.locator(".evidence h2")).containsText(number + " ");
        settle(page);
    }

    @Test
    void every_part_of_the_analysis_leads_to_what_it_counts() {
        signIn(page, "lane-looker", PASSWORD);
        page.navigate("/handoffs?period=all&type=" + key);
        assertThat(page.locator(".clock-bar")).isVisible();
        assertThat(page.locator(".voice-row")).not().hasCount(0);
        assertThat(page.locator(".week-table a").first()).isVisible();
        settle(page);
        assertNoSeriousViolations(page);
        picture(page, ".lane-analysis", "lane-analysis");

        Locator cell = page.locator(".week-table td a").first();
        opensAsManyAs(cell, digits(cell.locator(".small")));
        picture(page, ".evidence", "lane-analysis-hours");
        page.locator(".evidence .counterpart").click();
        assertThat(page.locator(".evidence h2")).containsText("gebroken overdrachten, doorgegeven op");
        Locator number =
                page.locator(".affected table").first().locator("tbody a").first();
        opensAsManyAs(number, digits(number));
        number = page.locator(".affected table").last().locator("tbody a").last();
        opensAsManyAs(number, digits(number));
        number = page.locator(".clock p a").first();
        opensAsManyAs(number, digits(number));
        number = page.locator(".rules table tbody a").first();
        opensAsManyAs(number, digits(number));
        page.reload();
        assertThat(page.locator(".evidence h2")).containsText(digits(number) + " ");
    }

    @Test
    void an_executive_hears_how_much_was_said_and_not_what() {
        signIn(page, "lane-director", PASSWORD);
        page.navigate("/handoffs?period=all&type=" + key);
        assertThat(page.locator(".voices .counts")).containsText("n 24");
        assertThat(page.locator(".voice-row")).hasCount(0);
        assertThat(page.locator("body")).not().containsText("meternummer opnieuw");
    }
}
