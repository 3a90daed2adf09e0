package nl.baton.value;

import java.math.BigDecimal;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a customer's value at a glance, as of the last valuation.
 *
 * @param tier null for a prospect
 * @param stage null for who sees the tier only
 * @param potential expected direct value of the coming 36 months in the company's currency; null where nothing can be said,
 *     or for who sees the tier only
 */
public record ValueAtAGlance(
        @Nullable Tier tier,
        @Nullable LifecycleStage stage,
        @Nullable Potential potential) {

    /** Nine of ten simulated futures lie between {@code low} and {@code high}. */
    public record Potential(BigDecimal value, BigDecimal low, BigDecimal high, String currency) {}

    ValueAtAGlance tierOnly() {
        return new ValueAtAGlance(tier, null, null);
    }
}
