package nl.baton.journey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A length of time as people write it: "2 working days 4 h", "3 werkdagen", "1,5 uur", or an ISO 8601 duration. What a
 * day is, is for the clock to say: 24 hours by the calendar, a department's usual working day in its opening hours.
 *
 * @param days whole days
 * @param hours beside them
 * @param minutes beside those
 */
public record PromisedTime(long days, long hours, long minutes) {

    private static final int DIGITS = 4;
    private static final long SECONDS_AN_HOUR = 3_600;
    private static final long SECONDS_A_MINUTE = 60;

    /** Words that say by which clock, which is chosen beside it, or that join. */
    private static final Pattern FILLING =
            Pattern.compile("\\b(working|business|opening|calendar|kalender|en|and)\\b|\\bwerk(?=dag|u)|,(?=\\s)");

    private static final Pattern PART = Pattern.compile("(\\d{1,7}(?:[.,]\\d{1,4})?)\\s*(\\p{L}+)\\s*");

    private enum Unit {
        DAY,
        HOUR,
        MINUTE
    }

    private static final Map<String, Unit> UNITS = Stream.of(
                    Map.entry(Unit.DAY, "d dag dagen day days"),
                    Map.entry(Unit.HOUR, "u uur uren h hr hrs hour hours"),
                    Map.entry(Unit.MINUTE, "m min mins minuut minuten minute minutes"))
            .flatMap(unit -> Stream.of(unit.getValue().split(" ")).map(word -> Map.entry(word, unit.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** A time that cannot be read. */
    public static final class Unreadable extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        private final String part;

        Unreadable(String part) {
            super("No length of time: " + part);
            this.part = part;
        }

        /** The part of the text that is meant. */
        public String part() {
            return part;
        }
    }

    /**
     * Reads a time.
     *
     * @param day how long a day is
     * @throws Unreadable naming the part that cannot be read
     */
    public static Duration read(String text, Duration day) {
        String stripped = text.strip();
        if (stripped.startsWith("P") || stripped.startsWith("p")) {
            try {
                return Duration.parse(stripped);
            } catch (DateTimeParseException | ArithmeticException unreadable) {
                throw new Unreadable(stripped);
            }
        }
        String plain = FILLING.matcher(stripped.toLowerCase(Locale.ROOT))
                .replaceAll("")
                .strip();
        Matcher part = PART.matcher(plain);
        Duration total = Duration.ZERO;
        int at = 0;
        while (part.find() && part.start() == at) {
            total = total.plus(length(part, day));
            at = part.end();
        }
        if (at < plain.length() || plain.isEmpty()) {
            throw new Unreadable(plain.isEmpty() ? stripped : plain.substring(at));
        }
        return total;
    }

    private static Duration length(Matcher part, Duration day) {
        Unit unit = UNITS.get(part.group(2));
        if (unit == null) {
            throw new Unreadable(part.group().strip());
        }
        long seconds = switch (unit) {
            case DAY -> day.toSeconds();
            case HOUR -> SECONDS_AN_HOUR;
            case MINUTE -> SECONDS_A_MINUTE;
        };
        BigDecimal amount = new BigDecimal(part.group(1).replace(',', '.'));
        return Duration.ofSeconds(amount.setScale(DIGITS, RoundingMode.HALF_UP)
                .multiply(BigDecimal.valueOf(seconds))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** Takes a time apart; seconds are rounded up to the minute, so that nothing promised becomes nothing. */
    public static PromisedTime of(Duration time, Duration day) {
        long minutes = (time.toSeconds() + SECONDS_A_MINUTE - 1) / SECONDS_A_MINUTE;
        long aDay = Math.max(1, day.toMinutes());
        return new PromisedTime(minutes / aDay, minutes % aDay / SECONDS_A_MINUTE, minutes % aDay % SECONDS_A_MINUTE);
    }
}
