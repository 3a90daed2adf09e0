package nl.baton.base.ui;

import java.util.Optional;
import nl.baton.base.Language;

/** Who sits before the shell, and how they like it; implemented by the module that knows users. */
public interface ShellUser {

    /** The person's name as the bar shows it; empty when nobody is signed in. */
    Optional<Person> person();

    /** The language chosen, now or at an earlier visit. */
    Optional<Language> language();

    /** The theme chosen, now or at an earlier visit. */
    Optional<ColorTheme> theme();

    /** Keeps the choice: for this session, and with the account if there is one. */
    void choose(Language language);

    /** Keeps the choice: for this session, and with the account if there is one. */
    void choose(ColorTheme theme);

    void signOut();

    /**
     * The person at the screen.
     *
     * @param home the home department's name and colour
     */
    record Person(String name, Optional<Home> home) {}

    /** A department as the bar shows it. */
    record Home(String name, int slot) {}
}
