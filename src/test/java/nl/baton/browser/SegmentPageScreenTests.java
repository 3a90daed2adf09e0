package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import nl.baton.base.PausedWork;
import nl.baton.demo.DemoApplication;
import nl.baton.security.SystemWork;
import nl.baton.value.Valuation;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A marketer sees of a segment who is in it and what they go through, who came and went, and where all customers went. */
class SegmentPageScreenTests extends DemoBrowserTest {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

    private final JdbcClient jdbc = DemoApplication.started().getBean(JdbcClient.class);

    private long segment;
    private long other;

    @BeforeEach
    void twoSegmentsOfTwoDays() {
        segment = add(
                "Dreigt te gaan",
                "{\"is\":\"all\",\"parts\":[{\"is\":\"stage\",\"stages\":[\"ACTIVE\",\"AT_RISK\"]},"
                        + "{\"is\":\"tier\",\"tiers\":[\"A\",\"B\"]}]}");
        other = add(
                "Klacht open",
                "{\"is\":\"any\",\"parts\":[{\"is\":\"complaint-open\"},{\"is\":\"breakdown-open\",\"rule\":null}]}");
        // yesterday some were in another stage than the valuation of today says
        jdbc.sql("""
                        UPDATE customer_value SET stage = CASE WHEN stage = 'ACTIVE' THEN 'NEW' ELSE 'ACTIVE' END
                        WHERE MOD(customer_id, 7) = 0 AND stage IN ('ACTIVE', 'DORMANT', 'AT_RISK')""").update();
        taken();
        LocalDate today = jdbc.sql("SELECT MAX(of_day) FROM membership_run")
                .query(LocalDate.class)
                .single();
        try (var paused = new PausedWork(DemoApplication.started().getBean(SchedulerClient.class), "segment-members")) {
            for (String table : List.of("membership_run", "membership_day", "membership_move", "segment_figures")) {
                jdbc.sql("UPDATE " + table + " SET of_day = ? WHERE of_day = ?")
                        .params(today.minusDays(1), today)
                        .update();
            }
        }
        Valuation valuation = DemoApplication.started().getBean(Valuation.class);
        SystemWork.run(valuation::request);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> SystemWork.call(() -> valuation.underWay().isEmpty()));
        taken();
    }

    @AfterEach
    void leave() {
        for (String table : List.of("segment_version", "segment_figures", "membership_move")) {
            jdbc.sql("DELETE FROM " + table + " WHERE segment_id IN (?, ?)")
                    .params(segment, other)
                    .update();
        }
        jdbc.sql("DELETE FROM segment WHERE id IN (?, ?)")
                .params(segment, other)
                .update();
        jdbc.sql("DELETE FROM membership_day").update();
        jdbc.sql("DELETE FROM membership_run").update();
    }

    private long add(String name, String condition) {
        long owner = jdbc.sql("SELECT id FROM app_user WHERE username = 'marketer'")
                .query(Long.class)
                .single();
        long id = jdbc.sql("SELECT COALESCE(MAX(id), 0) + 1 FROM segment")
                .query(Long.class)
                .single();
        jdbc.sql(
                        "INSERT INTO segment (id, name, owner_id, shared, version, changed_at) VALUES (?, ?, ?, TRUE, 1, CURRENT_TIMESTAMP)")
                .params(id, name, owner)
                .update();
        jdbc.sql("""
                        INSERT INTO segment_version (segment_id, version, who_belongs, changed_by, changed_at)
                        VALUES (?, 1, ?, ?, CURRENT_TIMESTAMP)""").params(id, condition, owner).update();
        return id;
    }

    /** Both, by the valuation that is shown. */
    private void taken() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> jdbc.sql("""
                        SELECT COUNT(*) FROM segment_figures f JOIN membership_run r ON r.of_day = f.of_day
                            JOIN value_scoring v ON v.scoring = r.scoring AND v.state = 'LIVE'
                        WHERE f.of_day = (SELECT MAX(of_day) FROM membership_run) AND f.segment_id IN (?, ?)""")
                                .params(segment, other)
                                .query(Integer.class)
                                .single()
                        == 2);
    }

    @Test
    void a_segment_says_who_is_in_it_and_what_they_go_through() throws IOException {
        signIn(page, "marketer");
        page.navigate("/segments");
        assertThat(page.locator(".segment-list a:has-text('Dreigt te gaan')")).isVisible(SOON);
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "segments");
        page.locator(".segment-list a:has-text('Dreigt te gaan')").click();

        assertThat(page.locator(".segment-view .value-part.pain")).isVisible(SOON);
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "segment");
        picture(page, ".segment-view .value-parts", "segment-whole");
        campaign();
        Locator stage = page.locator(".value-part.mix .count-table")
                .first()
                .locator("td a")
                .first();
        String n = stage.innerText();
        stage.click();
        assertThat(page).hasURL(Pattern.compile(".*[?]list=stage[.].*"));
        assertThat(page.locator(".scored-list h2")).containsText(n + " klanten");
        assertThat(page.locator(".member-grid a").first()).hasText(Pattern.compile("[A-Za-z]{2,}"));
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "segment-members");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Wie kwam erbij, en waarom"))
                .click();
        assertThat(page.locator(".mover-grid a").first()).isVisible(SOON);
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "segment-movers");
        page.locator(".mover-grid a").first().click();
        page.locator("[role=tab]:has-text('Segmenten')").click();
        assertThat(page.locator(".segment-move").first()).containsText("Dreigt te gaan");
        assertThat(page.locator(".segment-move li").first()).hasText(Pattern.compile("[^ ]+ .*"));
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "profile-segments");
    }

    /** Who is left alone and who remains make up all members, and the file holds exactly who remains. */
    private void campaign() throws IOException {
        Locator part = page.locator(".campaign-part");
        part.scrollIntoViewIfNeeded();
        part.locator("vaadin-combo-box").first().locator("input").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("aanbiedingen"))
                .click();
        Locator numbers = part.locator("tbody tr");
        assertThat(numbers.first()).isVisible(SOON);
        settle(page);
        assertNoSeriousViolations(page);
        picture(page, ".campaign-part", "segment-campaign");
        int alone = number(numbers.nth(numbers.count() - 2).locator("td").first());
        int remaining = number(numbers.last().locator("td").first());
        assertThat(alone).isPositive();
        assertThat(remaining).isPositive();
        assertThat(part.locator(".answer")
                        .innerText()
                        .replace(".", "")
                        .replaceAll("[^0-9 ]", " ")
                        .strip()
                        .split(" +"))
                .containsExactly(String.valueOf(alone + remaining), String.valueOf(remaining));

        Locator cap = part.locator("vaadin-integer-field").first();
        cap.locator("input").fill("0");
        cap.locator("input").press("Tab");
        assertThat(cap).hasAttribute("invalid", "");
        assertThat(part.locator(".outcome")).isHidden();
        cap.locator("input").fill("1");
        cap.locator("input").press("Tab");
        settle(page);
        assertThat(part.locator(".tile")).hasAttribute("aria-busy", "false");
        assertThat(part.locator(".answer")).isVisible(SOON);
        remaining = number(numbers.last().locator("td").first());
        part.locator(".download-panel input").fill("Actie in het voorjaar");
        Download file =
                page.waitForDownload(() -> part.getByText("Klanten als CSV").click());
        assertThat(Files.readString(file.path()).strip().lines()).hasSize(1 + remaining);
    }

    private static int number(Locator cell) {
        return Integer.parseInt(cell.innerText().replace(".", "").strip());
    }

    @Test
    void flows_between_two_days_lead_to_their_customers() {
        signIn(page, "marketer");
        page.navigate("/segments/flow?of=stage");
        assertThat(page.locator(".flow-drawing")).isVisible(SOON);
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "segment-flow");
        Locator cell = page.locator(".count-table td a").first();
        String n = cell.innerText();
        cell.click();
        assertThat(page.locator(".scored-list h2")).containsText(n + " klanten");
        page.goBack();
        assertThat(page.locator(".scored-list")).hasCount(0);
    }

    @Test
    void an_executive_sees_what_is_shared_as_totals() {
        signIn(page, "executive");
        page.navigate("/segments/" + segment);
        assertThat(page.locator(".segment-view .value-part.pain")).isVisible(SOON);

        assertThat(page.locator(".value-part.mix td a").count()).isZero();
        assertThat(page.locator(".screen-head vaadin-button").count()).isZero();
        page.navigate("/segments/" + segment + "?list=all");
        assertThat(page.locator(".segment-view .value-part.pain")).isVisible(SOON);
        assertThat(page.locator(".scored-list")).hasCount(0);
    }
}
