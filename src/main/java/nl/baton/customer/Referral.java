package nl.baton.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who brought a customer in.
 *
 * @param customer the referrer's external id of the same source
 * @param share above 0, with at most four decimals; counts in relation to the shares of the other referrers
 */
public record Referral(String customer, BigDecimal share, Instant at) {

    public static final int DECIMALS = 4;

    public Referral {
        share = share.setScale(DECIMALS, RoundingMode.UNNECESSARY);
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
