package nl.baton.intake.mapping;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers as people write them: 1234.5, 1.234,50, 1,234.50, € 12,50 or −3. */
final class DecimalText {

    private static final Pattern NUMBER = Pattern.compile("([-+\u2212]?)(\\d[\\d.,]{0,40})");

    /** A mark, three digits: thousands or thousandths, and nobody can tell. */
    private static final Pattern EITHER = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

    private static final Pattern POINT_LAST = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?|\\d+(\\.\\d+)?");
    private static final Pattern COMMA_LAST = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?|\\d+(,\\d+)?");

    private DecimalText() {}

    /** Whether it can mean two numbers, one a thousand times the other. */
    static boolean ambiguous(String text) {
        return EITHER.matcher(bare(text).replaceFirst("^[-+\u2212]", "")).matches();
    }

    /** The number; null if the text is none. */
    static @Nullable BigDecimal parse(String text) {
        Matcher number = NUMBER.matcher(bare(text));
        if (!number.matches()) {
            return null;
        }
        String digits = number.group(2);
        String plain = null;
        if (POINT_LAST.matcher(digits).matches()) {
            plain = digits.replace(",", "");
        } else if (COMMA_LAST.matcher(digits).matches()) {
            plain = digits.replace(".", "").replace(',', '.');
        }
        if (plain == null) {
            return null;
        }
        BigDecimal value = new BigDecimal(plain);
        return number.group(1).isEmpty() || number.group(1).equals("+") ? value : value.negate();
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\u00a0\u202f€$£]", "");
    }
}
