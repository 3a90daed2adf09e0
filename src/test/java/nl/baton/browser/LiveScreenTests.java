package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.handoff.Projection;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.DemoAccounts;
import nl.baton.security.Role;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open screens show what has arrived within three seconds, where they stand: nothing is reloaded, no place is lost. */
class LiveScreenTests extends SharedBrowserTest {

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final String PASSWORD = "een wachtwoord van niets";

    @Autowired
    private DemoAccounts accounts;

    @Autowired
    private Customers customers;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private JdbcClient jdbc;

    private final String key = "live-" + UUID.randomUUID().toString().substring(0, 8);
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(20));
    private long customer;

    @BeforeEach
    void somebodyLooks() {
        SystemWork.run(() -> {
            customers.store(List.of(NewCustomer.of(key, "K", NewCustomer.Kind.PERSON, "Lieve " + key)
                    .build()));
            touchpoints.append(
                    List.of(
                            step("1", 0, "Verkoop").text("Eerste gesprek").build(),
                            step("2", 5, "Planning").text("Ingepland").build()),
                    Via.API);
            projection.projectAll(done -> {});
        });
        customer = jdbc.sql("SELECT id FROM customer WHERE source = ?")
                .param(key)
                .query(Long.class)
                .single();
        accounts.addDemo("live-looker", "Loes Live", PASSWORD, Set.of(Role.AGENT, Role.EXECUTIVE), null);
        signIn(page, "live-looker", PASSWORD);
    }

    private NewTouchpoint.Builder step(String id, int hour, String department) {
        return NewTouchpoint.of(key, id, new CaseKey(key, key, "1"), start.plus(Duration.ofHours(hour)))
                .customer(List.of(Identity.source("K")))
                .direction(Direction.INTERNAL)
                .department(department + " " + key);
    }

    /** As the API does it: stored and committed, and left to whatever node computes it. */
    private Instant arrives(NewTouchpoint touchpoint) {
        SystemWork.run(() -> touchpoints.append(List.of(touchpoint), Via.API));
        return Instant.now();
    }

    private static void showsSoon(Locator place, String text, Instant committed) {
        assertThat(place)
                .containsText(
                        text,
                        new LocatorAssertions.ContainsTextOptions()
                                .setTimeout(Duration.between(Instant.now(), committed.plus(SOON))
                                        .toMillis()));
    }

    @Test
    void the_handoffs_that_are_looked_at_move_while_somebody_types_in_the_filter() {
        page.navigate("/handoffs?period=all&show=all&type=" + key);
        Locator handoffs = page.locator(".figure").first().locator(".value");
        assertThat(handoffs).hasText("1");
        assertThat(page.locator(".evidence-row")).hasCount(1);
        settle(page);
        Locator find = page.locator(".section-head input");
        find.click();
        find.pressSequentially("plan");
        page.evaluate("document.querySelector('.overview').stays = true");

        for (int i = 0; i < 3; i++) {
            String department = i % 2 == 0 ? "Verkoop" : "Planning";
            Instant committed = arrives(step("later-" + i, 10 + i, department).build());
            showsSoon(handoffs, String.valueOf(2 + i), committed);
        }

        assertThat(find).isFocused();
        assertThat(find).hasValue("plan");
        assertThat(page.locator(".evidence h2")).containsText("4");
        assertThat(page.locator(".evidence-row")).hasCount(4);
        assertThat(page.evaluate("document.querySelector('.overview').stays")).isEqualTo(true);
    }

    @Test
    void an_open_filter_and_the_chosen_lane_stay() {
        page.navigate("/handoffs?period=all&type=" + key);
        assertThat(page.locator(".chosen-lane .pane").first()).isVisible();
        settle(page);
        page.locator(".filter").nth(1).click();
        Locator menu = page.locator("baton-options:visible");
        assertThat(menu).isVisible();

        Instant committed = arrives(step("3", 9, "Verkoop").build());

        showsSoon(page.locator(".figure").first().locator(".value"), "2", committed);
        assertThat(menu).isVisible();
        assertThat(page.locator(".chosen-lane h2")).containsText("Verkoop " + key);
    }

    @Test
    void a_profile_that_is_looked_at_shows_the_next_contact() {
        openProfile(page, customer);
        assertThat(page.locator(".touchpoint-row")).hasCount(2);
        assertThat(page.locator(".who-has-it")).containsText("Planning");
        settle(page);
        Locator search = page.locator(".customer-search input");
        search.click();
        search.pressSequentially("zz");
        page.evaluate("document.querySelector('baton-relay').stays = true");

        Instant committed =
                arrives(step("3", 7, "Montage").text("De monteur is geweest").build());

        showsSoon(page.locator(".touchpoint-list"), "De monteur is geweest", committed);
        showsSoon(page.locator(".who-has-it"), "Montage", committed.plusSeconds(1));
        assertThat(search).isFocused();
        assertThat(search).hasValue("zz");
        assertThat(page.evaluate("document.querySelector('baton-relay').stays")).isEqualTo(true);
    }

    @Test
    void what_is_passed_to_a_department_waits_in_its_workspace_at_once() {
        long planning = jdbc.sql("SELECT id FROM department WHERE name = ?")
                .param("Planning " + key)
                .query(Long.class)
                .single();
        accounts.addDemo("live-" + key, "Piet Planning", PASSWORD, Set.of(Role.AGENT), planning);
        Page other = come(visitor());
        signIn(other, "live-" + key, PASSWORD);
        assertThat(other.locator("h1")).hasText("Planning " + key + ": er wacht niets op u.");
        assertThat(other.locator(".work-part.waiting .passes")).isVisible();
        settle(other);

        Instant committed = arrives(step("3", 6, "Verkoop")
                .handedTo(new NewTouchpoint.HandedTo("Planning " + key, null))
                .build());

        showsSoon(other.locator(".work-part.waiting .passes"), "Lieve " + key, committed);
        assertThat(other.locator("h1")).containsText("er wacht één overdracht op u");
        assertThat(other.locator(".work-part.waiting .state.broken").first()).containsText("langer dan afgesproken");

        committed = arrives(step("4", 7, "Planning").build());
        showsSoon(other.locator("h1"), "er wacht niets op u", committed);
    }

    @Test
    void a_screen_that_is_left_is_no_longer_brought_up_to_date() {
        Page other = page.context().newPage();
        other.navigate("/handoffs?period=all&type=" + key);
        assertThat(other.locator(".figure").first()).isVisible();
        other.close();
        page.navigate("/handoffs?period=all&type=" + key);
        Locator handoffs = page.locator(".figure").first().locator(".value");
        assertThat(handoffs).hasText("1");
        settle(page);

        showsSoon(handoffs, "2", arrives(step("3", 9, "Verkoop").build()));
    }
}
