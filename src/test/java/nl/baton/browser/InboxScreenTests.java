package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import nl.baton.demo.DemoApplication;
import nl.baton.feedback.FeedbackItems;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.FeedbackStatus;
import nl.baton.feedback.NewFeedback;
import nl.baton.security.SystemWork;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers said is worked through with the keyboard, and nothing that was typed is lost. */
class InboxScreenTests extends DemoBrowserTest {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
    private static final String SOURCE = "inbox-screen-";
    private static final String WORDS = "Ik belde drie keer <b>en</b> niemand wist van mijn 🔥 vraag.";

    private final JdbcClient jdbc = DemoApplication.started().getBean(JdbcClient.class);

    @BeforeEach
    void somebodySaysSomething() {
        leave();
        say("1", WORDS);
    }

    private void say(String number, String text) {
        var customer = jdbc.sql("SELECT source, external_id FROM customer ORDER BY id DESC LIMIT 1")
                .query()
                .singleRow();
        SystemWork.run(() -> DemoApplication.started()
                .getBean(FeedbackItems.class)
                .store(List.of(new NewFeedback(
                        (String) customer.get("source"),
                        SOURCE + number,
                        (String) customer.get("external_id"),
                        null,
                        null,
                        null,
                        FeedbackKind.CES,
                        2,
                        text,
                        "nl",
                        "telefoon",
                        Instant.now().minus(Duration.ofDays(400)),
                        FeedbackStatus.NEW,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))));
    }

    @AfterEach
    void leave() {
        for (String table : List.of("feedback_step", "feedback_draft")) {
            jdbc.sql("DELETE FROM " + table
                            + " WHERE feedback_id IN (SELECT id FROM feedback WHERE external_id LIKE ?)")
                    .param(SOURCE + "%")
                    .update();
        }
        jdbc.sql("DELETE FROM feedback WHERE external_id LIKE ?")
                .param(SOURCE + "%")
                .update();
    }

    @Test
    void what_a_customer_said_is_taken_told_taken_back_and_closed() {
        signIn(page, "agent");
        page.navigate("/feedback");
        assertThat(page.locator(".inbox-row").first()).isVisible(SOON);
        Locator mine = page.locator(".inbox-row:has-text('Ik belde drie keer')");
        assertThat(mine).isVisible(SOON);
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "inbox-list");

        mine.click();
        Locator detail = page.locator(".inbox-detail");
        assertThat(detail.locator(".inbox-quote")).containsText(WORDS);
        page.keyboard().press("m");
        assertThat(page.locator("vaadin-notification-card.undo-notice").last()).containsText("staat op uw bureau");
        assertThat(detail.locator("[aria-current=step]")).containsText("In behandeling");

        // what was typed is there after a reload
        area("Wat we eraan deden").fill("Planning gebeld.");
        area("Wat we de klant vertellen").fill("U had gelijk: dit had in één keer gemoeten.");
        Awaitility.await()
                .until(() -> jdbc.sql("SELECT COUNT(*) FROM feedback_draft WHERE told LIKE 'U had gelijk%'")
                                .query(Integer.class)
                                .single()
                        == 1);
        page.reload();
        assertThat(area("Wat we de klant vertellen")).hasValue("U had gelijk: dit had in één keer gemoeten.");
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "inbox-item");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Noteren als verteld"))
                .click();
        assertThat(page.locator("vaadin-notification-card.undo-notice").last()).containsText("genoteerd als verteld");
        assertThat(mine).hasCount(0);
        page.locator("vaadin-notification-card.undo-notice vaadin-button")
                .last()
                .click();
        assertThat(mine).isVisible(SOON);
        assertThat(area("Wat we de klant vertellen")).hasValue("U had gelijk: dit had in één keer gemoeten.");

        // somebody else was first: that is said, and the words stay
        jdbc.sql("UPDATE feedback SET version = version + 1 WHERE external_id LIKE ?")
                .param(SOURCE + "%")
                .update();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Noteren als verteld"))
                .click();
        assertThat(page.locator("vaadin-notification-card").last()).containsText("Intussen is dit gewijzigd");
        assertThat(area("Wat we de klant vertellen")).hasValue("U had gelijk: dit had in één keer gemoeten.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Noteren als verteld"))
                .click();
        assertThat(mine).hasCount(0);

        page.navigate("/feedback?state=told&kind=ces");
        mine.click();
        page.locator(".closing vaadin-select").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("de overdracht"))
                .click();
        page.locator(".closing vaadin-button").click();
        assertThat(page.locator("vaadin-notification-card.undo-notice").last()).containsText("afgesloten");
        page.navigate("/feedback?state=closed&kind=ces");
        assertThat(mine).isVisible(SOON);
        mine.click();
        assertThat(detail.locator(".written").first()).containsText("Planning gebeld.");
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "inbox-closed");
    }

    private Locator area(String label) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label));
    }

    @Test
    void new_feedback_appears_by_itself_and_keys_go_from_one_to_the_next() {
        signIn(page, "agent");
        page.navigate("/feedback?kind=ces");
        assertThat(page.locator(".inbox-row")).hasCount(1);
        say("2", "En nog eens.");
        assertThat(page.locator(".inbox-row")).hasCount(2);
        page.keyboard().press("j");
        assertThat(page).hasURL(Pattern.compile("/feedback/\\d+[?]kind=ces"));
        String first = page.url();
        page.keyboard().press("j");
        assertThat(page).not().hasURL(first);
        page.keyboard().press("k");
        assertThat(page).hasURL(first);
        page.goBack();
        assertThat(page).not().hasURL(first);
    }

    @Test
    void a_marketer_reads_no_words_and_a_lead_only_the_own_department() {
        signIn(page, "marketer");
        page.navigate("/feedback");
        Locator row = page.locator(".inbox-row").first();
        assertThat(row).isVisible(SOON);
        assertThat(page.locator(".inbox-row:has-text('Ik belde')")).hasCount(0);
        row.click();
        assertThat(page.locator(".inbox-detail")).containsText("voor wie het behandelt");
        assertThat(page.locator(".inbox-detail vaadin-text-area")).hasCount(0);
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "inbox-marketer");
    }
}
