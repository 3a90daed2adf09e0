package nl.baton.base;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[,}]");

    private final Properties dutch = load("nl");
    private final Properties english = load("en");

    @Test
    void both_languages_say_everything() {
        assertThat(new TreeSet<>(dutch.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    }

    /** The later one would win, and who changes the other wonders why nothing happens. */
    @Test
    void no_text_is_said_twice() throws IOException {
        for (String language : List.of("nl", "en")) {
            var keys = new HashSet<String>();
            assertThat(lines(language).filter(line -> line.matches("[^#=]+=.*")).map(line -> line.split("=")[0]))
                    .allSatisfy(key -> assertThat(keys.add(key)).as(key).isTrue());
        }
    }

    @Test
    void both_languages_use_the_same_arguments() {
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(dutch.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @Test
    void every_text_is_a_message_format_with_typographic_apostrophes() {
        for (Properties texts : Set.of(dutch, english)) {
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                // Quoted braces are for texts that the browser fills in.
                assertThat(text.replace("'{'", "").replace("'}'", ""))
                        .as(key)
                        .isNotBlank()
                        .doesNotContain("'");
                new MessageFormat(text);
            }
        }
    }

    @Test
    void a_text_comes_in_the_language_asked_for_and_in_english_for_any_other() {
        Texts texts = new Texts();

        assertThat(texts.text(Locale.of("nl", "BE"), "shell.signout")).isEqualTo("Afmelden");
        assertThat(texts.text(Locale.FRANCE, "shell.signout")).isEqualTo("Sign out");
        assertThat(texts.text(Locale.of("nl"), "shell.title", "Logboek")).isEqualTo("Logboek · Baton");
        assertThat(texts.text(Locale.of("nl"), "no.such.key")).isEqualTo("no.such.key");
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Stream<String> lines(String language) throws IOException {
        try (InputStream file = TextsTests.class.getResourceAsStream("/messages_" + language + ".properties")) {
            return new String(requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }

    private static Properties load(String language) {
        String file = "/messages_" + language + ".properties";
        try (InputStream stream = TextsTests.class.getResourceAsStream(file)) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException unreadable) {
            throw new IllegalStateException(file, unreadable);
        }
    }
}
