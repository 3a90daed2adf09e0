package nl.baton.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Opening hours counted the slow way, for comparison. */
final class WallClock {

    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

    private WallClock() {}

    /** Every started minute is looked at: is the door open? */
    static Duration openBetween(String hours, Instant from, Instant to) {
        Duration open = Duration.ZERO;
        Instant moment = from;
        while (moment.isBefore(to)) {
            Instant next = moment.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
            Instant until = next.isBefore(to) ? next : to;
            if (isOpen(hours, moment.atZone(Desk.ZONE))) {
                open = open.plus(Duration.between(moment, until));
            }
            moment = until;
        }
        return open;
    }

    private static boolean isOpen(String hours, ZonedDateTime moment) {
        int day = moment.getDayOfWeek().getValue() - 1;
        for (String part : hours.split("; ")) {
            String days = part.substring(0, part.indexOf(' '));
            String span = part.substring(part.indexOf(' ') + 1);
            int first = DAYS.indexOf(days.substring(0, 2));
            int last = DAYS.indexOf(days.substring(days.length() - 2));
            LocalTime opens = LocalTime.parse(span.substring(0, 5));
            LocalTime closes = LocalTime.parse(span.substring(6));
            LocalTime time = moment.toLocalTime();
            if (day >= first && day <= last && !time.isBefore(opens) && time.isBefore(closes)) {
                return true;
            }
        }
        return false;
    }
}
