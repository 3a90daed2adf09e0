package nl.baton.intake.item;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Holds texts to a length, and makes texts of what else is a single value. */
final class Scalars {

    private static final int DIGITS = 15;
    private static final int DECIMALS = 10;

    private Scalars() {}

    /** The text if it fits and can be stored, null where it is empty; else what is wrong with it is noted. */
    static @Nullable String checked(String path, String text, int longest, ItemErrors errors) {
        if (text.length() > longest) {
            errors.add(path, "intake.item.too-long", text.length(), longest);
            return null;
        }
        if (!Shown.isWhole(text)) {
            errors.add(path, "intake.item.broken-text");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** A text, a number or a flag as a text; anything else is noted as wrong. */
    static @Nullable String text(String path, @Nullable Object value, int longest, ItemErrors errors) {
        if (value == null) {
            return null;
        }
        String text = switch (value) {
            case String stated -> stated.strip();
            case Boolean flag -> flag.toString();
            case BigDecimal number -> plain(number);
            default -> null;
        };
        if (text == null) {
            errors.add(path, "intake.item.no-scalar", DIGITS, DECIMALS);
            return null;
        }
        return checked(path, text, longest, errors);
    }

    private static @Nullable String plain(BigDecimal number) {
        BigDecimal fit = Numbers.fit(number, DIGITS, DECIMALS);
        return fit == null ? null : fit.toPlainString();
    }
}
