package nl.baton.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/** With what browser somebody comes: its language, whether it asks for light or dark, and the size of its window. */
public record Visitor(String locale, ColorScheme scheme, int width, int height) {

    public static final int DESK = 1440;
    public static final int PHONE = 390;

    public static final Visitor DUTCH = new Visitor("nl-NL", ColorScheme.LIGHT, DESK, 900);
    public static final Visitor ENGLISH = DUTCH.speaking("en-GB");

    public Visitor speaking(String locale) {
        return new Visitor(locale, scheme, width, height);
    }

    public Visitor dark() {
        return new Visitor(locale, ColorScheme.DARK, width, height);
    }

    public Visitor onPhone() {
        return new Visitor(locale, scheme, PHONE, 844);
    }

    Browser.NewContextOptions options(String baseUrl) {
        return new Browser.NewContextOptions()
                .setBaseURL(baseUrl)
                .setLocale(locale)
                .setTimezoneId("Europe/Amsterdam")
                .setColorScheme(scheme)
                .setViewportSize(width, height);
    }
}
