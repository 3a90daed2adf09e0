package nl.baton.segment.ui.build;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.Optional;
import nl.baton.base.Formats;
import nl.baton.base.Language;

/** Numbers as people type them: 2.500,50 in Dutch, 2,500.50 in English, and without marks in both. */
final class TypedNumber {

    private static final int MOST_DIGITS = 13;
    private static final int DECIMALS = 4;

    private TypedNumber() {}

    static Optional<BigDecimal> read(String typed, Locale locale) {
        String text = typed.replaceAll("[\\s\u00a0€%]", "").replace('\u2212', '-');
        var position = new ParsePosition(0);
        if (text.length() > MOST_DIGITS
                || !(format(locale).parse(text, position) instanceof BigDecimal number)
                || position.getIndex() < text.length()
                || number.scale() > DECIMALS) {
            return Optional.empty();
        }
        return Optional.of(number);
    }

    static String write(BigDecimal number, Locale locale) {
        BigDecimal rounded = number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return Formats.of(locale).number(rounded.doubleValue(), Math.max(0, rounded.scale()));
    }

    private static DecimalFormat format(Locale locale) {
        boolean dutch = Language.of(locale) == Language.DUTCH;
        var symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(dutch ? '.' : ',');
        symbols.setDecimalSeparator(dutch ? ',' : '.');
        var format = new DecimalFormat("#,##0.#", symbols);
        format.setParseBigDecimal(true);
        return format;
    }
}
