package nl.baton.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How amounts of money are kept. */
public final class Amount {

    public static final int DECIMALS = 4;

    /** Below this; so that it fits, and so that sums of it do. */
    public static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);

    private Amount() {}

    static BigDecimal of(BigDecimal amount) {
        return amount.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    static @Nullable BigDecimal ofNullable(@Nullable BigDecimal amount) {
        return amount == null ? null : of(amount);
    }
}
