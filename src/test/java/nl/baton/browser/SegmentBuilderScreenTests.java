package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.baton.base.Formats;
import nl.baton.base.UtcTime;
import nl.baton.demo.DemoApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A marketer builds a segment by clicking, sees how many it finds, keeps it, and is told when another tab changed it. */
class SegmentBuilderScreenTests extends DemoBrowserTest {

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
    private static final LocatorAssertions.IsVisibleOptions SEEN =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
    private static final String ROOT = ".segment-builder > .group-part > .part-body";
    private static final String NAME = "Waardevol en aan het gaan";

    private final JdbcClient jdbc = DemoApplication.started().getBean(JdbcClient.class);

    @AfterEach
    void leave() {
        jdbc.sql("DELETE FROM segment_version WHERE segment_id IN (SELECT id FROM segment WHERE name LIKE ?)")
                .param(NAME + "%")
                .update();
        jdbc.sql("DELETE FROM segment WHERE name LIKE ?").param(NAME + "%").update();
    }

    @Test
    void a_segment_is_built_by_clicking_kept_and_not_overwritten_from_another_tab() {
        signIn(page, "marketer");
        page.navigate("/segments/new");
        assertThat(page.locator(".starting-points button").first()).isVisible(SEEN);
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "segment-builder-empty");

        add(ROOT, "Waardeklasse");
        assertThat(page.locator("vaadin-checkbox input").first()).isFocused();
        assertThat(page.locator(".unfinished-count")).isVisible();
        chip("A").click();
        chip("B").click();
        page.locator(ROOT + " > .group-foot vaadin-button:has-text('Groep')").click();
        String inner = ".group-part .group-part > .part-body";
        add(inner, "Fase");
        chip("slapend").click();
        add(inner, "Fase");
        page.locator(inner + " .trait-part")
                .nth(1)
                .locator("vaadin-checkbox:has-text('dreigt te gaan')")
                .click();
        add(ROOT, "Open breuk");
        Locator broken = page.locator(ROOT + " > .parts > .trait-part").last();
        broken.locator(".not").click();

