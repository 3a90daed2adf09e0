package nl.baton.handoff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Formats;
import nl.baton.base.Texts;
import nl.baton.base.sheet.Sheet;
import nl.baton.base.sheet.Sheet.Note;
import nl.baton.base.sheet.SheetColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays findings out as a sheet. */
@Component
class FindingSheet {

    private static final double MILLIS_PER_HOUR = 3_600_000;

    private final Texts texts;
    private final HandoffWords words;
    private final FilterWords filters;
    private final Clock clock;
    private final ZoneId zone;

    FindingSheet(Texts texts, HandoffWords words, FilterWords filters, Clock clock, BatonProperties properties) {
        this.texts = texts;
        this.words = words;
        this.filters = filters;
        this.clock = clock;
        this.zone = properties.zone();
    }

    Sheet<FoundFinding> of(Iterable<FoundFinding> found, LaneFilter filter, Locale locale) {
        var columns = new Columns(locale);
        columns.text("rule", each -> words.rule(locale, each.finding().rule()));
        columns.text("from", each -> each.from().name());
        columns.text("to", each -> each.to().name());
        columns.text("sentence", each -> sentence(each, locale));
        columns.text(
                "state",
                each -> texts.text(
                        locale, "finding.export.state." + each.state().name()));
        columns.moment("passed", FoundFinding::passedAt);
        columns.moment("picked-up", FoundFinding::pickedUpAt);
        columns.decimal(
                "measured-hours",
                each -> hours(each.finding(), each.finding().evidence().measured()));
        columns.decimal(
                "allowed-hours",
                each -> hours(each.finding(), each.finding().evidence().allowed()));
        columns.decimal(
                "measured",
                each -> count(each.finding(), each.finding().evidence().measured()));
        columns.decimal(
                "allowed",
                each -> count(each.finding(), each.finding().evidence().allowed()));
        columns.text("journey-type", each -> each.journey().type());
        columns.text("source", each -> each.journey().source());
        columns.text("case", each -> each.journey().caseNumber());
        columns.whole("place", each -> each.handoffIndex() + 1L);
        columns.text(
                "evidence",
                each -> each.evidence().stream()
                        .map(one -> one.source() + ":" + one.externalId())
                        .collect(Collectors.joining(" ")));
        columns.moment("decided", FoundFinding::decidedAt);
        columns.text("reason", FoundFinding::reason);
        return new Sheet<>(
                texts.text(locale, "handoff.export.findings"),
                columns.all,
                found,
                List.of(
                        new Note(texts.text(locale, "handoff.export.filter"), filters.of(filter, locale)),
                        new Note(
                                texts.text(locale, "handoff.export.made"),
                                Formats.of(locale).dateTime(clock.instant(), zone))));
    }

    private String sentence(FoundFinding each, Locale locale) {
        return words.sentence(
                locale, each.finding(), each.from().name(), each.to().name(), each.receiver());
    }

    private @Nullable Double hours(Finding finding, @Nullable Long measured) {
        return measured != null && "SECONDS".equals(words.unit(finding))
                ? Double.valueOf(measured / MILLIS_PER_HOUR)
                : null;
    }

    /** What is neither a time nor a moment. */
    private @Nullable Double count(Finding finding, @Nullable Long measured) {
        return measured == null || words.unit(finding) != null ? null : Double.valueOf(measured);
    }

    private final class Columns {
        private final Locale locale;
        private final List<SheetColumn<FoundFinding>> all = new ArrayList<>();

        Columns(Locale locale) {
            this.locale = locale;
        }

        void text(String key, Function<FoundFinding, @Nullable String> value) {
            all.add(SheetColumn.text(heading(key), definition(key), value));
        }

        void whole(String key, Function<FoundFinding, @Nullable Long> value) {
            all.add(SheetColumn.whole(heading(key), definition(key), value));
        }

        void decimal(String key, Function<FoundFinding, @Nullable Double> value) {
            all.add(SheetColumn.decimal(heading(key), definition(key), value));
        }

        void moment(String key, Function<FoundFinding, @Nullable Instant> value) {
            all.add(SheetColumn.moment(heading(key), definition(key), each -> {
                Instant at = value.apply(each);
                return at == null ? null : LocalDateTime.ofInstant(at, zone);
            }));
        }

        private String heading(String key) {
            return texts.text(locale, "finding.export." + key);
        }

        private String definition(String key) {
            return heading(key + ".definition");
        }
    }
}
