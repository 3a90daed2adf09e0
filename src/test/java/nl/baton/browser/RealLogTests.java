package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Set;
import java.util.regex.Pattern;
import nl.baton.SharedFiles;
import nl.baton.security.DemoAccounts;
import nl.baton.security.Role;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A log of 65,533 events from the browser's upload to the customer behind one handoff. */
@Order(Integer.MAX_VALUE)
class RealLogTests extends SharedBrowserTest {

    private static final String PASSWORD = "a-long-password-1";

    @Autowired
    private DemoAccounts accounts;

    @Override
    protected Visitor visitor() {
        return Visitor.ENGLISH;
    }

    @Test
    void the_volvo_log_goes_in_through_the_browser_and_its_handoffs_are_on_the_screen() {
        accounts.addDemo("volvo", "Vera Volvo", PASSWORD, Set.of(Role.STEWARD, Role.EXECUTIVE, Role.AGENT), null);
        signIn(page, "volvo", PASSWORD);

        page.navigate("/imports/new");
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(SharedFiles.file("bpi2013-incidents/bpic2013_incidents.xes.gz"));
        Locator start = page.locator("vaadin-button[theme~=primary]");
        assertThat(start).hasText("Start the import", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
        assertNoSeriousViolations(page);
        screenshot(page, "import-mapping");
        start.click();

        Locator result = page.locator(".import-result");
        assertThat(result).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(240_000));
        assertThat(result).containsText("65,533");
        assertNoSeriousViolations(page);
        screenshot(page, "import-result");

        page.locator(".import-result a.button-like").click();
        assertThat(figure("Handoffs").locator(".value"))
                .hasText("9,454", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        assertThat(figure("Handoffs").locator(".beside")).containsText("3,820");
        assertThat(figure("Ping-pong").locator(".value")).hasText("2,394");
        screenshot(page, "handoffs-volvo");

        // the busiest lane: sort by n, downwards
        Locator sorter = page.locator(".lane-grid vaadin-grid-sorter").nth(1);
        sorter.click();
        sorter.click();
        settle(page);
        page.locator(".lane-grid vaadin-grid-cell-content .lane").first().click();
        assertThat(page).hasURL(Pattern.compile("lane="));
        assertThat(page.locator(".chosen-lane baton-chart").first()).isVisible();
        page.locator(".chosen-lane a", new Page.LocatorOptions().setHasText("See all"))
                .click();

        Locator who = page.locator(".evidence-row .who a").first();
        assertThat(who).isVisible();
        assertNoSeriousViolations(page);
        String customer = who.innerText();
        who.click();
        sayWhatFor(page);
        assertThat(page.locator("h1")).hasText(customer);
        assertThat(page.locator("baton-relay svg").first()).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "profile-volvo");
        page.reload();
        assertThat(page.locator("h1")).hasText(customer);
    }

    private Locator figure(String label) {
        return page.locator(".figure", new Page.LocatorOptions().setHasText(Pattern.compile("^" + label)))
                .first();
    }
}