        assertThat(page.locator("h1"))
                .hasText("Klanten met waardeklasse A of B, en die slapend zijn of die dreigen te gaan,"
                        + " en die geen open breuk hebben");
        String expected = Formats.of(Locale.of("nl")).number(counted());
        assertThat(page.locator(".count-line .customers")).hasText(expected);
        assertThat(page.locator(".count-line .beside")).hasText(Pattern.compile(".*%, stand van \\d\\d:\\d\\d"));
        assertThat(page.locator(".unfinished-count")).isHidden();
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "segment-builder");
        picture(page, ".segment-builder", "segment-builder-whole");

        page.reload();
        assertThat(page.locator(".count-line .customers")).hasText(expected);
        page.locator(".segment-builder .remove").last().click();
        assertThat(page.locator("h1")).not().containsText("geen open breuk");
        page.locator(".undo-line vaadin-button").click();
        assertThat(page.locator("h1")).containsText("geen open breuk");
        page.locator(".navigation a:has-text('Segmenten')").click();
        page.locator("vaadin-confirm-dialog vaadin-button", new Page.LocatorOptions().setHasText("Hier blijven"))
                .click();

        page.locator(".keep-line vaadin-button").click();
        assertThat(page.locator(".keep-line")).containsText("Geef het segment een naam");
        page.locator(".keep-line input").fill(NAME);
        page.locator(".keep-line vaadin-button").click();
        assertThat(page).hasURL(Pattern.compile(".*/segments/\\d+$"));
        assertThat(page.locator(".segment-sentence")).containsText("geen open breuk", SOON);

        String edit = page.url() + "/edit";
        page.navigate(edit);
        assertThat(page.locator(".count-line .customers")).hasText(expected);
        Page other = page.context().newPage();
        other.navigate(edit);
        assertThat(other.locator(".count-line .customers")).hasText(expected);
        page.locator(".trait-part vaadin-checkbox:has-text('C')").first().click();
        page.locator(".keep-line vaadin-button").click();
        assertThat(page.locator(".segment-sentence")).containsText("A, B of C", SOON);

        other.locator(".segment-builder .not").last().click();
        other.locator(".keep-line vaadin-button").click();
        assertThat(other.locator(".keep-form .panel-note")).containsText("A, B of C");
        settle(other);
        assertNoSeriousViolations(other);
        screenshot(other, "segment-builder-moved");
        other.getByText("Het mijne als kopie bewaren").click();
        assertThat(other.locator("h1")).containsText("(kopie)", SOON);
        assertThat(other.locator(".segment-sentence")).containsText("die een open breuk hebben");
    }

    @Test
    void an_example_is_moved_into_a_group_with_the_keys_alone() {
        signIn(page, "marketer");
        page.navigate("/segments/new");
        page.locator(".starting-points button").first().click();
        assertThat(page.locator("h1")).hasText("Klanten met waardeklasse A of B en die dreigen te gaan");

        page.locator(".move").last().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".section-menu [role=menuitem]:visible").first())
                .isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator(".section-menu:visible")).hasCount(0);
        page.keyboard().press("Enter");
        assertThat(page.locator(".section-menu [role=menuitem]:visible").first())
                .isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".group-part .group-part .trait-part")).hasCount(1);
        add(".group-part .group-part > .part-body", "Huidige waarde");
        Locator from = page.locator(".number input").first();
        assertThat(from).isFocused();
        from.fill("veel");
        from.press("Tab");
        assertThat(page.locator(".trait-form")).containsText(new String[] {"niet als getal"});
        from.fill("1.250,50");
        from.press("Tab");

        assertThat(page.locator("h1"))
                .hasText("Klanten met waardeklasse A of B, en die dreigen te gaan"
                        + " of van wie de huidige waarde minstens €\u00a01.250,50 is");
        assertThat(page.locator(".count-line .customers")).hasText(Pattern.compile("[0-9.]+"));
    }

    /** Waits for what was added: what is clicked next may be looked up as the last part. */
    private void add(String group, String trait) {
        Locator parts = page.locator(group + " > .parts > .trait-part");
        int before = parts.count();
        page.locator(group + " > .group-foot vaadin-button:has-text('Voorwaarde')")
                .click();
        page.getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(trait).setExact(true))
                .click();
        assertThat(parts).hasCount(before + 1);
    }

    private Locator chip(String name) {
        return page.locator(".chips vaadin-checkbox")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + name + "\\s*$")))
                .last();
    }

    /** The same, asked in one statement. */
    private long counted() {
        Instant now = Instant.now();
        return jdbc.sql("""
                        SELECT COUNT(*) FROM customer c
                            JOIN customer_value v ON v.customer_id = c.id
                            JOIN value_scoring s ON s.scoring = v.scoring AND s.state = 'LIVE'
                        WHERE c.kind <> 'ANONYMOUS' AND v.tier IN ('A', 'B') AND v.stage IN ('DORMANT', 'AT_RISK')
                            AND NOT EXISTS (
                                SELECT 1 FROM journey j JOIN handoff h ON h.journey_id = j.id
                                    JOIN figures_generation g ON g.generation = h.generation AND g.state = 'LIVE'
                                    JOIN finding f ON f.handoff_id = h.id AND f.dismissed = FALSE
                                WHERE j.customer_id = c.id AND j.closed_at IS NULL AND h.grain = 'DEPARTMENT'
                                    AND h.picked_up_at > ?
                                    AND NOT EXISTS (
                                        SELECT 1 FROM finding_verdict d
                                        WHERE d.pickup_touchpoint_id = h.pickup_touchpoint_id AND d.rule = f.rule
                                            AND d.state IS NOT NULL))
                            AND NOT EXISTS (
                                SELECT 1 FROM journey j JOIN pending_pass p ON p.journey_id = j.id
                                    JOIN figures_generation g ON g.generation = p.generation AND g.state = 'LIVE'
                                WHERE j.customer_id = c.id AND p.grain = 'DEPARTMENT' AND p.cancelled = FALSE
                                    AND p.overdue_at < ?)""")
                .params(UtcTime.of(now.minus(Duration.ofDays(30))), UtcTime.of(now))
                .query(Long.class)
                .single();
    }
}
