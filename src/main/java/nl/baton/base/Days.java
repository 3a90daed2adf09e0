package nl.baton.base;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Calendar days as the company counts them. */
public final class Days {

    private Days() {}

    /**
     * The same clock time n calendar days later. Where the clock skips that time, it is an hour later (as far as the
     * clock jumps); where it comes twice, the first.
     */
    public static Instant plusDays(Instant moment, int days, ZoneId zone) {
        var clockTime = moment.atZone(zone).toLocalDateTime().plusDays(days);
        return ZonedDateTime.ofLocal(clockTime, zone, null).toInstant();
    }

    /** The day on which the moment falls. */
    public static LocalDate dayOf(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    /** The first moment after the day: when something due on that day, without a time, is late. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
