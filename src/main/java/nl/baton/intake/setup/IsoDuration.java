package nl.baton.intake.setup;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations by ISO 8601, in weeks, days, hours, minutes and seconds: months are not all as long. */
final class IsoDuration {

    private static final Pattern WEEKS = Pattern.compile("P(\\d{1,4})W");
    private static final Duration LONGEST = Duration.ofDays(3_660);

    private IsoDuration() {}

    static Duration parse(String field, String text) {
        Duration duration;
        try {
            Matcher weeks = WEEKS.matcher(text);
            duration = weeks.matches() ? Duration.ofDays(7 * Long.parseLong(weeks.group(1))) : Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException unreadable) {
            throw new SetupRefused(field, "setup.refused.duration");
        }
        if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
            throw new SetupRefused(field, "setup.refused.duration.size");
        }
        return duration;
    }

    static String text(Duration duration) {
        return duration.toSeconds() % 86_400 == 0 ? "P" + duration.toDays() + "D" : duration.toString();
    }
}
