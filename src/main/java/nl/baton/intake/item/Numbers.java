package nl.baton.intake.item;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Holds numbers to a size, never by way of their digits: 1e999999999 has a billion of them. */
final class Numbers {

    private Numbers() {}

    /** The number, if it has at most so many digits before and after the decimal point. */
    static @Nullable BigDecimal fit(BigDecimal number, int digits, int decimals) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if ((long) plain.precision() - plain.scale() > digits || plain.scale() > decimals) {
            return null;
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** The value, if it is a whole number between the bounds, both included. */
    static @Nullable Integer whole(@Nullable Object value, int least, int most) {
        return value instanceof BigDecimal number
                        && number.compareTo(BigDecimal.valueOf(least)) >= 0
                        && number.compareTo(BigDecimal.valueOf(most)) <= 0
                        && number.stripTrailingZeros().scale() <= 0
                ? number.intValue()
                : null;
    }
}
