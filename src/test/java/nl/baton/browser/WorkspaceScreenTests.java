package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A department's people find what waits for them, and behind every count exactly the records it counts. */
class WorkspaceScreenTests extends DemoBrowserTest {

    @Test
    void a_lead_begins_at_the_workspace_of_the_own_department() {
        signIn(page, "lead");

        assertThat(page.locator("h1")).containsText("Planning: er");
        assertThat(page.locator(".work-part")).hasCount(8);
        assertThat(page.locator(".work-part.stake .stake-part")).isVisible();
        assertThat(page.locator(".work-part .tile[aria-busy=true]")).hasCount(0);
        assertThat(page.locator(".tile-failure")).hasCount(0);
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "workspace-lead");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/workspace-whole.png")));
        page.locator(".work-part.broken .how").click();
        assertThat(page.locator("vaadin-popover.definition[opened]")).containsText("met de oorzaak aan uw kant");
        settle(page);
        screenshot(page, "workspace-definition");
    }

    @Test
    void every_count_leads_to_as_many_records() {
        for (String user : List.of("lead", "agent")) {
            Page other = come(visitor());
            signIn(other, user);
            other.navigate("/workspace");
            assertThat(other.locator(".work-part .tile[aria-busy=true]")).hasCount(0);
            settle(other);
            record Way(String href, String count) {}
            var ways = new ArrayList<Way>();
            for (Locator link :
                    other.locator(".work-part .figure a, .break-line a.count").all()) {
                ways.add(new Way(link.getAttribute("href"), link.textContent().strip()));
            }
            assertThat(ways).hasSizeGreaterThan(4);
            for (Way way : ways) {
                other.navigate("/" + way.href());
                Locator title = other.locator(".work-list h2");
                assertThat(title).containsText(way.count() + " ");
                long rows = Long.parseLong(way.count().replace(".", ""));
                Locator grid = other.locator(".work-list vaadin-grid");
                assertThat(grid.evaluate("async g => { while (g.loading) await new Promise(r => setTimeout(r, 50));"
                                + " return g.size; }"))
                        .as("%s %s", user, way.href())
                        .isEqualTo((int) rows);
            }
            settle(other);
            screenshot(other, "workspace-list-" + user);
        }
    }

    @Test
    void an_executive_chooses_a_department_and_sees_masked_names() {
        signIn(page, "executive");
        assertThat(page).hasURL(Pattern.compile(".*/handoffs.*"));
        page.navigate("/workspace");
        assertThat(page.locator(".work-part .tile[aria-busy=true]")).hasCount(0);
        page.locator(".filter").first().click();
        page.locator("baton-options button")
                .filter(new Locator.FilterOptions().setHasText("Planning"))
                .first()
                .click();
        assertThat(page.locator("h1")).containsText("Planning");
        assertThat(page.locator(".work-part.waiting .work-row").first()).isVisible();
        assertThat(page.locator(".work-part.waiting .work-row a")).hasCount(0);
        settle(page);
        screenshot(page, "workspace-executive");
    }

    @Test
    void the_bell_leads_to_what_needs_this_person() {
        signIn(page, "lead");
        Locator count = page.locator(".bell .count");
        assertThat(count).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
        page.locator(".bell").click();
        // of which kind they are depends on the hour at which the company is looked at; each names its handoff
        assertThat(page.locator(".alert-line .lane").first()).isVisible();
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "alerts");
        // more may come in at any moment: heading and list then move together
        page.waitForFunction("() => document.querySelector('h1').textContent"
                + ".startsWith(document.querySelectorAll('.alert-line').length + ' ')");
        String before = page.locator("h1").textContent();
        page.locator(".alert-line .text-button").first().click();
        assertThat(page.locator("h1")).not().hasText(before);
        settle(page);
        page.navigate("/alerts?show=all");
        assertThat(page.locator(".alert-line").first()).isVisible();
        settle(page);
        screenshot(page, "alerts-all");
        assertThat(page.locator(".alert-line .text-button").filter(new Locator.FilterOptions().setHasText("Ongelezen")))
                .hasCount(1);
    }
}
