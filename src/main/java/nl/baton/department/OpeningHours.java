package nl.baton.department;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a department is open, and so which part of a wait is business time. Written as {@code Mo-Fr 08:00-18:00; Sa
 * 10:00-12:00}: days or ranges of days, then one or more spans, the end excluded, 24:00 allowed. On a public holiday it
 * is closed all day, as days run in its own zone; one that keeps holidays but no hours is open round the clock on all
 * other days.
 */
public final class OpeningHours {

    static final int MINUTES_A_DAY = 24 * 60;

    private static final List<Span> ALL_DAY = List.of(new Span(0, MINUTES_A_DAY));

    /** Minutes of the day, the end excluded. */
    public record Span(int from, int to) {}

    /** A stretch in which it is closed. */
    public record Closed(Instant from, Instant to) {}

    /** Consecutive days of the week with the same spans. */
    public record Days(DayOfWeek first, DayOfWeek last, List<Span> spans) {}

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Span>> week;
    private final Holidays holidays;

    private OpeningHours(ZoneId zone, Map<DayOfWeek, List<Span>> week, Holidays holidays) {
        this.zone = zone;
        this.week = week;
        this.holidays = holidays;
    }

    /** Open round the clock: business time is calendar time. */
    public static OpeningHours always(ZoneId zone) {
        return new OpeningHours(zone, Map.of(), Holidays.NONE);
    }

    /** The same without holidays. */
    public static OpeningHours parse(@Nullable String text, ZoneId zone) {
        return parse(text, zone, Holidays.NONE);
    }

    /**
     * Reads opening hours.
     *
     * @param text null or blank means round the clock
     * @throws Unreadable naming the part that cannot be read
     */
    public static OpeningHours parse(@Nullable String text, ZoneId zone, Holidays holidays) {
        Map<DayOfWeek, List<Span>> week = text == null ? Map.of() : HoursText.parse(text);
        if (!week.isEmpty()) {
            return new OpeningHours(zone, week, holidays);
        }
        if (holidays.isNone()) {
            return always(zone);
        }
        var everyDay = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            everyDay.put(day, ALL_DAY);
        }
        return new OpeningHours(zone, everyDay, holidays);
    }

    public ZoneId zone() {
        return zone;
    }

    public Holidays holidays() {
        return holidays;
    }

    public boolean isAlways() {
        return week.isEmpty();
    }

    /** The week in short, from Monday on; empty when open round the clock. */
    public List<Days> timetable() {
        var table = new ArrayList<Days>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Span> spans = week.getOrDefault(day, List.of());
            Days before = table.isEmpty() ? null : table.getLast();
            if (before != null && before.last().plus(1) == day && before.spans().equals(spans)) {
                table.set(table.size() - 1, new Days(before.first(), day, spans));
            } else if (!spans.isEmpty()) {
                table.add(new Days(day, day, spans));
            }
        }
        return table;
    }

    /** The length of a usual working day: the week's hours over the days that have any. */
    public Duration workingDay() {
        if (isAlways()) {
            return Duration.ofDays(1);
        }
        return Duration.ofMinutes(
                week.values().stream().mapToLong(OpeningHours::minutes).sum() / week.size());
    }

    /** The business time between two instants; zero when the second is not after the first. */
    public Duration between(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        if (isAlways()) {
            return Duration.between(from, to);
        }
        LocalDate first = from.atZone(zone).toLocalDate();
        LocalDate last = to.atZone(zone).toLocalDate();
        Duration total = within(first, from, to);
        long minutes = 0;
        var clockChange = new ClockChange(from);
        for (LocalDate day = first.plusDays(1); day.isBefore(last); day = day.plusDays(1)) {
            if (clockChange.isOn(day)) {
                total = total.plus(within(day, from, to));
            } else {
                minutes += minutes(spans(day));
            }
        }
        return (last.isAfter(first) ? total.plus(within(last, from, to)) : total).plusMinutes(minutes);
    }

    private Duration within(LocalDate day, Instant from, Instant to) {
        Duration total = Duration.ZERO;
        for (Span span : spans(day)) {
            Instant opens = later(at(day, span.from), from);
            Instant closes = earlier(at(day, span.to), to);
            if (closes.isAfter(opens)) {
                total = total.plus(Duration.between(opens, closes));
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
            for (Span span : spans(day)) {
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

    private List<Span> spans(LocalDate day) {
        List<Span> spans = week.getOrDefault(day.getDayOfWeek(), List.of());
        return spans.isEmpty() || !holidays.on(day) ? spans : List.of();
    }

    /** When it is closed between two instants; meant for a few days. */
    public List<Closed> closed(Instant from, Instant to) {
        var closed = new ArrayList<Closed>();
        if (isAlways()) {
            return closed;
        }
        Instant since = from;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span span : spans(day)) {
                Instant opens = earlier(at(day, span.from), to);
                if (opens.isAfter(since)) {
                    closed.add(new Closed(since, opens));
                }
                since = later(since, at(day, span.to));
            }
        }
        if (since.isBefore(to)) {
            closed.add(new Closed(since, to));
        }
        return closed;
    }

    private static long minutes(List<Span> spans) {
        long minutes = 0;
        for (Span span : spans) {
            minutes += span.to - span.from;
        }
        return minutes;
    }

    /** A clock time that is skipped is the moment of the skip, so that no more is open than there is. */
    private Instant at(LocalDate day, int minute) {
        LocalDateTime local = minute == MINUTES_A_DAY
                ? day.plusDays(1).atStartOfDay()
                : day.atTime(LocalTime.ofSecondOfDay(minute * 60L));
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? zone.getRules().getTransition(local).getInstant()
                : local.toInstant(offsets.getFirst());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** Goes along with the days, and knows those on which the clock is changed: only there an hour is not an hour. */
    private final class ClockChange {
        private @Nullable ZoneOffsetTransition next;

        ClockChange(Instant from) {
            // a day earlier: the change may lie between midnight and that instant
            next = zone.getRules().nextTransition(from.minus(Duration.ofDays(1)));
        }

        boolean isOn(LocalDate day) {
            while (next != null && lastDay(next).isBefore(day)) {
                next = zone.getRules().nextTransition(next.getInstant());
            }
            return next != null && !firstDay(next).isAfter(day);
        }

        private static LocalDate firstDay(ZoneOffsetTransition change) {
            LocalDate before = change.getDateTimeBefore().toLocalDate();
            LocalDate after = change.getDateTimeAfter().toLocalDate();
            return before.isBefore(after) ? before : after;
        }

        private static LocalDate lastDay(ZoneOffsetTransition change) {
            LocalDate before = change.getDateTimeBefore().toLocalDate();
            LocalDate after = change.getDateTimeAfter().toLocalDate();
            return before.isBefore(after) ? after : before;
        }
    }

    /** Opening hours that cannot be read. */
    public static final class Unreadable extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        /** What is wrong with the part. */
        public enum Fault {
            PART,
            DAY,
            ORDER
        }

        private final Fault fault;
        private final String part;

        Unreadable(Fault fault, String part) {
            super(switch (fault) {
                        case PART -> "Opening hours cannot be read: ";
                        case DAY -> "No such day: ";
                        case ORDER -> "Opening hours end before they begin: ";
                    }
                    + part.strip());
            this.fault = fault;
            this.part = part.strip();
        }

        public Fault fault() {
            return fault;
        }

        /** The part of the text that is meant. */
        public String part() {
            return part;
        }
    }
}
