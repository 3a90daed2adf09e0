package nl.baton.fault;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.baton.browser.Chromium;
import nl.baton.database.OnMySql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two Baton nodes, each a process of its own, on one MySQL. */
@Tag(OnMySql.TAG)
@EnabledOnOs(OS.LINUX)
class TwoNodesTests {

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final String SOURCE = "two-nodes";
    private static final String PASSWORD = "een-wachtwoord-van-niets";

    private static FaultHouse house;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(5));

    @BeforeAll
    static void start() {
        house = FaultHouse.onMySql();
        house.needTwoNodes();
    }

    @AfterAll
    static void end() {
        house.close();
    }

    private Item item(String id, String caseNumber, int hour, String department) {
        return new Item(
                SOURCE,
                id,
                caseNumber,
                List.of(),
                start.plus(Duration.ofHours(hour)),
                null,
                "customer of " + caseNumber,
                null,
                department,
                null,
                "OUTBOUND",
                null,
                null,
                "Contact " + id);
    }

    private Instant send(int node, List<Item> items) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + house.node(node).port() + "/api/v1/touchpoints"))
                .header("Authorization", "Bearer " + house.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        items.stream().map(Item::json).collect(Collectors.joining(",", "[", "]"))))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
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
    void an_open_screen_shows_what_the_other_node_took_in_within_three_seconds() throws Exception {
        send(0, List.of(item("1", "A-1", 0, "Verkoop")));
        house.awaitUpToDate();
        house.node(0).addAgent("nora", PASSWORD);
        long customer = house.database()
                .sql("SELECT id FROM customer WHERE source = ? AND external_id = 'customer of A-1'")
                .param(SOURCE)
                .query(Long.class)
                .single();
        try (var chromium = new Chromium();
                Browser browser = chromium.browser()) {
            Page page = browser.newPage();
            String node = "http://127.0.0.1:" + house.node(0).port();
            page.navigate(node + "/login");
            page.locator("input[name=username]").fill("nora");
            page.locator("input[name=password]").fill(PASSWORD);
            page.locator("input[name=password]").press("Enter");
            page.waitForURL(url -> !url.contains("/login"));
            page.navigate(node + "/customers/" + customer);
            page.locator(".reason-part .actions vaadin-button").first().click();
            assertThat(page.locator(".touchpoint-row")).hasCount(1);

            for (int i = 2; i < 5; i++) {
                String department = i % 2 == 0 ? "Montage" : "Planning";
                Instant committed = send(1, List.of(item(Integer.toString(i), "A-1", 9 * i, department)));

                showsSoon(page.locator(".touchpoint-list"), "Contact " + i, committed);
                showsSoon(page.locator(".who-has-it"), department, committed.plusSeconds(1));
            }
        }
    }

    /** Whoever rebuilds is killed in the middle of it: another goes on, and what was live stays until all is done. */
    @Test
    void a_rebuild_survives_the_node_that_does_it() throws Exception {
        JdbcClient database = house.database();
        for (int batch = 0; batch < 6; batch++) {
            int from = batch * 500;
            send(
                    1,
                    IntStream.range(from, from + 500)
                            .mapToObj(i -> item("r" + i, "R-" + i / 4, i % 90, i % 2 == 0 ? "Verkoop" : "Planning"))
                            .toList());
        }
        house.awaitUpToDate();
        int before = live(database);
        long handoffs = handoffs(database, before);
        assertThat(handoffs).isGreaterThan(1_500);

        house.node(0).rebuild();
        Instant limit = Instant.now().plusSeconds(120);
        while (filling(database) == 0 && Instant.now().isBefore(limit)) {
            Thread.sleep(5);
        }
        house.node(0).kill();
        assertThat(live(database)).isEqualTo(before);
        Instant committed = send(1, List.of(item("meanwhile", "R-0", 95, "Montage")));
        house.node(0).restart();
        while (live(database) == before && Instant.now().isBefore(limit)) {
            Thread.sleep(200);
        }
        house.awaitUpToDate();

        assertThat(live(database))
                .as("done by " + limit + ", sent at " + committed)
                .isGreaterThan(before);
        assertThat(handoffs(database, live(database))).isEqualTo(handoffs + 1);
        assertThat(SummedRollUps.differences(database)).isEmpty();
        assertThat(RelaysInMemory.differences(database)).isEmpty();
        house.node(0).awaitPort();
    }

    private static int live(JdbcClient database) {
        return database.sql("SELECT generation FROM figures_generation WHERE state = 'LIVE'")
                .query(Integer.class)
                .single();
    }

    private static long filling(JdbcClient database) {
        return database.sql("""
                        SELECT COUNT(*) FROM handoff h JOIN figures_generation g ON g.generation = h.generation
                        WHERE g.state NOT IN ('LIVE', 'RETIRED')""").query(Long.class).single();
    }

    private static long handoffs(JdbcClient database, int generation) {
        return database.sql("SELECT COUNT(*) FROM handoff WHERE generation = ? AND grain = 'DEPARTMENT'")
                .param(generation)
                .query(Long.class)
                .single();
    }
}
