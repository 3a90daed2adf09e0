package nl.baton.base;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Whole days, both ends included. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends on or after its first day: " + from + " to " + to);
        }
    }

    /** The {@code days} days that end on {@code last}. */
    public static Period endingOn(LocalDate last, int days) {
        return new Period(last.minusDays(days - 1L), last);
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The days that lie in the other one too; empty when there are none. */
    public Optional<Period> within(Period other) {
        LocalDate first = from.isBefore(other.from) ? other.from : from;
        LocalDate last = to.isAfter(other.to) ? other.to : to;
        return first.isAfter(last) ? Optional.empty() : Optional.of(new Period(first, last));
    }

    /** From the earlier first day of both to the later last one. */
    public Period with(Period other) {
        return new Period(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }

    /** The period of equal length that ends on the day before this one. */
    public Period previous() {
        return new Period(from.minusDays(days()), from.minusDays(1));
    }

    /** The first moment of the first day. */
    public Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment after the last day. */
    public Instant end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
