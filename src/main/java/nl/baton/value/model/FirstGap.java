package nl.baton.value.model;

import java.util.OptionalInt;

/**
 * How long it takes buyers to come back for the first time, as far as it was known at the end of a day.
 *
 * @param median days by which half of them have come back; empty when it is not reached
 * @param p90 days by which nine of ten have
 * @param n buyers, those who have not come back included
 */
public record FirstGap(OptionalInt median, OptionalInt p90, long n) {

    /** Nobody has bought. */
    public static final FirstGap UNKNOWN = new FirstGap(OptionalInt.empty(), OptionalInt.empty(), 0);

    static FirstGap of(KaplanMeier gaps) {
        return new FirstGap(gaps.quantile(0.5), gaps.quantile(0.9), gaps.n());
    }
}
