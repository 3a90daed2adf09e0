package nl.baton.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/**
 * A customer in a list of the value screen, without contact details.
 *
 * @param name null where it is not known
 * @param number what the source calls the customer; empty where that is a way to reach it
 * @param alive null where it is not told
 * @param atRisk value × (1 − P(alive)); null where there is no telling, or nothing to lose
 */
public record ListedValue(
        long customer,
        @Nullable String name,
        String number,
        @Nullable Tier tier,
        LifecycleStage stage,
        @Nullable BigDecimal current,
        @Nullable BigDecimal potential,
        @Nullable Double alive,
        @Nullable BigDecimal atRisk,
        @Nullable LocalDate firstDealing,
        @Nullable LocalDate lastPurchase,
        int runningContracts) {}
