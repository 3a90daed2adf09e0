package nl.baton.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.baton.value.Basis.OfCurrency;
import nl.baton.value.ValueFit.Contracts;
import nl.baton.value.ValueFit.Purchases;
import nl.baton.value.model.Buyer;
import nl.baton.value.model.Dealings;
import nl.baton.value.model.Ground;
import nl.baton.value.model.Lifecycle;
import nl.baton.value.model.Outcomes;
import nl.baton.value.model.Outlook;
import nl.baton.value.model.Range;
import nl.baton.value.model.Retention;
import nl.baton.value.model.Spend;
import org.jspecify.annotations.Nullable;

/** Says what customers are worth, by what was fitted. Not for several threads at once. */
final class Scorer {

    private final Basis basis;
    private final LocalDate asOf;
    private final Map<String, Models> models = new HashMap<>();

    /**
     * What a customer is worth in one currency.
     *
     * @param dealt whether anything was ever bought or agreed, even if all of it went back
     * @param days of purchase, in order
     * @param potential null where nothing can be said
     * @param alive null without a repeat purchase, or a fit
     */
    record Worth(
            String currency,
            boolean dealt,
            int[] days,
            int runningContracts,
            BigDecimal net,
            BigDecimal current,
            @Nullable BigDecimal potential,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            Ground ground,
            @Nullable Double alive,
            @Nullable Double expectedPurchases,
            @Nullable Double expectedSpend) {}

    /** @param worth by currency @param first day of a purchase or contract */
    record Scored(
            long customer, Lifecycle lifecycle, @Nullable LocalDate first, Map<String, Worth> worth) {}

    private record Models(
            OfCurrency basis,
            @Nullable Outlook outlook,
            @Nullable Spend spend,
            @Nullable Retention retention,
            Outcomes outcomes) {}

    Scorer(Basis basis, Map<Long, ValueFit> fits) {
        this.basis = basis;
        this.asOf = basis.asOf();
        basis.currencies().forEach((currency, of) -> models.put(currency, models(of, fits)));
    }

    private static Models models(OfCurrency of, Map<Long, ValueFit> fits) {
        Purchases purchases = of.purchases() == null
                ? null
                : Objects.requireNonNull(fits.get(of.purchases())).purchases();
        Contracts contracts = of.contracts() == null
                ? null
                : Objects.requireNonNull(fits.get(of.contracts())).contracts();
        Spend spend = purchases == null ? null : purchases.spend();
        Retention retention = contracts == null ? null : contracts.retention();
        return new Models(
                of,
                purchases == null ? null : new Outlook(purchases.bgNbd()),
                spend,
                retention,
                new Outcomes(
                        purchases == null ? null : purchases.bgNbd(),
                        spend,
                        retention,
                        of.marginRate().doubleValue()));
    }

    Scored score(History history) {
        Map<String, Trade> trades = Trade.of(history);
        Map<String, Worth> worth = new HashMap<>();
        trades.forEach((currency, trade) -> {
            Models of = models.get(currency);
            if (of != null) {
                worth.put(currency, worth(history.customer(), currency, trade, of));
            }
        });
        Dealings dealings = dealings(history, trades);
        int first = Math.min(
                Arrays.stream(dealings.purchases()).min().orElse(Integer.MAX_VALUE),
                Arrays.stream(dealings.starts()).min().orElse(Integer.MAX_VALUE));
        return new Scored(
                history.customer(),
                Lifecycle.at((int) asOf.toEpochDay(), dealings, basis::firstGap),
                first == Integer.MAX_VALUE ? null : LocalDate.ofEpochDay(first),
                worth);
    }

    static Dealings dealings(History history, Map<String, Trade> trades) {
        return new Dealings(
                Fitting.purchaseDays(trades),
                history.contracts().stream()
                        .mapToInt(contract -> (int) contract.start().toEpochDay())
                        .toArray(),
                history.contracts().stream().mapToInt(History.Term::lastDay).toArray());
    }

    private Worth worth(long customer, String currency, Trade trade, Models of) {
        Buyer buyer = trade.buyer((int) asOf.toEpochDay());
        List<Retention.Running> running = trade.running(asOf);
        double rate = of.basis.marginRate().doubleValue();
        boolean knowsBuyer = buyer != null && of.outlook != null && of.spend != null;
        boolean knowsContracts = !running.isEmpty() && of.retention != null;
        double potential = 0;
        Double alive = null;
        Double purchases = null;
        Double spend = null;
        if (buyer != null && of.outlook != null && of.spend != null) {
            spend = of.spend.expected(buyer.repeats(), buyer.spend());
            purchases = of.outlook.purchases(buyer);
            alive = buyer.repeats() == 0 ? null : (Double) of.outlook.alive(buyer);
            potential += rate * spend * of.outlook.discounted(buyer);
        }
        if (of.retention != null) {
            potential += running.stream().mapToDouble(of.retention::discounted).sum();
        }
        Ground ground = ground(trade, buyer, running, of);
        // contracts that ended, and no purchase: what is to come of them is nothing, and that is known
        boolean said = knowsBuyer || knowsContracts || ground == Ground.COUNTED;
        Range range = said ? of.outcomes.of(customer, buyer, running) : null;
        return new Worth(
                currency,
                trade.dealt(),
                trade.days(),
                running.size(),
                trade.net(),
                trade.current(asOf, of.basis.marginRate()),
                said ? amount(potential) : null,
                range == null ? null : amount(range.low()),
                range == null ? null : amount(range.high()),
                ground,
                alive,
                purchases,
                spend);
    }

    /** Why the potential is what it is; of two parts, why one of them is missing. */
    private static Ground ground(Trade trade, @Nullable Buyer buyer, List<Retention.Running> running, Models of) {
        if (buyer != null && of.basis.withoutPurchases() != Ground.MODEL) {
            return of.basis.withoutPurchases();
        }
        if (!running.isEmpty() && of.basis.withoutContracts() != Ground.MODEL) {
            return of.basis.withoutContracts();
        }
        if (buyer != null || !running.isEmpty()) {
            return Ground.MODEL;
        }
        return trade.allReturned() ? Ground.ALL_RETURNED : Ground.COUNTED;
    }

    private static BigDecimal amount(double value) {
        return BigDecimal.valueOf(value).setScale(Amount.DECIMALS, RoundingMode.HALF_EVEN);
    }
}
