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
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.baton.SharedFiles;
import nl.baton.security.DemoAccounts;
import nl.baton.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A steward imports a file through the screens. */
class ImportScreenTests extends SharedBrowserTest {

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

    @Autowired
    private DemoAccounts accounts;

    @TempDir
    private Path folder;

    /** Another kind of journey each time, since all tests share one database. */
    private final String type = "screen-" + UUID.randomUUID();

    @BeforeEach
    void stewardSignsIn() {
        accounts.addDemo("import-steward", "Ies Steward", "een wachtwoord van niets", Set.of(Role.STEWARD), null);
        signIn(page, "import-steward", "een wachtwoord van niets");
    }

    @Test
    void a_log_is_dropped_understood_stored_and_shown() {
        page.navigate("/imports/new");
        settle(page);
        screenshot(page, "import-new");
        assertNoSeriousViolations(page);
        drop(SharedFiles.file("receipt-permits/receipt.xes.gz"));
        assertThat(field("Klantreis (zaaknummer)")).hasValue("case:concept:name");
        assertThat(field("Afdeling")).hasValue("org:group");
        assertThat(page.getByText("EMPTY").first()).isVisible();
        assertThat(page.getByText("De eerste 1.000 rijen kunnen alle worden opgeslagen."))
                .isVisible();
        settle(page);
        screenshot(page, "import-mapping");
        assertNoSeriousViolations(page);
        begin();
        assertThat(page.getByText("8.577 nieuwe contactmomenten")).isVisible(PATIENTLY);
        String address = page.url();
        assertThat(address).containsPattern("/imports/[0-9a-f-]{36}$");
        page.reload();
        settle(page);
        assertThat(page.getByText("8.577 nieuwe contactmomenten")).isVisible();
        screenshot(page, "import-result");
        assertNoSeriousViolations(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Alle imports"))
                .click();
        settle(page);
        assertThat(page.getByText("receipt.xes.gz").first()).isVisible();
        screenshot(page, "import-list");
        assertNoSeriousViolations(page);
    }

    @Test
    void what_is_wrong_is_said_at_its_field_before_anything_is_stored() throws IOException {
        Path file = Files.writeString(
                folder.resolve("meldingen.csv"),
                "Nummer;Datum;Afdeling\n1;5-1-2026 10:00;Verkoop\n1;morgen;Beheer\n"
                        + "1;6-1-2026 10:00;Beheer\n1;7-1-2026 10:00;Verkoop\n");
        page.navigate("/imports/new");
        drop(file);
        assertThat(page.getByText("Van de eerste 4 rijen zou er één apart gezet worden."))
                .isVisible();
        field("Tijd").fill("");
        field("Tijd").press("Enter");
        assertThat(page.locator("[slot=error-message]:has-text('nodig, en niet aanwezig')"))
                .isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import beginnen")))
                .isDisabled();
        screenshot(page, "import-mapping-wrong");
        field("Tijd").fill("Datum");
        field("Tijd").press("Enter");
        begin();
        assertThat(page.getByText("3 nieuwe contactmomenten, 1 rij apart gezet"))
                .isVisible(PATIENTLY);
        assertThat(page.getByText("Eén rij is apart gezet, met de reden.")).isVisible();
        screenshot(page, "import-result-set-aside");
        Download download = page.waitForDownload(
                () -> page.getByText("Apart gezette rijen ophalen").click());
        assertThat(download.suggestedFilename()).isEqualTo("apart-gezet.csv");
        assertThat(Files.readString(download.path()))
                .startsWith("\uFEFFrow,field,reason,Nummer,Datum,Afdeling,raw")
                .contains("“morgen” is geen datum en tijd");
    }

    @Test
    void a_list_of_customers_is_read_as_customers() throws IOException {
        Path file = Files.writeString(
                folder.resolve("klanten.csv"),
                "Klantnummer;Naam;Geboortedatum;Woonplaats\n" + type + ";Bakker;21-09-1974;Ons Dorp\n" + type
                        + "-2;Jansen;21-09-2974;Ons Dorp\n");
        page.navigate("/imports/new");
        settle(page);
        field("De rijen zijn").fill("klanten");
        field("De rijen zijn").press("Enter");
        settle(page);
        drop(file);
        assertThat(field("Klantnummer")).hasValue("Klantnummer");
        assertThat(field("Geboortedatum")).hasValue("Geboortedatum");
        assertThat(page.getByText("Van de eerste 2 rijen zou er één apart gezet worden."))
                .isVisible();
        screenshot(page, "import-mapping-customers");
        assertNoSeriousViolations(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import beginnen"))
                .click();
        assertThat(page.getByText("is geïmporteerd: 1 nieuw, 1 rij apart gezet"))
                .isVisible(PATIENTLY);
        screenshot(page, "import-result-customers");
    }

    @Test
    void a_file_that_is_none_is_refused_in_words() throws IOException {
        Path file = Files.write(folder.resolve("foto.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
        page.navigate("/imports/new");
        drop(file);
        assertThat(page.getByText("Dit is geen tekst: geen CSV en geen XES.")).isVisible();
        screenshot(page, "import-refused");
    }

    private void drop(Path file) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(file);
        settle(page);
    }

    private void begin() {
        Locator kind = field("Soort klantreis");
        kind.fill(type);
        kind.press("Tab");
        settle(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import beginnen"))
                .click();
        page.waitForURL(Pattern.compile("/imports/[0-9a-f-]{36}"));
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }
}
