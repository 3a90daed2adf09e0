package nl.baton.department;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a department is open, and so which part of a wait is business time. Written as {@code Mo-Fr 08:00-18:00; Sa
 * 10:00-12:00}: days or ranges of days, then one or more spans, the end excluded, 24:00 allowed.
 */
public final class OpeningHours {

    private static final List<String> DAYS = List.of("mo", "tu", "we", "th", "fr", "sa", "su");
    private static final Pattern RULE = Pattern.compile("([A-Za-z,\\- ]+?)\\s+([0-9:,\\- ]+)");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})");
    private static final int MINUTES_A_DAY = 24 * 60;

    /** Minutes of the day, the end excluded. */
    private record Span(int from, int to) {}

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Span>> week;

    private OpeningHours(ZoneId zone, Map<DayOfWeek, List<Span>> week) {
        this.zone = zone;
        this.week = week;
    }

    /** Open round the clock: business time is calendar time. */
    public static OpeningHours always(ZoneId zone) {
        return new OpeningHours(zone, Map.of());
    }

    /**
     * Reads opening hours.
     *
     * @param text null or blank means round the clock
     * @throws IllegalArgumentException naming the part that cannot be read
     */
    public static OpeningHours parse(@Nullable String text, ZoneId zone) {
        if (text == null || text.isBlank()) {
            return always(zone);
        }
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (String part : text.split(";")) {
            if (part.isBlank()) {
                continue;
            }
            Matcher rule = RULE.matcher(part.strip());
            if (!rule.matches()) {
                throw new IllegalArgumentException("Opening hours cannot be read: " + part.strip());
            }
            List<Span> spans = spans(rule.group(2));
            for (DayOfWeek day : days(rule.group(1))) {
                week.merge(day, spans, OpeningHours::joined);
            }
        }
        return new OpeningHours(zone, week);
    }

    private static List<Span> joined(List<Span> one, List<Span> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return disjoint(all);
    }

    /** Spans that touch or overlap become one, so that no minute counts twice. */
    private static List<Span> disjoint(List<Span> spans) {
        var sorted = new ArrayList<>(spans);
        sorted.sort((a, b) -> Integer.compare(a.from, b.from));
        var result = new ArrayList<Span>();
        for (Span span : sorted) {
            if (!result.isEmpty() && result.getLast().to >= span.from) {
                Span last = result.removeLast();
                result.add(new Span(last.from, Math.max(last.to, span.to)));
            } else {
                result.add(span);
            }
        }
        return List.copyOf(result);
    }

    private static List<Span> spans(String text) {
        var spans = new ArrayList<Span>();
        for (String part : text.split(",")) {
            Matcher span = SPAN.matcher(part.strip());
            if (!span.matches()) {
                throw new IllegalArgumentException("Opening hours cannot be read: " + part.strip());
            }
            int from = minute(span.group(1), span.group(2));
            int to = minute(span.group(3), span.group(4));
            if (from >= to || to > MINUTES_A_DAY) {
                throw new IllegalArgumentException("Opening hours end before they begin: " + part.strip());
            }
            spans.add(new Span(from, to));
        }
        return disjoint(spans);
    }

    private static int minute(String hour, String minute) {
        if (Integer.parseInt(minute) > 59) {
            throw new IllegalArgumentException("No such minute: " + minute);
        }
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }

    private static List<DayOfWeek> days(String text) {
        var days = new ArrayList<DayOfWeek>();
        for (String part : text.split(",")) {
            String[] ends = part.strip().toLowerCase(Locale.ROOT).split("\\s*-\\s*");
            int first = DAYS.indexOf(ends[0]);
            int last = DAYS.indexOf(ends[ends.length - 1]);
            if (first < 0 || last < 0 || ends.length > 2) {
                throw new IllegalArgumentException("No such day: " + part.strip());
            }
            for (int day = first; ; day = (day + 1) % 7) {
                days.add(DayOfWeek.of(day + 1));
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean isAlways() {
        return week.isEmpty();
    }

    /** The length of a usual working day: the week's hours over the days that have any. */
    public Duration workingDay() {
        if (isAlways()) {
            return Duration.ofDays(1);
        }
        long minutes = week.values().stream()
                .flatMap(List::stream)
                .mapToLong(span -> span.to - span.from)
                .sum();
        return Duration.ofMinutes(minutes / week.size());
    }

    /** The business time between two instants; zero when the second is not after the first. */
    public Duration between(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        if (isAlways()) {
            return Duration.between(from, to);
        }
        Duration total = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span span : week.getOrDefault(day.getDayOfWeek(), List.of())) {
                Instant opens = later(at(day, span.from), from);
                Instant closes = earlier(at(day, span.to), to);
                if (closes.isAfter(opens)) {
                    total = total.plus(Duration.between(opens, closes));
                }
            }
        }
        return total;
    }

    /** The first instant at which the given business time has passed since {@code from}. */
    public Instant after(Instant from, Duration business) {
        if (isAlways()) {
            return from.plus(business);
        }
        Duration left = business;
        for (LocalDate day = from.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            for (Span span : week.getOrDefault(day.getDayOfWeek(), List.of())) {
                Instant opens = later(at(day, span.from), from);
                Instant closes = at(day, span.to);
                if (!closes.isAfter(opens)) {
                    continue;
                }
                Duration open = Duration.between(opens, closes);
                if (open.compareTo(left) >= 0) {
                    return opens.plus(left);
                }
                left = left.minus(open);
            }
        }
    }

    private Instant at(LocalDate day, int minute) {
        return minute == MINUTES_A_DAY
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(zone).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
