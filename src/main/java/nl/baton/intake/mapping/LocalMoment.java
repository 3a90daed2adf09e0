package nl.baton.intake.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Clock times in a zone as moments. A clock time that the zone skips is an hour later, one that comes twice the first,
 * as everywhere in Baton.
 */
record LocalMoment(ZoneId zone) {

    @Nullable
    Instant at(int year, int month, int day, int hour, int minute, int second, int nano) {
        if (!valid(year, month, day, hour, minute, second)) {
            return null;
        }
        return LocalDateTime.of(LocalDate.of(year, month, day), LocalTime.of(hour, minute, second, nano))
                .atZone(zone)
                .toInstant()
                .truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable Instant at(
            int year, int month, int day, int hour, int minute, int second, int nano, int offsetSeconds) {
        if (!valid(year, month, day, hour, minute, second)) {
            return null;
        }
        long epoch = 86_400L * LocalDate.of(year, month, day).toEpochDay() + 3600L * hour + 60L * minute + second;
        return Instant.ofEpochSecond(epoch - offsetSeconds, nano / 1000 * 1000L);
    }

    private static boolean valid(int year, int month, int day, int hour, int minute, int second) {
        return month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= LocalDate.of(year, month, 1).lengthOfMonth())
                && hour >= 0
                && hour < 24
                && minute >= 0
                && minute < 60
                && second >= 0
                && second < 60;
    }
}
