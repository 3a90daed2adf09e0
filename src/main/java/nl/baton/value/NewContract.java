package nl.baton.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import nl.baton.base.Item;
import org.jspecify.annotations.Nullable;

/**
 * A contract as a source states it. Identity is (source, externalId).
 *
 * @param customer external id of the same source
 * @param monthly what is due each month; not negative, with at most {@link Amount#DECIMALS} decimals
 * @param margin what of that remains
 * @param currency by ISO 4217
 * @param end the last day; null while none is known
 */
public record NewContract(
        String source,
        String externalId,
        String customer,
        BigDecimal monthly,
        BigDecimal margin,
        String currency,
        LocalDate start,
        @Nullable LocalDate end,
        @Nullable String endReason)
        implements Item {

    public NewContract {
        monthly = Amount.of(monthly);
        margin = Amount.of(margin);
    }
}
