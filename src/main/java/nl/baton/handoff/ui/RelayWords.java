package nl.baton.handoff.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Formats;
import nl.baton.base.Texts;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.JourneyStory.JudgedHandoff;
import nl.baton.handoff.JourneyStory.JudgedPass;
import nl.baton.handoff.PromiseState;
import nl.baton.journey.Touchpoint;

/** The words of a relay in the user's language, with the departments that they name. */
final class RelayWords {

    private static final int LONGEST_TEXT = 200;

    private final Map<Long, Department> departments;
    private final HandoffWords words;
    private final int rules;
    private final Texts texts;
    private final Locale locale;
    private final ZoneId zone;

    private RelayWords(
            List<Department> departments, HandoffWords words, int rules, Texts texts, Locale locale, ZoneId zone) {
        this.rules = rules;
        this.departments = departments.stream()
                .collect(Collectors.toMap(Department::id, department -> department, (a, b) -> a, LinkedHashMap::new));
        this.words = words;
        this.texts = texts;
        this.locale = locale;
        this.zone = zone;
    }

    /** Makes them, with the departments as they are now. */
    @org.springframework.stereotype.Component
    static class Source {

        private final Departments departments;
        private final HandoffWords words;
        private final int rules;
        private final Texts texts;
        private final BatonProperties properties;

        Source(
                Departments departments,
                HandoffWords words,
                List<BreakdownRule> rules,
                Texts texts,
                BatonProperties properties) {
            this.rules = rules.size();
            this.departments = departments;
            this.words = words;
            this.texts = texts;
            this.properties = properties;
        }

        RelayWords in(Locale locale) {
            return new RelayWords(departments.all(), words, rules, texts, locale, properties.zone());
        }
    }

    Map<Long, Department> departments() {
        return departments;
    }

    ZoneId zone() {
        return zone;
    }

    Formats formats() {
        return Formats.of(locale);
    }

    String text(String key, Object... values) {
        return texts.text(locale, key, values);
    }

    String department(long id) {
        Department known = departments.get(id);
        return known == null ? "" : known.name();
    }

    /** What was said, else what was done, else what it was about; shortened for a chart. */
    static String shortly(Touchpoint touchpoint) {
        String text = whole(touchpoint);
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    static String whole(Touchpoint touchpoint) {
        String text = touchpoint.text() != null
                ? touchpoint.text()
                : touchpoint.activity() != null ? touchpoint.activity() : touchpoint.topic();
        return text == null ? "" : text;
    }

    String wait(JudgedHandoff judged) {
        return words.wait(locale, judged.businessWait(), judged.receiver());
    }

    String wait(JudgedPass judged) {
        return words.wait(locale, judged.businessWait(), judged.receiver());
    }

    /** One sentence for each rule that it breaks. */
    List<String> sentences(JudgedHandoff judged) {
        return judged.findings().stream()
                .map(finding -> words.sentence(
                        locale,
                        finding,
                        department(judged.handoff().from().department()),
                        department(judged.handoff().to().department()),
                        judged.receiver()))
                .toList();
    }

    String sentence(JudgedPass judged) {
        return words.sentence(
                locale,
                words.notPickedUp(judged),
                department(judged.pass().from().department()),
                department(judged.pass().toDepartment()),
                judged.receiver());
    }

    /** How many rules there are to judge a handoff by. */
    int rules() {
        return rules;
    }

    String rule(String code) {
        return words.rule(locale, code);
    }

    String definition(String code) {
        return words.definition(locale, code);
    }

    String silence(Instant from, Instant to, boolean lasting) {
        return text(
                lasting ? "relay.silence.still" : "relay.silence",
                Math.max(1, Duration.between(from, to).toDays()));
    }

    /** The word of the chart for how a promise stands. */
    static String state(PromiseState.Standing standing) {
        return switch (standing) {
            case KEPT -> "fine";
            case MISSED -> "broken";
            case SOON_DUE -> "at-risk";
            case OPEN -> "unknown";
        };
    }
}
