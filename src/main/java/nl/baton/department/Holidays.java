package nl.baton.department;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of a country or of one of its parts, after jollyday's calendars: {@code NL}, {@code BE},
 * {@code DE}, {@code DE-BY} and the other German states. Days that are observed but free for nobody by law, such as
 * Good Friday in the Netherlands, are no public holidays; Liberation Day is one every year.
 */
public final class Holidays {

    /** No holidays at all. */
    public static final Holidays NONE = new Holidays("", null, List.of());

    /** No touchpoint is older, and none lies in the future: outside of these years there is nothing to count. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2199;

    private final String code;
    private final @Nullable HolidayManager calendar;
    private final String[] parts;
    /** Asked for every day of every wait, so each year is worked out once. */
    private final AtomicReferenceArray<@Nullable BitSet> years = new AtomicReferenceArray<>(LAST_YEAR - FIRST_YEAR + 1);

    private Holidays(String code, @Nullable HolidayManager calendar, List<String> parts) {
        this.code = code;
        this.calendar = calendar;
        this.parts = parts.toArray(String[]::new);
    }

    /** The calendars there are; read when the first one is asked for. */
    private static final class Known {
        static final Map<String, Holidays> BY_CODE = read();

        private static Map<String, Holidays> read() {
            var known = new LinkedHashMap<String, Holidays>();
            for (HolidayCalendar country :
                    List.of(HolidayCalendar.NETHERLANDS, HolidayCalendar.BELGIUM, HolidayCalendar.GERMANY)) {
                HolidayManager calendar = HolidayManager.getInstance(ManagerParameters.create(country));
                CalendarHierarchy hierarchy = calendar.getCalendarHierarchy();
                String code = hierarchy.getId().toUpperCase(Locale.ROOT);
                known.put(code, new Holidays(code, calendar, List.of()));
                for (String part :
                        hierarchy.getChildren().keySet().stream().sorted().toList()) {
                    String ofPart = code + "-" + part.toUpperCase(Locale.ROOT);
                    known.put(ofPart, new Holidays(ofPart, calendar, List.of(part)));
                }
            }
            return known;
        }
    }

    /**
     * The holidays under this code.
     *
     * @param code null means none
     * @throws IllegalArgumentException if there is no such calendar
     */
    public static Holidays of(@Nullable String code) {
        if (code == null) {
            return NONE;
        }
        Holidays known = Known.BY_CODE.get(code);
        if (known == null) {
            throw new IllegalArgumentException("No such holidays: " + code);
        }
        return known;
    }

    /** The codes there are, each country before its parts. */
    public static List<String> codes() {
        return List.copyOf(Known.BY_CODE.keySet());
    }

    /** Empty for none. */
    public String code() {
        return code;
    }

    public boolean isNone() {
        return calendar == null;
    }

    /** Whether this day is one. */
    public boolean on(LocalDate day) {
        int year = day.getYear();
        if (calendar == null || year < FIRST_YEAR || year > LAST_YEAR) {
            return false;
        }
        BitSet days = years.get(year - FIRST_YEAR);
        if (days == null) {
            days = new BitSet(367);
            for (Holiday holiday : of(calendar, year)) {
                if (holiday.getDate().getYear() == year) {
                    days.set(holiday.getDate().getDayOfYear());
                }
            }
            years.set(year - FIRST_YEAR, days);
        }
        return days.get(day.getDayOfYear());
    }

    private Set<Holiday> of(HolidayManager manager, int year) {
        return manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts);
    }

    /** A holiday to come. */
    public record Next(LocalDate day, String name) {}

    /** The first one on or after this day. */
    public Optional<Next> next(LocalDate day, Locale locale) {
        if (calendar == null) {
            return Optional.empty();
        }
        var near = new ArrayList<>(of(calendar, day.getYear()));
        near.addAll(of(calendar, day.getYear() + 1));
        return near.stream()
                .filter(holiday -> !holiday.getDate().isBefore(day))
                .min(Comparator.comparing(Holiday::getDate))
                .map(holiday -> new Next(holiday.getDate(), holiday.getDescription(locale)));
    }

    /** What the country is called, and its part; empty for none. */
    public String name(Locale locale) {
        if (calendar == null) {
            return "";
        }
        CalendarHierarchy hierarchy = calendar.getCalendarHierarchy();
        String country = Locale.of("", hierarchy.getId()).getDisplayCountry(locale);
        if (parts.length == 0) {
            return country;
        }
        CalendarHierarchy part = Objects.requireNonNull(hierarchy.getChildren().get(parts[0]));
        return country + ", " + part.getDescription(locale);
    }
}
