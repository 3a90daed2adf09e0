package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A marketer sees who buys lately and often, and behind each count exactly its customers; an executive the counts. */
class SegmentsScreenTests extends DemoBrowserTest {

    @Test
    void a_count_of_the_picture_leads_to_its_customers() {
        signIn(page, "marketer");
        page.locator(".navigation a:has-text('Segmenten')").click();

        assertThat(page.locator(".rfm-table td")).hasCount(25);
        assertThat(page.locator("h1")).containsText("klanten hebben een score");
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "segments");
        Locator first = page.locator(".named-segments tbody tr").first();
        String count = first.locator("td a").innerText();
        first.locator("td a").click();
        assertThat(page).hasURL(Pattern.compile(".*[?]rfm=.*"));
        assertThat(page.locator(".scored-list h2")).containsText(count + " klant");
        assertThat(page.locator(".scored-grid a").first()).hasText(Pattern.compile("[A-Za-z]{2,}"));
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "segments-list");
        page.reload();
        assertThat(page.locator(".scored-list h2")).containsText(count + " klant");
        page.locator(".scored-list vaadin-button").click();
        assertThat(page.locator(".scored-list")).hasCount(0);
        page.locator(".rfm-table td a").first().click();
        assertThat(page).hasURL(Pattern.compile(".*[?]cell=[1-5]-[1-5].*"));
        assertThat(page.locator(".scored-list h2")).isVisible();
        page.locator(".scored-list vaadin-button").click();
        page.locator(".named-segments tbody tr").first().locator("td a").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Maak hiervan een segment"))
                .click();
        assertThat(page.locator(".live-count"))
                .containsText(count, new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    }

    @Test
    void an_executive_sees_counts_that_lead_nowhere() {
        signIn(page, "executive");
        page.locator(".navigation a:has-text('Segmenten')").click();

        assertThat(page.locator(".rfm-table td")).hasCount(25);
        assertThat(page.locator(".rfm-part a").count()).isZero();
        assertThat(page.locator(".scored-list")).hasCount(0);
    }
}
