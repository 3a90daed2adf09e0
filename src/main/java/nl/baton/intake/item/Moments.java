package nl.baton.intake.item;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import nl.baton.base.Days;
import org.jspecify.annotations.Nullable;

/** Reads moments and days in the notation of ISO 8601, and holds them to the time in which Baton lives. */
final class Moments {

    private static final int LONGEST = 40;

    /** Further ahead nobody promises anything; a year 20026 is a slip of the keyboard. */
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1800, 1, 1);

    private static final Instant END =
            LAST_DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private final ItemContext context;
    private final ItemErrors errors;

    Moments(ItemContext context, ItemErrors errors) {
        this.context = context;
        this.errors = errors;
    }

    @Nullable
    Instant past(String field, @Nullable Object value) {
        Instant moment = any(field, value);
        if (moment != null && moment.isAfter(context.latest())) {
            errors.add(field, "intake.item.in-future", Shown.of(String.valueOf(value)));
            return null;
        }
        return moment;
    }

    @Nullable
    Instant any(String field, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            return null;
        }
        Instant moment = value instanceof String text ? parsed(text.strip()) : null;
        if (moment == null) {
            errors.add(field, "intake.item.no-moment");
            return null;
        }
        return fits(field, moment.isBefore(Instant.EPOCH), !moment.isBefore(END), value) ? moment : null;
    }

    /** A moment, or a day without a time, which is that day's end. */
    @Nullable
    Instant due(String field, @Nullable Object value) {
        LocalDate day = dayOrNull(value);
        if (day == null) {
            return any(field, value);
        }
        LocalDate fit = day(field, day);
        return fit == null ? null : Days.endOf(fit, context.zone());
    }

    /** A day within the time in which Baton lives, or an error. */
    @Nullable
    LocalDate day(String field, LocalDate day) {
        return fits(field, day.isBefore(LocalDate.EPOCH), day.isAfter(LAST_DAY), day) ? day : null;
    }

    @Nullable
    LocalDate day(String field, @Nullable Object value) {
        LocalDate day = anyDay(field, value);
        boolean fits = day != null && fits(field, day.isBefore(LocalDate.EPOCH), day.isAfter(LAST_DAY), day);
        return fits ? day : null;
    }

    /** Of somebody who may still live. */
    @Nullable
    LocalDate birthday(String field, @Nullable Object value) {
        LocalDate day = anyDay(field, value);
        LocalDate today = Days.dayOf(context.now(), context.zone());
        if (day != null && (day.isBefore(FIRST_BIRTHDAY) || day.isAfter(today))) {
            errors.add(field, "intake.item.no-birthday", day, FIRST_BIRTHDAY, today);
            return null;
        }
        return day;
    }

    private @Nullable LocalDate anyDay(String field, @Nullable Object value) {
        LocalDate day = dayOrNull(value);
        if (day == null && value != null && !(value instanceof String text && text.isBlank())) {
            errors.add(field, "intake.item.no-day");
        }
        return day;
    }

    private boolean fits(String field, boolean tooEarly, boolean tooLate, Object value) {
        if (tooEarly) {
            errors.add(field, "intake.item.too-early", Shown.of(value.toString()));
        } else if (tooLate) {
            errors.add(field, "intake.item.too-late", Shown.of(value.toString()));
        }
        return !tooEarly && !tooLate;
    }

    /** As exactly as the database keeps it, or the same item sent again would look changed. */
    private static @Nullable Instant parsed(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException otherwise) {
            return null;
        }
    }

    private static @Nullable LocalDate dayOrNull(@Nullable Object value) {
        if (!(value instanceof String text) || text.strip().length() != 10) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException otherwise) {
            return null;
        }
    }
}
