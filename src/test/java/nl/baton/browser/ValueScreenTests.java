package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;
import nl.baton.demo.DemoApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What all customers of the demo company are worth, and behind every count exactly the customers that it counts. */
class ValueScreenTests extends DemoBrowserTest {

    @BeforeAll
    static void customersAreValued() {
        JdbcClient jdbc = DemoApplication.started().getBean(JdbcClient.class);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> jdbc.sql("SELECT COUNT(*) FROM value_scoring WHERE state = 'LIVE'")
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private void open(Page page, String user, String address) {
        signIn(page, user);
        page.navigate(address);
        assertThat(page.locator(".value-view .tile[aria-busy=true]")).hasCount(0);
        assertThat(page.locator(".tile-failure")).hasCount(0);
        assertThat(page.locator(".value-part")).hasCount(6, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        settle(page);
    }

    @Test
    void a_marketer_sees_who_holds_the_value_and_what_becomes_of_it() {
        open(page, "marketer", "/value");
        assertThat(page.locator("h1")).containsText("De beste 10 % van de klanten heeft");
        assertThat(page.locator(".navigation a[aria-current=page]")).containsText("Waarde");
        assertThat(page.locator(".value-part.fits")).containsText("in gebruik");
        assertThat(page.locator(".value-grid .value-row").first()).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "value");
        picture(page, ".value-view", "value-whole");
        page.locator(".value-part.risk .how").click();
        assertThat(page.locator("vaadin-popover.definition[opened]"))
                .containsText("Een contractklant heeft die kans niet");
    }

    @Test
    void every_count_leads_to_as_many_customers() {
        open(page, "marketer", "/value");
        record Way(String href, String count) {}
        var ways = new ArrayList<Way>();
        for (Locator link : page.locator(".value-view .figure a:has-text('0'), .portfolio td a, .count-lines a")
                .all()) {
            ways.add(new Way(link.getAttribute("href"), link.textContent().strip()));
        }
        for (Locator link : page.locator(".cohorts td a").all().subList(0, 12)) {
            ways.add(new Way(link.getAttribute("href"), link.textContent().strip()));
        }
        assertThat(ways).hasSizeGreaterThan(25);
        for (Way way : ways) {
            page.navigate("/" + way.href());
            Locator title = page.locator(".value-list h2");
            assertThat(title).isVisible();
            if (!way.count().startsWith("€")) {
                assertThat(title).containsText(Pattern.compile("^" + way.count().replace(".", "\\.") + " "));
            }
            long rows = Long.parseLong(title.textContent().split(" ")[0].replace(".", ""));
            assertThat(page.locator(".value-list vaadin-grid")
                            .evaluate("async g => { while (g.loading) await new Promise(r => setTimeout(r, 50));"
                                    + " return g.size; }"))
                    .as(way.href())
                    .isEqualTo((int) rows);
        }
        settle(page);
        screenshot(page, "value-list");
    }

    @Test
    void a_mark_of_a_chart_leads_to_its_customers_and_the_list_stays_in_the_address() {
        open(page, "marketer", "/value");
        page.locator(".concentration baton-chart .mark").nth(1).click();
        assertThat(page).hasURL(Pattern.compile(".*percent=10.*"));
        assertThat(page.locator(".value-list h2")).containsText("de beste 10 %");
        page.locator(".alive baton-chart .mark").nth(9).click();
        assertThat(page).hasURL(Pattern.compile(".*tenth=9.*"));
        page.reload();
        assertThat(page.locator(".value-list h2")).containsText("90–100");
        page.locator(".portfolio baton-pairs button.row").first().click();
        assertThat(page.locator(".value-list h2")).containsText("klasse A");
        page.locator(".value-list .section-head vaadin-button").click();
        assertThat(page.locator(".value-list")).hasCount(0);
        page.navigate("/value?show=stage&tier=Z&stage=NOWHERE");
        assertThat(page.locator(".value-list h2")).containsText(" klanten");
        page.navigate("/value?show=cohort&quarter=gisteren");
        assertThat(page.locator(".value-part.risk")).isVisible();
        assertThat(page.locator(".value-list")).hasCount(0);
    }

    @Test
    void every_chart_has_its_numbers_as_a_table() {
        open(page, "marketer", "/value");
        for (String part : new String[] {"portfolio", "concentration", "alive", "cohorts", "fits"}) {
            Locator chart =
                    page.locator("." + part + " :is(baton-chart, baton-pairs)").first();
            chart.locator(".toggle").click();
            assertThat(chart.locator("table tbody tr").first()).isVisible();
        }
        page.locator(".concentration baton-chart table button").first().click();
        assertThat(page.locator(".value-list h2")).containsText("de beste 5 %");
    }

    @Test
    void a_profile_shows_all_four_quadrants_with_what_they_rest_on() {
        JdbcClient jdbc = DemoApplication.started().getBean(JdbcClient.class);
        long annelies = jdbc.sql("SELECT id FROM customer WHERE name = 'Annelies de Wit'")
                .query(Long.class)
                .single();
        signIn(page, "agent");
        page.navigate("/customers/" + annelies + "?tab=value.panel");
        sayWhatFor(page);
        Locator worth = page.locator(".worth");
        assertThat(worth).containsText("Huidige waarde");
        assertThat(worth).containsText("Te verwachten waarde");
        assertThat(worth.locator(".through-others")).containsText("bracht 3 klanten aan");
        assertThat(worth.locator(".through-others")).containsText("heeft nog niet geantwoord");
        picture(page, ".worth", "value-quadrants");
        long told = jdbc.sql("""
                        SELECT i.customer_id FROM customer_indirect i JOIN value_scoring s ON s.scoring = i.scoring
                        JOIN customer_referred r ON r.scoring = s.scoring AND r.referrer_id = i.customer_id
                        WHERE s.state = 'LIVE' AND i.potential_value IS NOT NULL ORDER BY i.customer_id LIMIT 1""").query(Long.class).single();
        page.navigate("/customers/" + told + "?tab=value.panel");
        sayWhatFor(page);
        assertThat(worth.locator(".through-others")).containsText("95%-interval van de kans om ons aan te raden");
        assertThat(worth.locator(".through-others")).containsText("Bereikt ");
        assertNoSeriousViolations(page);
        picture(page, ".worth", "value-quadrants-told");
        String name = page.locator(".customer-view h1").textContent();
        worth.locator(".evidence-line a").first().click();
        page.waitForURL(url -> !url.contains("/customers/" + told));
        settle(page);
        sayWhatFor(page);
        assertThat(page.locator(".customer-view h1")).isVisible();
        assertThat(page.locator(".customer-view h1")).not().hasText(name);
    }

    @Test
    void an_executive_sees_totals_and_no_customer() {
        Page other = come(Visitor.ENGLISH);
        open(other, "executive", "/value?show=risk");
        assertThat(other.locator("h1")).containsText("of customers hold");
        assertThat(other.locator(".value-list, .value-grid, .value-view a")).hasCount(0);
        screenshot(other, "value-executive");
        picture(other, ".value-view", "value-executive-whole");
    }
}
