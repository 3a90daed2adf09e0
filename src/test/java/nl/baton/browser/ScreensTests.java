package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import nl.baton.demo.DemoApplication;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every screen of the demo company, looked at in both themes and both widths, and with axe. */
class ScreensTests extends DemoBrowserTest {

    private static final Pattern DIGITS = Pattern.compile("\\D");

    /** The best of three, as other tests may run meanwhile: from handing over the data to the frame that shows it. */
    private static final String DRAW_500 = """
            async () => {
              const from = Date.UTC(2026, 0, 5, 8), hour = 3600e3, at = n => new Date(from + n * 4 * hour).toISOString();
              const departments = [1, 2, 3, 4, 5, 6].map(n => ({ id: String(n), name: 'Afdeling ' + n, slot: n }));
              const touchpoints = Array.from({ length: 500 }, (_, i) => ({ id: 't' + i, at: at(i), text: 'Contact ' + i,
                direction: ['inbound', 'outbound', 'internal'][i % 3], channel: ['phone', 'mail', 'app'][i % 3],
                department: String(Math.floor(i / 6) % 6 + 1) }));
              const legs = Array.from({ length: 83 }, (_, i) => ({ id: 'l' + i, department: String(i % 6 + 1), start: at(i * 6),
                end: at(i * 6 + 4), touchpoints: [0, 1, 2, 3, 4, 5].map(n => 't' + (i * 6 + n)) }));
              const passes = legs.slice(1).map((leg, i) => ({ id: 'p' + i, from: 'l' + i, to: leg.id, at: legs[i].end,
                startedAt: leg.start, waitText: '8 uur', state: i % 3 ? 'fine' : 'broken', sentence: 'Wachtte 8 uur.' }));
              const data = { zone: 'Europe/Amsterdam', now: at(500), window: { from: at(0), to: at(500) }, departments,
                touchpoints, legs, passes };
              const times = [];
              for (let i = 0; i < 3; i++) {
                const relay = document.createElement('baton-relay');
                document.querySelector('.journey-part').append(relay);
                await new Promise(requestAnimationFrame);
                const begun = performance.now();
                relay.data = data;
                while (!relay.shadowRoot.querySelector('.disc')) await new Promise(requestAnimationFrame);
                await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
                times.push(performance.now() - begun);
                relay.remove();
              }
              console.log('500 touchpoints: ' + times.map(Math.round).join(', ') + ' ms');
              return Math.min(...times);
            }""";

    private static long number(Locator locator) {
        return Long.parseLong(DIGITS.matcher(locator.innerText()).replaceAll(""));
    }

    @Test
    void an_executive_reads_where_it_breaks_and_follows_a_figure_to_its_records() {
        signIn(page, "executive");
        page.navigate("/handoffs");
        assertThat(page.locator("h1")).containsText("overdrachten breekt");
        assertThat(page.locator("baton-heat-map button").first()).isVisible();
        assertThat(page.locator(".chosen-lane")).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "handoffs");
        picture(page, ".stake-part", "lane-stake");

        Locator broken = page.locator(".figure", new Page.LocatorOptions().setHasText(Pattern.compile("^Gebroken")));
        String counted = broken.locator(".beside").innerText().split(" van ")[0];
        broken.locator("a").click();
        assertThat(page.locator(".evidence h2")).hasText(counted + " gebroken overdrachten");
        assertThat(page.locator(".evidence-row").first()).isVisible();
        // masked: initials only, and no way to the profile
        assertThat(page.locator(".evidence-row .who").first()).containsText(Pattern.compile("^\\S\\."));
        assertThat(page.locator(".evidence-row a")).hasCount(0);
        assertNoSeriousViolations(page);
        scrollTo(page.locator(".evidence"));
        screenshot(page, "handoffs-evidence");

