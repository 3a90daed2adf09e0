package nl.baton.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each role signs in and finds its own menu, and only that. */
class RolesTests extends DemoBrowserTest {

    @ParameterizedTest
    @CsvSource({
        "agent, Werkplek;Overdrachten;Feedback;Klantreizen;Beloften, true",
        "marketer, Overdrachten;Feedback;Waarde;Segmenten, true",
        "executive, Werkplek;Overdrachten;Klantreizen;Waarde;Segmenten, false",
        "lead, Werkplek;Overdrachten;Feedback;Klantreizen;Beloften, true",
        "steward, Overdrachten;Zaken koppelen;Identiteiten;Gegevenskwaliteit;Imports, true",
        "admin, Afdelingen;Beoordelen;Gebruikers;API-tokens;Logboek;Berekening, false"
    })
    void each_role_finds_its_own_menu(String user, String menu, boolean searches) {
        signIn(page, user);

        Locator entries = page.locator(".navigation li");
        assertThat(entries)
                .hasText(List.of(menu.split(";")).stream().map(Pattern::compile).toArray(Pattern[]::new));
        assertThat(page.locator(".customer-search")).hasCount(searches ? 1 : 0);
        assertThat(page.locator(".navigation a[aria-current=page]")).hasCount(1);
    }
}
