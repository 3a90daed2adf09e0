package nl.baton.base.ui;

import com.vaadin.flow.component.page.ColorScheme;
import java.util.Arrays;
import java.util.Optional;

/** Light or dark; a user who chose neither gets what the browser prefers. */
public enum ColorTheme {
    LIGHT("light", ColorScheme.Value.LIGHT),
    DARK("dark", ColorScheme.Value.DARK);

    private final String code;
    private final ColorScheme.Value scheme;

    ColorTheme(String code, ColorScheme.Value scheme) {
        this.code = code;
        this.scheme = scheme;
    }

    /** As stored with a user, and as the theme attribute of the page. */
    public String code() {
        return code;
    }

    ColorScheme.Value scheme() {
        return scheme;
    }

    public static Optional<ColorTheme> ofCode(String code) {
        return Arrays.stream(values()).filter(theme -> theme.code.equals(code)).findFirst();
    }
}
