package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import nl.baton.security.DemoAccounts;
import nl.baton.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A file with attributes of journeys goes in; the picture, the lanes and the log come out. */
class InterchangeScreenTests extends SharedBrowserTest {

    private static final String PASSWORD = "een wachtwoord van niets";

    @Autowired
    private DemoAccounts accounts;

    @TempDir
    private Path folder;

    /** Another kind of journey each time, since all tests share one database. */
    private final String type = "uitwisseling-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void somebodySignsIn() {
        accounts.addDemo(
                "interchange", "Iris Wissel", PASSWORD, Set.of(Role.STEWARD, Role.EXECUTIVE, Role.AGENT), null);
        signIn(page, "interchange", PASSWORD);
    }

    /** 400 journeys: the more departments, the less often the agreed time was made; three with four handoffs or more. */
    private Path log() throws IOException {
        var random = new Random(3);
        var text = new StringBuilder("Zaaknummer;Datum;Afdeling;Onderwerp;Op tijd;Prioriteit\n");
        for (int journey = 0; journey < 400; journey++) {
            int steps = journey < 3 ? 6 : 1 + random.nextInt(4);
            boolean made = random.nextInt(5) >= steps;
            for (int i = 0; i < steps; i++) {
                text.append("Z%d;%d-1-2026 %02d:00;%s;Storing;%s;%d\n"
                        .formatted(
                                journey,
                                2 + journey % 20,
                                8 + i,
                                "Afdeling " + (char) ('A' + (journey + i) % 4),
                                i < steps - 1 ? "ja" : made ? "ja" : "nee",
                                journey % 3));
            }
        }
        return Files.writeString(folder.resolve("zaken.csv"), text);
    }

    private void imports() throws IOException {
        page.navigate("/imports/new");
        page.locator("vaadin-upload input[type=file]").setInputFiles(log());
        settle(page);
        Locator kind = page.getByLabel("Soort klantreis", new Page.GetByLabelOptions().setExact(true))
                .first();
        kind.fill(type);
        kind.press("Tab");
        settle(page);
        button("Alle overige kolommen").click();
        settle(page);
        assertThat(page.locator(".attribute-columns vaadin-multi-select-combo-box-chip[slot=chip]"))
                .hasText(new String[] {"Op tijd", "Prioriteit"});
        assertThat(page.locator(".mapping-preview")).containsText("Op tijd: ja, Prioriteit: 0");
        scrollTo(page.locator(".attribute-columns"));
        screenshot(page, "import-attributes");
        assertNoSeriousViolations(page);
        button("Import beginnen").click();
        assertThat(page.locator(".import-result"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void what_is_known_of_journeys_goes_in_and_pictures_and_files_come_out() throws IOException {
        imports();

        page.navigate("/handoffs?period=all&type=" + type);
        page.locator("a.to-attributes").click();
        assertThat(page).hasURL(Pattern.compile("handoffs/attributes\\?type=" + type));
        assertThat(page.locator("h1")).containsText("hoe minder vaak “Op tijd” ja is");
        Locator rows = page.locator(".attribute-dots tbody tr");
        assertThat(rows).hasCount(4);
        assertThat(rows.last()).containsText("n 3, te weinig om te beoordelen");
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "attributes");

        // the list behind a figure has as many journeys as the figure says
        Locator figure = rows.nth(1).locator("a").last();
        String n = figure.innerText();
        figure.click();
        assertThat(page.locator("#evidence h2")).hasText(n + " klantreizen: 1 overdracht");
        assertThat(page).hasURL(Pattern.compile("show=1"));
        assertThat(page.locator(".evidence-row").first()).isVisible();
        settle(page);
        assertNoSeriousViolations(page);
        screenshot(page, "attributes-evidence");
        page.locator(".filter", new Page.LocatorOptions().setHasText("Aandeel")).click();
        page.getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("nee"))
                .click();
        assertThat(page.locator("h1")).containsText("hoe vaker “Op tijd” nee is");
        page.reload();
        assertThat(page.locator("h1")).containsText("hoe vaker “Op tijd” nee is");
        assertThat(page.locator("#evidence h2")).hasText(n + " klantreizen: 1 overdracht");

        // a screen below another one knows its way back, and round the house
        page.locator(".attributes-view a.back").click();
        assertThat(page).hasURL(Pattern.compile("/handoffs$"));
        page.navigate("/handoffs?period=all&show=all&type=" + type);
        page.locator(".evidence-row .who a").first().click();
        sayWhatFor(page);
        assertThat(page).hasURL(Pattern.compile("/customers/\\d+"));
        page.locator(".navigation a", new Page.LocatorOptions().setHasText("Overdrachten"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/handoffs$"));
        downloads();
    }

    private void downloads() throws IOException {
        page.navigate("/handoffs?period=all&type=" + type);
        page.locator("button.download").click();
        Locator panel = page.locator(".download-panel");
        assertThat(panel.locator("a.file").first()).isHidden();
        panel.locator("input").fill("Maandagoverleg");
        assertThat(panel.locator("a.file")).hasCount(5);
        assertThat(panel.locator("a.file").first()).isVisible();
        settle(page);
        screenshot(page, "handoffs-download");
        assertNoSeriousViolations(page);

        Download lanes =
                page.waitForDownload(() -> panel.getByText("Banen als CSV").click());
        assertThat(lanes.suggestedFilename()).isEqualTo("banen.csv");
        assertThat(Files.readString(lanes.path()))
                .startsWith("\uFEFFRang;Van;Naar;Overdrachten;")
                .contains(";Afdeling A;Afdeling B;");
        Download book =
                page.waitForDownload(() -> panel.getByText("Banen voor Excel").click());
        assertThat(book.suggestedFilename()).isEqualTo("banen.xlsx");
        assertThat(Files.readAllBytes(book.path())).startsWith('P', 'K');
        Download log = page.waitForDownload(
                () -> panel.getByText("Logboek van klantreizen").click());
        assertThat(log.suggestedFilename()).isEqualTo("baton-log.xes.gz");
        try (var xes = new GZIPInputStream(Files.newInputStream(log.path()))) {
            assertThat(new String(xes.readAllBytes()).split("<trace>", -1)).hasSize(401);
        }
    }
}
