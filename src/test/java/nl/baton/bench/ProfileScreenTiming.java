package nl.baton.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.baton.browser.Chromium;
import nl.baton.security.DemoAccounts;
import nl.baton.security.Role;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long an agent with a customer on the line waits in a browser: a key, a number, Enter, and the profile is there. */
final class ProfileScreenTiming {

    private static final int WARM_UPS = 3;
    private static final int OPENED = 25;
    private static final double AIM = 1_000;

    private static final String READABLE = """
            name => document.querySelector('h1')?.textContent.trim() === name
                && document.querySelector('.who-has-it')?.checkVisibility()
            """;
    private static final String FOUND = """
            number => [...document.querySelectorAll('.customer-search [role=option]')]
                .some(option => option.textContent.includes(number))
            """;
    private static final String AT_REST =
            "() => Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())";

    private final ScaleSet set;
    private final List<Long> customers;

    /** Another one each time: that of an earlier measurement has a password that nobody knows. */
    private final String user = "bench-" + Long.toString(System.currentTimeMillis(), 36);

    private final String password = UUID.randomUUID().toString();

    ProfileScreenTiming(ScaleSet set, long home, List<Long> customers) {
        this.set = set;
        this.customers = customers;
        set.bean(DemoAccounts.class).addDemo(user, "Samira Haddad", password, Set.of(Role.AGENT), home);
    }

    void measure() {
        try (var chromium = new Chromium();
                BrowserContext context = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setBaseURL(set.address("/"))
                                .setLocale("nl-NL")
                                .setViewportSize(1440, 900))) {
            context.setDefaultTimeout(30_000);
            Page page = context.newPage();
            page.navigate("/login");
            page.locator("input[name=username]").fill(user);
            page.locator("input[name=password]").fill(password);
            page.locator("input[name=password]").press("Enter");
            page.locator(".customer-search").waitFor();
            var taken = new Sample();
            for (int i = 0; i < WARM_UPS + OPENED; i++) {
                double milliseconds = open(page, customers.get(i));
                if (i >= WARM_UPS) {
                    taken.add(milliseconds);
                }
            }
            System.out.printf(
                    "In Chromium, from Enter on a hit until name and who has it are visible (%d): median %.0f ms, p95"
                            + " %.0f ms, slowest %.0f ms (aim: at most %.0f ms)%n",
                    taken.size(), taken.median(), taken.p95(), taken.max(), AIM);
        }
    }

    private double open(Page page, long customer) {
        Map<String, Object> known = set.bean(JdbcTemplate.class)
                .queryForMap("SELECT name, external_id FROM customer WHERE id = ?", customer);
        page.waitForFunction(AT_REST);
        page.keyboard().press("/");
        page.keyboard().type(String.valueOf(known.get("external_id")));
        page.waitForFunction(FOUND, known.get("external_id"));
        long begun = System.nanoTime();
        page.keyboard().press("Enter");
        page.waitForFunction(READABLE, known.get("name"));
        return (System.nanoTime() - begun) / 1e6;
    }
}
