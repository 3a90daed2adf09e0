package nl.baton.intake.mapping;

import java.time.ZoneId;

/**
 * Finds out how the times in a column are written, from all of them: a log often begins in one month, and only later
 * shows which figure is the day.
 */
final class TimeDetector {

    /** How times are written. */
    enum Style {
        ISO,
        DAY_FIRST,
        MONTH_FIRST,
        EPOCH
    }

    private static final ZoneId ANY_ZONE = ZoneId.of("UTC");

    private final IsoTime iso = new IsoTime(ANY_ZONE);
    private final NumericDate dayFirst = new NumericDate(ANY_ZONE, true);
    private final NumericDate monthFirst = new NumericDate(ANY_ZONE, false);
    private final EpochTime epoch = new EpochTime();
    private long isos;
    private long eitherWay;
    private long onlyDayFirst;
    private long onlyMonthFirst;
    private long epochs;
    private long unreadable;

    void observe(String value) {
        if (iso.parse(value) != null) {
            isos++;
            return;
        }
        boolean day = dayFirst.parse(value) != null;
        boolean month = monthFirst.parse(value) != null;
        if (day && month) {
            eitherWay++;
        } else if (day) {
            onlyDayFirst++;
        } else if (month) {
            onlyMonthFirst++;
        } else if (epoch.parse(value) != null) {
            epochs++;
        } else {
            unreadable++;
        }
    }

    /** The way most of them are written; day before month unless more values show the contrary. */
    Style style() {
        long numeric = eitherWay + onlyDayFirst + onlyMonthFirst;
        if (isos >= numeric && isos >= epochs) {
            return Style.ISO;
        }
        if (epochs > numeric) {
            return Style.EPOCH;
        }
        return onlyMonthFirst > onlyDayFirst ? Style.MONTH_FIRST : Style.DAY_FIRST;
    }

    /** Whether nothing shows which figure is the day and which the month. */
    boolean ambiguous() {
        return style() == Style.DAY_FIRST && onlyDayFirst == 0;
    }

    long observed() {
        return isos + eitherWay + onlyDayFirst + onlyMonthFirst + epochs + unreadable;
    }

    long readable() {
        return switch (style()) {
            case ISO -> isos;
            case EPOCH -> epochs;
            case DAY_FIRST -> eitherWay + onlyDayFirst;
            case MONTH_FIRST -> eitherWay + onlyMonthFirst;
        };
    }

    TimeParser parser(ZoneId zone) {
        return switch (style()) {
            case ISO -> new IsoTime(zone);
            case EPOCH -> new EpochTime();
            case DAY_FIRST -> new NumericDate(zone, true);
            case MONTH_FIRST -> new NumericDate(zone, false);
        };
    }
}
