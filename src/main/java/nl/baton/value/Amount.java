package nl.baton.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How amounts of money are kept. */
public final class Amount {

    /** Before the decimal point; so that sums of amounts can be kept too. */
    public static final int DIGITS = 15;

    public static final int DECIMALS = 4;

    private Amount() {}

    static BigDecimal of(BigDecimal amount) {
        return amount.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    static @Nullable BigDecimal ofNullable(@Nullable BigDecimal amount) {
        return amount == null ? null : of(amount);
    }
}
