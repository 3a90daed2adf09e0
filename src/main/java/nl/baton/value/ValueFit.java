package nl.baton.value;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.baton.value.model.BgNbd;
import nl.baton.value.model.Calibration;
import nl.baton.value.model.Correlation;
import nl.baton.value.model.EqualSpend;
import nl.baton.value.model.GammaGamma;
import nl.baton.value.model.Maximum;
import nl.baton.value.model.Retention;
import nl.baton.value.model.Spend;
import org.jspecify.annotations.Nullable;

/**
 * One fit to the customers of one currency, used or not.
 *
 * @param asOf what happened up to the end of that day
 * @param customers buyers, or contracts
 * @param repeats buyers who came back, or contracts that ended
 * @param purchases null for contracts, and where there was nothing to fit
 * @param contracts likewise
 */
public record ValueFit(
        long id,
        Kind kind,
        String currency,
        Instant fittedAt,
        LocalDate asOf,
        Verdict verdict,
        long customers,
        long repeats,
        @Nullable Purchases purchases,
        @Nullable Contracts contracts) {

    /** So many buyers who came back, or contracts, have to be there. */
    public static final int FEWEST = 100;

    /** What was fitted. */
    public enum Kind {
        PURCHASES,
        CONTRACTS
    }

    /** Whether a fit may be used, or why not. */
    public enum Verdict {
        ACCEPTED,
        TOO_FEW,
        NOT_CONVERGED,
        /** Nobody who came back spent anything. */
        NO_SPEND,
        SPEND_NOT_CONVERGED,
        /** Spends differ so much that they have no mean. */
        NO_MEAN_SPEND,
        /** Too far from what came in the days that were held back. */
        HELD_OUT_MISSED,
        NO_CONTRACT_ENDED
    }

    /**
     * Of those who buy now and then.
     *
     * @param gammaGamma null where all spend the same, or nothing could be fitted
     * @param equalSpend what they then spend
     * @param correlation of repeat purchases with mean spend, which Gamma-Gamma takes to be none
     * @param cut last day of the part that was fitted to foresee the rest; null where it was too short
     * @param calibration repeat purchases foreseen and made after it
     */
    public record Purchases(
            BgNbd bgNbd,
            Maximum maximum,
            @Nullable GammaGamma gammaGamma,
            @Nullable Double equalSpend,
            @Nullable Maximum spendMaximum,
            Correlation correlation,
            @Nullable LocalDate cut,
            List<Calibration.Row> calibration) {

        @Nullable
        Spend spend() {
            return equalSpend != null ? new EqualSpend(equalSpend) : gammaGamma;
        }
    }

    /** Of contracts. */
    public record Contracts(Retention retention, Maximum maximum) {}
}
