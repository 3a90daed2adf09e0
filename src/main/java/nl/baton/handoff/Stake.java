package nl.baton.handoff;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What broken handoffs put at stake: the potential direct value of the customers they happened to, each once, times the
 * share of customers that is lost because of them. Of lanes together it is not the sum of the lanes: a customer to whom it
 * happened in several counts in each.
 *
 * @param asOf what was known at the end of that day
 * @param currency the company's
 * @param customers with a broken handoff in the period
 * @param unvalued those of them of whom no potential value is known
 * @param potential what the others may still bring in
 * @param loss null where there was nobody to compare with
 */
public record Stake(
        LocalDate asOf,
        String currency,
        long customers,
        long unvalued,
        BigDecimal potential,
        @Nullable RiskDifference loss) {

    /** With fewer journeys to compare than this nothing is said. */
    static final int FEWEST = 10;

    /** An amount, and the bounds that follow from those of the extra loss. */
    public record Range(BigDecimal amount, BigDecimal low, BigDecimal high) {}

    /** Null where nothing can be said: of nobody a value is known, or there are too few to compare. */
    public @Nullable Range range() {
        if (loss == null
                || loss.broken() < FEWEST
                || loss.whole() < FEWEST
                || (customers > 0 && unvalued == customers)) {
            return null;
        }
        return new Range(of(loss.estimate()), of(loss.low()), of(loss.high()));
    }

    /** A loss cannot be less than none. */
    private BigDecimal of(double share) {
        return potential.multiply(BigDecimal.valueOf(Math.max(0, share))).setScale(2, RoundingMode.HALF_EVEN);
    }
}
