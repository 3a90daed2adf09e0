package nl.baton.handoff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.baton.base.Period;

/**
 * How long the time is that a roll-up covers. A handoff counts once under each length, so that a long period is read
 * from months, and all there is from one row a lane.
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

    /** Spans of one length, with starts from {@code from} to {@code to}, both included. */
    record Range(Span span, LocalDate from, LocalDate to) {}

    static Range all() {
        return new Range(ALL, LocalDate.EPOCH, LocalDate.EPOCH);
    }

    /**
     * The spans that make up a period, in order: whole months where it is long, days at its edges.
     *
     * @param byDayFrom the month of this day, and all that follow, are read day by day
     */
    static List<Range> of(Period period, LocalDate byDayFrom) {
        return period.days() <= BY_DAYS_UP_TO
                ? List.of(new Range(DAY, period.from(), period.to()))
                : months(period, byDayFrom);
    }

    /** The same, with months however short it is. */
    static List<Range> months(Period period, LocalDate byDayFrom) {
        LocalDate from = period.from();
        LocalDate to = period.to();
        LocalDate first =
                MONTH.startOf(from).equals(from) ? from : MONTH.startOf(from).plusMonths(1);
        LocalDate after = earlier(MONTH.startOf(to.plusDays(1)), MONTH.startOf(byDayFrom));
        if (!first.isBefore(after)) {
            return List.of(new Range(DAY, from, to));
        }
        var ranges = new ArrayList<Range>();
        if (from.isBefore(first)) {
            ranges.add(new Range(DAY, from, first.minusDays(1)));
        }
        ranges.add(new Range(MONTH, first, after.minusDays(1)));
        if (!after.isAfter(to)) {
            ranges.add(new Range(DAY, after, to));
        }
        return ranges;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
