package nl.baton.value;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.baton.value.History.Term;
import nl.baton.value.ValueFit.Contracts;
import nl.baton.value.ValueFit.Kind;
import nl.baton.value.ValueFit.Purchases;
import nl.baton.value.ValueFit.Verdict;
import nl.baton.value.model.BgNbd;
import nl.baton.value.model.Buyer;
import nl.baton.value.model.Calibration;
import nl.baton.value.model.Correlation;
import nl.baton.value.model.EqualSpend;
import nl.baton.value.model.GammaGamma;
import nl.baton.value.model.HoldOut;
import nl.baton.value.model.PurchaseCounts;
import nl.baton.value.model.Retention;
import nl.baton.value.model.RetentionCounts;
import nl.baton.value.model.SpendCounts;
import org.jspecify.annotations.Nullable;

/** What is counted of the customers of one currency, and what is fitted to it. */
final class CurrencyCounts {

    /** Of all that has been seen, this part is held back, but no more than a year. */
    private static final int PART_HELD_BACK = 3;

    private static final int MOST_HELD_BACK = 365;

    private final String currency;
    private final LocalDate asOf;
    private final LocalDate cut;
    private final PurchaseCounts.Builder purchases = new PurchaseCounts.Builder();
    private final SpendCounts.Builder spends = new SpendCounts.Builder();
    private final HoldOut heldOut;
    private final RetentionCounts contracts = new RetentionCounts();

    /** @param earliest day on which anything was bought */
    CurrencyCounts(String currency, LocalDate earliest, LocalDate asOf) {
        this.currency = currency;
        this.asOf = asOf;
        long seen = Math.max(0, asOf.toEpochDay() - earliest.toEpochDay());
        int back = (int) Math.min(MOST_HELD_BACK, seen / PART_HELD_BACK);
        this.cut = asOf.minusDays(back);
        this.heldOut = new HoldOut(back);
    }

    void add(Trade trade) {
        Buyer buyer = trade.buyer((int) asOf.toEpochDay());
        if (buyer != null) {
            purchases.add(buyer);
            spends.add(buyer);
        }
        int last = (int) cut.toEpochDay();
        Buyer before = trade.buyer(last);
        if (before != null) {
            heldOut.add(before, trade.daysAfter(last));
        }
        for (Term contract : trade.contracts()) {
            contracts.add(contract.dueUntil(asOf) - 1, contract.endedBefore(asOf));
        }
    }

    /** Of those who buy now and then; empty where nobody does. */
    Optional<ValueFit> fitPurchases(long id, Instant now) {
        PurchaseCounts counts = purchases.build();
        if (counts.customers() == 0) {
            return Optional.empty();
        }
        SpendCounts spent = spends.build();
        if (counts.repeatBuyers() < ValueFit.FEWEST) {
            return Optional.of(purchases(id, now, Verdict.TOO_FEW, counts, null));
        }
        BgNbd.Fit fit = BgNbd.fit(counts);
        GammaGamma.Fit spend = spent.customers() == 0 ? null : GammaGamma.fit(spent);
        Calibration calibration = heldOut.calibrate(ValueFit.FEWEST).orElse(null);
        Purchases fitted = fitted(fit, spend, spent.withFrequency(), calibration);
        return Optional.of(purchases(id, now, verdict(fit, spend, calibration), counts, fitted));
    }

    private Purchases fitted(
            BgNbd.Fit fit, GammaGamma.@Nullable Fit spend, Correlation correlation, @Nullable Calibration calibration) {
        return new Purchases(
                fit.model(),
                fit.maximum(),
                spend != null && spend.model() instanceof GammaGamma gammaGamma ? gammaGamma : null,
                spend != null && spend.model() instanceof EqualSpend equal ? equal.amount() : null,
                spend == null ? null : spend.maximum(),
                correlation,
                calibration == null ? null : cut,
                calibration == null ? List.of() : calibration.rows());
    }

    private static Verdict verdict(BgNbd.Fit fit, GammaGamma.@Nullable Fit spend, @Nullable Calibration calibration) {
        if (!fit.maximum().converged()) {
            return Verdict.NOT_CONVERGED;
        }
        if (spend == null) {
            return Verdict.NO_SPEND;
        }
        if (!spend.maximum().converged()) {
            return Verdict.SPEND_NOT_CONVERGED;
        }
        if (!spend.hasMean()) {
            return Verdict.NO_MEAN_SPEND;
        }
        return calibration == null || calibration.passes() ? Verdict.ACCEPTED : Verdict.HELD_OUT_MISSED;
    }

    private ValueFit purchases(
            long id, Instant now, Verdict verdict, PurchaseCounts counts, @Nullable Purchases fitted) {
        return new ValueFit(
                id,
                Kind.PURCHASES,
                currency,
                now,
                asOf,
                verdict,
                counts.customers(),
                counts.repeatBuyers(),
                fitted,
                null);
    }

    /** Of contracts; empty where there are none. */
    Optional<ValueFit> fitContracts(long id, Instant now) {
        if (contracts.contracts() == 0) {
            return Optional.empty();
        }
        if (contracts.contracts() < ValueFit.FEWEST) {
            return Optional.of(contracts(id, now, Verdict.TOO_FEW, null));
        }
        if (contracts.ended() == 0) {
            return Optional.of(contracts(id, now, Verdict.NO_CONTRACT_ENDED, null));
        }
        Retention.Fit fit = Retention.fit(contracts);
        Verdict verdict = fit.maximum().converged() ? Verdict.ACCEPTED : Verdict.NOT_CONVERGED;
        return Optional.of(contracts(id, now, verdict, new Contracts(fit.model(), fit.maximum())));
    }

    private ValueFit contracts(long id, Instant now, Verdict verdict, @Nullable Contracts fitted) {
        return new ValueFit(
                id,
                Kind.CONTRACTS,
                currency,
                now,
                asOf,
                verdict,
                contracts.contracts(),
                contracts.ended(),
                null,
                fitted);
    }
}
