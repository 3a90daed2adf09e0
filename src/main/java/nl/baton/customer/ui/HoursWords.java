package nl.baton.customer.ui;

import java.util.Locale;
import java.util.stream.Collectors;
import nl.baton.base.Formats;
import nl.baton.department.OpeningHours;

/** Says opening hours in the reader's language: {@code ma–vr 18:00–21:00; za 10:00–12:00}. */
public final class HoursWords {

    private HoursWords() {}

    /** All days in their order; those with the same hours together. */
    public static String of(OpeningHours open, Locale locale) {
        Formats formats = Formats.of(locale);
        return open.timetable().stream()
                .map(days -> {
                    String first = formats.dayOfWeek(days.first());
                    String named = days.first() == days.last() ? first : first + "–" + formats.dayOfWeek(days.last());
                    return named + " "
                            + days.spans().stream()
                                    .map(span -> clock(span.from()) + "–" + clock(span.to()))
                                    .collect(Collectors.joining(", "));
                })
                .collect(Collectors.joining("; "));
    }

    private static String clock(int minute) {
        return "%d:%02d".formatted(minute / 60, minute % 60);
    }
}
