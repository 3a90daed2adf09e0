package nl.baton.intake.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A pattern that somebody gave. Strict: 31 February is not quietly the 28th. Names of months in English or Dutch. */
final class PatternTime implements TimeParser {

    private static final int LONGEST = 60;
    private static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.of("nl", "NL"));

    private final List<DateTimeFormatter> formats;
    private final ZoneId zone;

    PatternTime(String pattern, ZoneId zone) {
        this.formats =
                LOCALES.stream().map(locale -> formatter(pattern, locale)).toList();
        this.zone = zone;
    }

    /** @throws InvalidMapping if it is no pattern, or one that tells no date */
    static void check(String pattern) {
        if (pattern.length() > LONGEST) {
            throw new InvalidMapping("timeFormat", "intake.mapping.too-long", LONGEST);
        }
        try {
            DateTimeFormatter format = formatter(pattern, Locale.ENGLISH);
            var sample = ZonedDateTime.of(2026, 10, 21, 13, 45, 30, 123_456_000, ZoneId.of("Europe/Amsterdam"));
            if (moment(format.parse(format.format(sample)), sample.getZone()) == null) {
                throw new InvalidMapping("timeFormat", "intake.mapping.no-date", pattern);
            }
        } catch (DateTimeException | IllegalArgumentException unusable) {
            throw new InvalidMapping("timeFormat", "intake.mapping.time-format", pattern);
        }
    }

    private static DateTimeFormatter formatter(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.indexOf('G') < 0 ? properYears(pattern) : pattern)
                .toFormatter(locale)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** {@code y} counts years within an era, which a strict reader then wants to be told; {@code u} is what people mean. */
    private static String properYears(String pattern) {
        var proper = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            proper.append(c == 'y' && !quoted ? 'u' : c);
        }
        return proper.toString();
    }

    @Override
    public @Nullable Instant parse(String text) {
        for (DateTimeFormatter format : formats) {
            try {
                return moment(format.parse(text), zone);
            } catch (DateTimeException none) {
                // perhaps in the other language
            }
        }
        return null;
    }

    private static @Nullable Instant moment(TemporalAccessor parsed, ZoneId zone) {
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Instant.from(parsed).truncatedTo(ChronoUnit.MICROS);
        }
        LocalDate date = parsed.query(TemporalQueries.localDate());
        if (date == null) {
            return null;
        }
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneId own = parsed.query(TemporalQueries.zone());
        return date.atTime(time == null ? LocalTime.MIDNIGHT : time)
                .atZone(own == null ? zone : own)
                .toInstant()
                .truncatedTo(ChronoUnit.MICROS);
    }
}
