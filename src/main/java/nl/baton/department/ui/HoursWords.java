package nl.baton.department.ui;

import com.vaadin.flow.component.Component;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.baton.base.Formats;
import nl.baton.department.Holidays;
import nl.baton.department.OpeningHours;
import nl.baton.department.OpeningHours.Days;
import nl.baton.department.OpeningHours.Span;

/** Opening hours and holidays in the reader's language. */
final class HoursWords {

    private static final double MINUTES_AN_HOUR = 60;

    /** Times of one span stay on one line. */
    private static final String TO = "–\u2060";

    private static final Span ALL_DAY = new Span(0, 24 * 60);

    private HoursWords() {}

    /** The week in one line: ma–vr 08:30–17:00; za 10:00–12:00. */
    static String week(Component where, Locale locale, OpeningHours hours) {
        if (isRoundTheClock(hours)) {
            return where.getTranslation("department.hours.always");
        }
        return hours.timetable().stream()
                .map(days -> days(locale, days) + " " + spans(days))
                .collect(Collectors.joining("; "));
    }

    /** What the hours mean, with how many there are in a week. */
    static String explained(Component where, Locale locale, OpeningHours hours) {
        if (isRoundTheClock(hours)) {
            return where.getTranslation("department.hours.explained.always");
        }
        double minutes = hours.timetable().stream()
                .mapToDouble(days -> length(days)
                        * days.spans().stream()
                                .mapToInt(span -> span.to() - span.from())
                                .sum())
                .sum();
        double total = minutes / MINUTES_AN_HOUR;
        return where.getTranslation(
                "department.hours.explained",
                week(where, locale, hours),
                Formats.of(locale).number(total, total == Math.rint(total) ? 0 : 1));
    }

    /** Which days are closed, and the next of them. */
    static String closed(Component where, Locale locale, Holidays holidays, LocalDate today) {
        return holidays.next(today, locale)
                .map(next -> where.getTranslation(
                        "department.holidays.explained",
                        next.name(),
                        Formats.of(locale).longDate(next.day())))
                .orElseGet(() -> where.getTranslation("department.holidays.explained.none"));
    }

    private static boolean isRoundTheClock(OpeningHours hours) {
        return hours.isAlways()
                || hours.timetable().stream()
                        .allMatch(days -> length(days) == 7 && spans(days).equals(span(ALL_DAY)));
    }

    private static int length(Days days) {
        return days.last().getValue() - days.first().getValue() + 1;
    }

    private static String days(Locale locale, Days days) {
        return days.first() == days.last()
                ? day(locale, days.first())
                : day(locale, days.first()) + "–" + day(locale, days.last());
    }

    private static String day(Locale locale, DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, locale).replace(".", "");
    }

    private static String spans(Days days) {
        return days.spans().stream().map(HoursWords::span).collect(Collectors.joining(", "));
    }

    private static String span(Span span) {
        return clock(span.from()) + TO + clock(span.to());
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