        Locator stake = page.locator(".figure", new Page.LocatorOptions().setHasText(Pattern.compile("^Op het spel")));
        String customers = stake.locator(".beside").innerText().split(" klanten")[0];
        stake.locator("a").click();
        assertThat(page.locator(".evidence h2")).containsText(customers + " klanten met een gebroken overdracht");
    }

    @Test
    void a_lane_chosen_in_the_map_stands_in_the_url_and_survives_a_reload_and_the_back_button() {
        signIn(page, "executive");
        page.navigate("/handoffs?period=12m");
        Locator second =
                page.locator(".lane-grid vaadin-grid-cell-content .lane").nth(1);
        assertThat(second).isVisible();
        String first = page.locator(".chosen-lane h2").innerText();
        second.click();
        assertThat(page).hasURL(Pattern.compile("lane=\\d+-\\d+"));
        Locator title = page.locator(".chosen-lane h2");
        assertThat(title).not().hasText(first);
        String chosen = title.innerText();

        page.reload();
        assertThat(title).hasText(chosen);
        page.goBack();
        assertThat(title).hasText(first);
    }

    @Test
    void an_agent_understands_a_customer_whose_order_nobody_has_picked_up() {
        signIn(page, "agent");
        page.locator(".customer-search input").fill("annelies de w");
        page.locator(".customer-search [role=option]", new Page.LocatorOptions().setHasText("Annelies de Wit"))
                .first()
                .click();
        sayWhatFor(page);
        assertThat(page.locator("h1")).hasText("Annelies de Wit");
        assertThat(page.locator(".who-has-it")).containsText("Niemand. Planning gaf het");
        assertThat(page.locator(".who-has-it .state.broken")).hasText("Niet opgepakt");
        assertThat(page.locator("baton-relay")).containsText("4 van de 7 overdrachten gebroken");
        assertThat(page.locator("baton-relay svg").first()).isVisible();
        assertThat(page.locator(".touchpoint-row").first()).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "profile");

        page.reload();
        assertThat(page.locator("h1")).hasText("Annelies de Wit");
    }

    private void openAnnelies() {
        signIn(page, "agent");
        page.locator(".customer-search input").fill("annelies de w");
        page.locator(".customer-search [role=option]", new Page.LocatorOptions().setHasText("Annelies de Wit"))
                .first()
                .click();
        sayWhatFor(page);
        assertThat(page.locator("baton-relay svg.relay")).isVisible();
        settle(page);
    }

    @Test
    void the_relay_is_walked_through_by_keys_played_and_looked_into() {
        openAnnelies();
        Locator list = page.locator("baton-relay #list");
        list.focus();
        page.keyboard().press("b");
        page.keyboard().press("b");
        assertThat(page.locator("baton-relay [aria-selected=true]")).containsText("Gebroken overdracht 2 van 4");
        page.keyboard().press("Enter");
        Locator detail = page.locator(".relay-detail");
        assertThat(detail.locator("h2")).hasText("Gebroken overdracht");
        assertThat(detail.locator("h2")).isFocused();
        assertThat(detail).containsText("regels gebroken");
        assertThat(detail.locator(".relay-contact").first()).isVisible();
        assertNoSeriousViolations(page);
        scrollTo(detail);
        screenshot(page, "relay-detail");
        detail.locator("h2").focus();
        page.keyboard().press("Escape");
        assertThat(detail).isHidden();
        assertThat(list).isFocused();

        Locator play = page.locator("baton-relay .play");
        page.keyboard().press(" ");
        assertThat(play).hasAttribute("aria-label", "Pauze");
        page.keyboard().press(" ");
        assertThat(play).hasAttribute("aria-label", "Afspelen");
        assertThat(page.locator("baton-relay .sweeping")).hasCount(1);
        assertThat(page.locator("baton-relay .diamond")).not().hasCount(4);
        page.keyboard().press("Escape");
        assertThat(page.locator("baton-relay .sweeping")).hasCount(0);
        assertThat(page.locator("baton-relay .diamond")).hasCount(4);

        // below a day the closed hours are asked of the server
        page.locator("baton-relay .toolbar button", new Page.LocatorOptions().setHasText("Dag"))
                .click();
        assertThat(page.locator("baton-relay rect.closed").first()).isVisible();
        screenshot(page, "relay-day");
        list.focus();
        page.keyboard().press("0");
        page.keyboard().press("l");
        assertThat(page.locator("baton-relay .list .option").first()).isVisible();
        screenshot(page, "relay-list");
        page.keyboard().press("Escape");
        assertThat(page.locator("baton-relay svg.relay")).isVisible();
    }

    @Test
    void the_overview_leads_to_other_times_and_all_journeys() {
        openAnnelies();
        Locator all = page.locator("baton-relay .toolbar button", new Page.LocatorOptions().setHasText("Alle"));
        page.locator("baton-relay .toolbar button", new Page.LocatorOptions().setHasText("10 jaar"))
                .click();
        Locator heading = page.locator("baton-relay h2");
        if (all.count() > 0) {
            assertThat(all).hasAttribute("aria-pressed", "true");
            assertThat(heading).hasText("Alle klantreizen");
        }
        screenshot(page, "relay-all");
        page.locator("baton-relay .toolbar button", new Page.LocatorOptions().setHasText("Week"))
                .click();
        settle(page);
        Locator frame = page.locator("baton-relay .overview .window");
        var box = frame.boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x - 60, box.y + box.height / 2);
        page.mouse().up();
        assertThat(frame.boundingBox().x).isLessThan(box.x - 30);
        page.locator("baton-relay .toolbar button", new Page.LocatorOptions().setHasText("Klantreis"))
                .first()
                .click();
        assertThat(heading).not().hasText("Alle klantreizen");
        assertThat(page.locator("baton-relay .diamond")).hasCount(4);
    }

    @Test
    void an_agent_reads_what_the_customer_is_worth_and_of_a_lane_whom_it_happens_to() {
        openAnnelies();
        page.locator("[role=tab]", new Page.LocatorOptions().setHasText("Contracten"))
                .click();
        Locator worth = page.locator(".worth");
        assertThat(page.locator(".dealings")).isVisible();
        // all customers are valued behind the scenes once the company has moved in
        for (int i = 0; i < 60 && worth.count() == 0; i++) {
            page.waitForTimeout(1_000);
            page.reload();
            assertThat(page.locator(".dealings")).isVisible();
        }
        assertThat(worth).containsText("Waardeklasse");
        assertThat(worth).containsText("Te verwachten waarde");
        assertThat(worth).containsText("negen van de tien keer");
        // over the relay it would dim all marks but one
        page.mouse().move(0, 0);
        settle(page);
        picture(page, ".worth", "profile-worth");
        assertNoSeriousViolations(page);

        page.navigate("/handoffs?period=all");
        Locator tiers = page.locator(".analysis-part.tiers tbody tr");
        assertThat(tiers.first()).isVisible();
        picture(page, ".lane-analysis", "lane-tiers");
        Locator judged = tiers.first().locator("a").last();
        String counted = judged.innerText();
        judged.click();
        assertThat(page.locator(".evidence h2")).containsText(counted + " te beoordelen");
    }

    @Test
    void five_hundred_touchpoints_are_drawn_at_once() {
        openAnnelies();
        double millis = ((Number) page.evaluate(DRAW_500)).doubleValue();
        assertThat(millis).as("milliseconds to draw 500 touchpoints").isLessThanOrEqualTo(300);
    }

    @Test
    void the_search_is_one_key_away_and_knows_phone_numbers_in_any_notation() {
        signIn(page, "agent");
        page.navigate("/handoffs");
        assertThat(page.locator(".overview")).isVisible();
        page.locator("h1").click();
        page.keyboard().press("/");
        assertThat(page.locator(".customer-search input")).isFocused();
        page.keyboard().type("+31 6 0842 0937");
        assertThat(page.locator(".customer-search [role=option]").first()).containsText("Annelies de Wit");
    }

    @Test
    void a_mistyped_name_is_found_says_why_and_opens_by_keys_alone() {
        signIn(page, "agent");
        page.navigate("/handoffs");
        assertThat(page.locator(".overview")).isVisible();
        page.locator("h1").click();
        page.keyboard().press("/");
        page.keyboard().type("wit annelis");
        Locator first = page.locator(".customer-search [role=option]").first();
        assertThat(first).containsText("Annelies de Wit");
        assertThat(first.locator("mark")).hasText(new String[] {"Annelies", "Wit"});
        assertThat(first).hasAttribute("aria-selected", "true");
        assertNoSeriousViolations(page);
        screenshot(page, "search");

        Page tab = page.context().waitForPage(() -> page.keyboard().press("Control+Enter"));
        assertThat(tab.locator("h1")).hasText("Annelies de Wit");
        tab.close();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Annelies de Wit");
        assertThat(page.locator(".customer-search input")).hasValue("");
    }

    @Test
    void enter_does_not_wait_for_the_list_and_nobody_is_said_to_be_nobody() {
        signIn(page, "agent");
        page.locator("h1").click();
        page.keyboard().press("/");
        page.keyboard().type("xyzzy quux");
        assertThat(page.locator(".customer-search .note")).hasText("Niemand gevonden met die naam.");
        page.keyboard().press("Escape");
        assertThat(page.locator(".customer-search input")).hasValue("");
        page.keyboard().type("06 0842 0937");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Annelies de Wit");
    }

    @Test
    void language_and_theme_are_the_users_choice_and_stay() {
        signIn(page, "marketer");
        assertThat(page.locator("h1")).containsText("overdrachten");
        page.getByText("EN", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("h1")).containsText("handoff");
        assertThat(page.locator("html")).hasAttribute("lang", Pattern.compile("^en"));

        page.locator("[aria-label='Light or dark']").first().click();
        assertThat(page.locator("html")).hasAttribute("theme", Pattern.compile("dark"));
        page.reload();
        assertThat(page.locator("h1")).containsText("handoff");
        assertThat(page.locator("html")).hasAttribute("theme", Pattern.compile("dark"));
        assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
                .isEqualTo("dark");

        // back to what the other tests expect: the choice is kept with the account, and holds whatever the browser
        // wishes
        DemoApplication.started()
                .getBean(JdbcClient.class)
                .sql("UPDATE app_user SET theme = NULL WHERE username = 'marketer'")
                .update();
        page.getByText("NL", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("h1")).containsText("overdrachten");
    }

    @Test
    void a_steward_sees_totals_and_imports() {
        signIn(page, "steward");
        page.navigate("/handoffs");
        assertThat(page.locator(".figure").first()).isVisible();
        assertThat(page.locator("baton-heat-map")).hasCount(0);
        assertNoSeriousViolations(page);
        screenshot(page, "handoffs-totals");

        page.navigate("/imports");
        assertThat(page.locator("h1")).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "imports");
    }

    @Test
    void an_administrator_keeps_users_and_reads_who_looked() {
        signIn(page, "admin");
        page.navigate("/users");
        assertThat(page.locator("vaadin-grid").first()).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "users");
        page.navigate("/audit");
        assertThat(page.locator("vaadin-grid").first()).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "audit");
        page.navigate("/nowhere");
        assertThat(page.locator(".error-page")).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "not-found");
    }

    @Test
    void an_administrator_keeps_departments_and_tokens() {
        signIn(page, "admin");
        page.navigate("/departments");
        assertThat(page.locator("h1")).containsText("afdelingen");
        assertNoSeriousViolations(page);
        screenshot(page, "departments");
        page.locator(".department-grid .department", new Page.LocatorOptions().setHasText("Planning"))
                .click();
        assertThat(page.locator(".panel h2").first()).hasText("Planning");
        assertThat(page.locator(".side-form")).containsText("uur per week");
        assertThat(page.locator("vaadin-notification-card")).hasCount(0);
        assertNoSeriousViolations(page);
        screenshot(page, "department");
        page.locator(".merging input").fill("Verkoop");
        page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText("Verkoop"))
                .first()
                .click();
        page.locator(".merging > vaadin-button").click();
        assertThat(page.locator(".confirmation")).containsText("contactmomenten in");
        screenshot(page, "department-merge");
        page.locator("vaadin-confirm-dialog vaadin-button", new Page.LocatorOptions().setHasText("Annuleren"))
                .click();
        page.locator(".panel .side-form input").nth(2).fill("Ma-Vr 09:00-17:00");
        assertThat(page.locator(".side-form")).containsText("is geen dag");

        page.navigate("/tokens");
        assertThat(page.locator("h1")).containsText("token");
        screenshot(page, "tokens-empty");
        page.locator(".head-tools vaadin-button").click();
        page.locator(".side-form vaadin-text-field input").fill("CRM");
        page.locator(".side-form vaadin-checkbox").first().click();
        assertNoSeriousViolations(page);
        screenshot(page, "token-new");
        page.locator(".panel .actions vaadin-button").click();
        assertThat(page.locator(".link-note")).isVisible();
        assertNoSeriousViolations(page);
        screenshot(page, "token-secret");
        page.locator(".token-grid vaadin-grid-cell-content", new Page.LocatorOptions().setHasText("CRM"))
                .click();
        assertThat(page.locator(".token-facts")).isVisible();
        assertThat(page.locator("vaadin-notification-card")).hasCount(0);
        assertNoSeriousViolations(page);
        screenshot(page, "token");
    }

    @Test
    void a_period_without_handoffs_says_where_to_look() {
        signIn(page, "executive");
        page.navigate("/handoffs?from=2001-01-01&to=2001-01-31");
        assertThat(page.locator(".empty-state")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
        screenshot(page, "handoffs-empty");
        page.locator(".empty-state vaadin-button").click();
        assertThat(number(page.locator(".figure .value").first())).isGreaterThan(1_000);
    }
}
