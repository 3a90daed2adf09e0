package nl.baton.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.alert.Alert.Shares;
import nl.baton.base.BatonProperties;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.base.Texts;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.department.OpeningHours;
import nl.baton.department.Survivors;
import nl.baton.handoff.BreakdownRule.Evidence;
import nl.baton.handoff.Finding;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what an alert is about, with its context, and without the customer. */
@Component
class AlertWords {

    private final Texts texts;
    private final HandoffWords words;
    private final Departments departments;
    private final Clock clock;
    private final BatonProperties properties;

    AlertWords(Texts texts, HandoffWords words, Departments departments, Clock clock, BatonProperties properties) {
        this.texts = texts;
        this.words = words;
        this.departments = departments;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * An alert in words.
     *
     * @param title what it is
     * @param sentence who waits and how long, or how the lane changed
     * @param agreed what was agreed; empty where nothing was
     * @param journey the journey and its case; empty where it is about a lane
     */
    record Said(
            String title,
            String sentence,
            String agreed,
            String journey,
            Department from,
            Department to,
            @Nullable Instant passedAt) {}

    /** One reading of the departments for all of them; alerts of departments that are gone are left out. */
    Function<AlertRow, @Nullable Said> in(Locale locale) {
        Map<Long, Department> byId =
                departments.all().stream().collect(Collectors.toMap(Department::id, Function.identity()));
        Survivors survivors = departments.survivors();
        return row -> {
            Department from = byId.get(survivors.department(row.alert().fromDepartment()));
            Department to = byId.get(survivors.department(row.alert().toDepartment()));
            return from == null || to == null ? null : said(locale, row, from, to);
        };
    }

    private Said said(Locale locale, AlertRow row, Department from, Department to) {
        Alert alert = row.alert();
        AlertRow.Journey journey = row.journey();
        return new Said(
                texts.text(locale, "alert.kind." + alert.kind().name()),
                alert.shares() == null ? sentence(locale, row, from, to) : worsened(locale, alert.shares(), from, to),
                agreed(locale, alert, to.hours()),
                journey == null ? "" : (journey.typeName() + " " + journey.caseNumber()).strip(),
                from,
                to,
                alert.passedAt());
    }

    private String sentence(Locale locale, AlertRow row, Department from, Department to) {
        Alert alert = row.alert();
        if (row.settledAt() != null) {
            return texts.text(locale, "alert.settled", to.name());
        }
        boolean waits = alert.kind() == AlertKind.NOT_PICKED_UP;
        Instant passedAt = Objects.requireNonNull(alert.passedAt());
        Duration waited = to.hours().between(passedAt, clock.instant());
        var finding = new Finding(
                Objects.requireNonNull(alert.rule()),
                Window.Kind.LEG,
                false,
                new Evidence(
                        List.of(),
                        waits ? Long.valueOf(waited.toMillis()) : alert.measured(),
                        alert.allowed(),
                        alert.subject()));
        return words.sentence(locale, finding, from.name(), to.name(), to.hours());
    }

    private String agreed(Locale locale, Alert alert, OpeningHours hours) {
        Long allowed = alert.allowed();
        return alert.kind() != AlertKind.NOT_PICKED_UP || allowed == null
                ? ""
                : texts.text(locale, "alert.agreed", words.wait(locale, Duration.ofMillis(allowed), hours));
    }

    private String worsened(Locale locale, Shares shares, Department from, Department to) {
        return texts.text(
                locale,
                "alert.worsened",
                from.name(),
                to.name(),
                share(locale, shares.brokenNow(), shares.judgedNow()),
                share(locale, shares.brokenBefore(), shares.judgedBefore()));
    }

    /** "23 % (16–32) of 88". */
    private String share(Locale locale, long broken, long judged) {
        Formats formats = Formats.of(locale);
        Interval interval = Interval.wilson(broken, judged).orElseThrow();
        return texts.text(
                locale,
                "alert.share",
                formats.percent((double) broken / judged, 0),
                formats.percentRange(interval, 0),
                formats.number(judged));
    }

    /** When it was passed, or raised. */
    String moment(Locale locale, Instant at) {
        return Formats.of(locale).dateTime(at, properties.zone());
    }
}
