package nl.baton.base;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Numbers and dates as the house writes them: 1.204 and 81,6 in Dutch, 1,204 and 81.6 in English; minus is U+2212,
 * ranges take an en dash, and a no-break space stands before a unit.
 */
public final class Formats {

    private static final String MINUS = "\u2212";
    private static final String DASH = "\u2013";
    private static final String SPACE = "\u00a0";

    private final Language language;

    private Formats(Language language) {
        this.language = language;
    }

    public static Formats of(Locale locale) {
        return new Formats(Language.of(locale));
    }

    /** 1.204 or 1,204. */
    public String number(long value) {
        return number(value, 0);
    }

    /** With as many digits after the mark as asked, rounded half up. */
    public String number(double value, int digits) {
        var symbols = new DecimalFormatSymbols(language.locale());
        boolean dutch = language == Language.DUTCH;
        symbols.setGroupingSeparator(dutch ? '.' : ',');
        symbols.setDecimalSeparator(dutch ? ',' : '.');
        var format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        // As the number is written, not as the processor holds it: 81.55 is rounded up.
        String absolute = format.format(BigDecimal.valueOf(Math.abs(value)));
        // What rounds to nothing has no sign.
        boolean negative = value < 0 && absolute.chars().anyMatch(c -> c >= '1' && c <= '9');
        return negative ? MINUS + absolute : absolute;
    }

    /** A change: +3,7 or −4,7; 0 has no sign. */
    public String signed(double value, int digits) {
        String number = number(value, digits);
        boolean zero = number.chars().noneMatch(c -> c >= '1' && c <= '9');
        return value > 0 && !zero ? "+" + number : number;
    }

    /** A share (0 to 1) as 81,6 %. */
    public String percent(double share, int digits) {
        return number(100 * share, digits) + SPACE + "%";
    }

    /** 13,9–14,8; with a minus in it, the dash stands free. */
    public String range(double low, double high, int digits) {
        String dash = low < 0 || high < 0 ? SPACE + DASH + SPACE : DASH;
        return number(low, digits) + dash + number(high, digits);
    }

    /** An interval of a share in percent, without the sign: 13,9–14,8. */
    public String percentRange(Interval interval, int digits) {
        return range(100 * interval.low(), 100 * interval.high(), digits);
    }

    /** 22 apr 2026. */
    public String date(LocalDate day) {
        return pattern("d MMM uuuu", day);
    }

    /** 22 apr. */
    public String shortDate(LocalDate day) {
        return pattern("d MMM", day);
    }

    /** wo 22 apr 2026. */
    public String weekday(LocalDate day) {
        return pattern("EEE d MMM uuuu", day);
    }

    /** wo 22 apr. */
    public String shortWeekday(LocalDate day) {
        return pattern("EEE d MMM", day);
    }

    /** wo. */
    public String dayOfWeek(DayOfWeek day) {
        return pattern("EEE", day);
    }

    /** april 2026. */
    public String monthAndYear(LocalDate day) {
        return pattern("MMMM uuuu", day);
    }

    /** 22 april 2026. */
    public String longDate(LocalDate day) {
        return pattern("d MMMM uuuu", day);
    }

    /** 1 mrt – 28 mei 2026; the year is said once where it is the same. */
    public String period(Period period) {
        boolean sameYear = period.from().getYear() == period.to().getYear();
        String from = pattern(sameYear ? "d MMM" : "d MMM uuuu", period.from());
        return period.days() == 1 ? date(period.to()) : from + " " + DASH + " " + date(period.to());
    }

    /** 14:05. */
    public String time(Instant moment, ZoneId zone) {
        return pattern("HH:mm", moment.atZone(zone));
    }

    /** 22 apr 2026, 14:05. */
    public String dateTime(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        return pattern("d MMM uuuu, HH:mm", local);
    }

    /** In the largest unit that fits: 45 s, 4,5 min, 14,6 uur, 3,2 dagen. */
    public String duration(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        boolean dutch = language == Language.DUTCH;
        if (seconds < 60) {
            return number(seconds, 0) + SPACE + "s";
        }
        if (seconds < 3600) {
            return tenths(seconds / 60) + SPACE + "min";
        }
        if (seconds < 48 * 3600) {
            return tenths(seconds / 3600) + SPACE + (dutch ? "uur" : "h");
        }
        return tenths(seconds / 86400) + SPACE + (dutch ? "dagen" : "days");
    }

    /** One digit after the mark below ten, where it says something; none above. */
    private String tenths(double value) {
        return number(value, value < 9.95 ? 1 : 0);
    }

    private String pattern(String pattern, TemporalAccessor moment) {
        // British English: day before month, as in the rest of the house; CLDR's Dutch abbreviations end in a dot.
        Locale locale = language == Language.DUTCH ? Locale.of("nl", "NL") : Locale.UK;
        String text =
                DateTimeFormatter.ofPattern(pattern, locale).format(moment).replace(".", "");
        return text.replace("Sept ", "Sep ");
    }
}
