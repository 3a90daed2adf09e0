package nl.baton.base;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages Baton speaks. English comes first: it is what a browser gets that asks for neither. */
public enum Language {
    ENGLISH("en"),
    DUTCH("nl");

    private final Locale locale;

    Language(String code) {
        locale = Locale.of(code);
    }

    public Locale locale() {
        return locale;
    }

    /** Its ISO 639-1 code, as stored with a user. */
    public String code() {
        return locale.getLanguage();
    }

    /** The language of a locale, whatever its country; English for any other. */
    public static Language of(Locale locale) {
        return ofCode(locale.getLanguage()).orElse(ENGLISH);
    }

    public static Optional<Language> ofCode(String code) {
        return List.of(values()).stream()
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
