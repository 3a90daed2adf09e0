package nl.baton.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.baton.base.Item;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as a source states it. Identity is (source, externalId).
 *
 * @param customer external id of the same source
 * @param amount not negative, with at most {@link Amount#DECIMALS} decimals; of a return what went back
 * @param margin what of the amount remains; of a return what is lost of it again
 * @param currency by ISO 4217
 * @param refersTo the sale that is returned, by its external id of the same source
 */
public record NewPurchase(
        String source,
        String externalId,
        String customer,
        Instant at,
        BigDecimal amount,
        @Nullable BigDecimal margin,
        String currency,
        Kind kind,
        @Nullable String refersTo)
        implements Item {

    /** Which way the money went. */
    public enum Kind {
        SALE,
        RETURN
    }

    public NewPurchase {
        at = at.truncatedTo(ChronoUnit.MICROS);
        amount = Amount.of(amount);
        margin = Amount.ofNullable(margin);
    }
}
