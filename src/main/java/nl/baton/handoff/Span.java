package nl.baton.handoff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nl.baton.base.Period;

/**
 * How long the time is that a roll-up covers: a handoff counts once under each length, so that a long period is read from
 * months, and all there is from one row a lane.
 */
enum Span {
    DAY("D"),
    MONTH("M"),
    ALL("A");

    /** Up to so many days a period is read day by day. */
    private static final int BY_DAYS_UP_TO = 100;

    private final String code;

    Span(String code) {
        this.code = code;
    }

    /** As it is stored. */
    String code() {
        return code;
    }

    /** The first day of the span that a day lies in; that of all there is stands for itself. */
    LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case ALL -> LocalDate.EPOCH;
        };
    }

    /**
     * Spans of one length, with starts from {@code from} to {@code to}, both included.
     *
     * @param sign 1 when they are part of what was asked for, -1 when they are to be taken off it
     */
    record Range(Span span, LocalDate from, LocalDate to, int sign) {

        Range(Span span, LocalDate from, LocalDate to) {
            this(span, from, to, 1);
        }

        Period days() {
            return new Period(from, to);
        }

        private boolean isFollowedBy(Range next) {
            return span == next.span && sign == next.sign && to.plusDays(1).equals(next.from);
        }
    }

    /**
     * All there is, but for the months that are read by their days: these are taken off as they were when they were added
     * up, and their days are added.
     *
     * @param known first and last day there is
     * @param byDay whether the month that begins on this day is read by its days
     */
    static List<Range> all(Period known, Predicate<LocalDate> byDay) {
        var ranges = new ArrayList<Range>();
        ranges.add(new Range(ALL, LocalDate.EPOCH, LocalDate.EPOCH));
        List<Range> days = months(new Period(MONTH.startOf(known.from()), endOf(known.to())), byDay).stream()
                .filter(part -> part.span == DAY)
                .toList();
        days.forEach(part -> ranges.add(new Range(MONTH, part.from, part.to, -1)));
        ranges.addAll(days);
        return ranges;
    }

    /** The spans that make up a period: days where it is short, else as {@link #months} has them. */
    static List<Range> of(Period period, Predicate<LocalDate> byDay) {
        return period.days() <= BY_DAYS_UP_TO
                ? List.of(new Range(DAY, period.from(), period.to()))
                : months(period, byDay);
    }

    /** Whole months, and the days of those that the period has a part of, or that are read by their days. */
    static List<Range> months(Period period, Predicate<LocalDate> byDay) {
        var ranges = new ArrayList<Range>();
        LocalDate from = period.from();
        while (!from.isAfter(period.to())) {
            LocalDate end = endOf(from);
            LocalDate to = end.isAfter(period.to()) ? period.to() : end;
            boolean whole = MONTH.startOf(from).equals(from) && to.equals(end);
            add(ranges, new Range(whole && !byDay.test(from) ? MONTH : DAY, from, to));
            from = end.plusDays(1);
        }
        return ranges;
    }

    private static LocalDate endOf(LocalDate day) {
        return MONTH.startOf(day).plusMonths(1).minusDays(1);
    }

    private static void add(List<Range> ranges, Range next) {
        if (!ranges.isEmpty() && ranges.getLast().isFollowedBy(next)) {
            Range last = ranges.removeLast();
            ranges.add(new Range(last.span, last.from, next.to, last.sign));
        } else {
            ranges.add(next);
        }
    }
}
