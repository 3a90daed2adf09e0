package nl.baton.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.UtcTime;
import nl.baton.value.Basis.OfCurrency;
import nl.baton.value.ValueFit.Kind;
import nl.baton.value.ValueFit.Verdict;
import nl.baton.value.model.FirstGap;
import nl.baton.value.model.FirstGaps;
import nl.baton.value.model.Ground;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goes over all customers once, counts, and fits what is counted, currency by currency. */
@Component
class Fitting {

    private static final int CUSTOMERS_AT_ONCE = 2_000;
    private static final int RATE_DECIMALS = 6;

    private final JdbcClient jdbc;
    private final HistoryReader histories;
    private final FitTable fits;
    private final AdvocacyReader advocacy;
    private final ZoneId zone;
    private final String home;
    private final Clock clock;

    Fitting(
            JdbcClient jdbc,
            HistoryReader histories,
            FitTable fits,
            AdvocacyReader advocacy,
            BatonProperties properties,
            ValueProperties value,
            Clock clock) {
        this.jdbc = jdbc;
        this.histories = histories;
        this.fits = fits;
        this.advocacy = advocacy;
        this.zone = properties.zone();
        this.home = value.currency().getCurrencyCode();
        this.clock = clock;
    }

    /** What was fitted, and what follows for all; neither is stored yet. */
    record Fitted(List<ValueFit> fits, Basis basis) {}

    private record Extent(String currency, LocalDate earliest, BigDecimal marginRate, boolean marginStated) {}

    /** @param progress is told how many customers were looked at, now and then */
    Fitted fit(LocalDate asOf, LongConsumer progress) {
        Map<String, Extent> extents = extents(asOf);
        Map<String, CurrencyCounts> counts = new TreeMap<>();
        extents.values()
                .forEach(extent ->
                        counts.put(extent.currency, new CurrencyCounts(extent.currency, extent.earliest, asOf)));
        int last = (int) asOf.toEpochDay();
        int earliest = (int) extents.values().stream()
                .mapToLong(extent -> extent.earliest.toEpochDay())
                .min()
                .orElse(last);
        BigDecimal rate = Objects.requireNonNull(extents.get(home)).marginRate;
        var past = new PastMonths(asOf, home, rate);
        var gaps = new FirstGaps(
                earliest,
                IntStream.concat(past.ends(), IntStream.rangeClosed(last - Basis.DAYS_BACK, last))
                        .toArray());
        var tally = new Tally(home, counts, gaps, past, new ScoreCounts(), new AdvocacyCounts(advocacy, asOf, rate));
        long done = 0;
        long after = 0;
        while (true) {
            List<History> next = histories.next(after, CUSTOMERS_AT_ONCE, asOf);
            if (next.isEmpty()) {
                break;
            }
            next.forEach(tally::add);
            tally.recommending.add(next);
            after = next.getLast().customer();
            done += next.size();
            progress.accept(done);
        }
        return fitted(asOf, extents, tally);
    }

    /** All that is counted of customers, one after the other. */
    private record Tally(
            String home,
            Map<String, CurrencyCounts> counts,
            FirstGaps gaps,
            PastMonths past,
            ScoreCounts scores,
            AdvocacyCounts recommending) {

        void add(History history) {
            if (history.isEmpty()) {
                return;
            }
            Map<String, Trade> trades = Trade.of(history);
            trades.forEach((currency, trade) -> {
                CurrencyCounts of = counts.get(currency);
                // one that came up since this began is for the next time
                if (of != null) {
                    of.add(trade);
                }
            });
            gaps.add(purchaseDays(trades));
            past.add(trades);
            Trade atHome = trades.get(home);
            recommending.add(atHome);
            if (atHome != null) {
                scores.add(atHome);
            }
        }
    }

    /** In whatever currency. */
    static int[] purchaseDays(Map<String, Trade> trades) {
        return trades.values().stream()
                .flatMapToInt(trade -> Arrays.stream(trade.days()))
                .sorted()
                .distinct()
                .toArray();
    }

    private Fitted fitted(LocalDate asOf, Map<String, Extent> extents, Tally tally) {
        Instant now = clock.instant();
        var fitted = new ArrayList<ValueFit>();
        Map<String, OfCurrency> currencies = new TreeMap<>();
        tally.counts.forEach((currency, of) -> {
            Optional<ValueFit> purchases = of.fitPurchases(fits.nextId(), now);
            Optional<ValueFit> contracts = of.fitContracts(fits.nextId(), now);
            purchases.ifPresent(fitted::add);
            contracts.ifPresent(fitted::add);
            Optional<ValueFit> usedPurchases = used(currency, Kind.PURCHASES, purchases);
            Optional<ValueFit> usedContracts = used(currency, Kind.CONTRACTS, contracts);
            Extent extent = extents.get(currency);
            currencies.put(
                    currency,
                    new OfCurrency(
                            extent == null ? BigDecimal.ONE : extent.marginRate,
                            extent != null && extent.marginStated,
                            usedPurchases.map(ValueFit::id).orElse(null),
                            usedPurchases.isPresent() ? Ground.MODEL : ground(Ground.TOO_FEW_BUYERS, purchases),
                            usedContracts.map(ValueFit::id).orElse(null),
                            usedContracts.isPresent() ? Ground.MODEL : ground(Ground.TOO_FEW_CONTRACTS, contracts)));
        });
        int last = (int) asOf.toEpochDay();
        List<FirstGap> firstGaps = IntStream.rangeClosed(last - Basis.DAYS_BACK, last)
                .mapToObj(tally.gaps::at)
                .toList();
        return new Fitted(
                fitted,
                new Basis(
                        asOf,
                        currencies,
                        firstGaps,
                        tally.past.known(tally.gaps),
                        tally.scores.scores(),
                        tally.recommending.recommending()));
    }

    /** The new one if it passed, else the former one; none where there are too few by now. */
    private Optional<ValueFit> used(String currency, Kind kind, Optional<ValueFit> fresh) {
        if (fresh.isEmpty() || fresh.get().verdict() == Verdict.TOO_FEW) {
            return Optional.empty();
        }
        return fresh.get().verdict() == Verdict.ACCEPTED ? fresh : fits.inUse(currency, kind);
    }

    private static Ground ground(Ground tooFew, Optional<ValueFit> fresh) {
        return switch (fresh.map(ValueFit::verdict).orElse(Verdict.TOO_FEW)) {
            case TOO_FEW -> tooFew;
            case NO_CONTRACT_ENDED -> Ground.NO_CONTRACT_ENDED;
            default -> Ground.NO_ACCEPTED_FIT;
        };
    }

    /** Of the currencies in which anything was dealt, and the company's own. */
    private Map<String, Extent> extents(LocalDate asOf) {
        Map<String, Extent> extents = new TreeMap<>();
        extents.put(home, new Extent(home, asOf, BigDecimal.ONE, false));
        jdbc.sql("SELECT DISTINCT currency FROM contract WHERE started_on <= ?")
                .param(asOf)
                .query(String.class)
                .list()
                .forEach(currency -> extents.put(currency, new Extent(currency, asOf, BigDecimal.ONE, false)));
        jdbc.sql("""
                        SELECT currency, MIN(purchased_at) AS earliest,
                            SUM(CASE WHEN kind = 'SALE' AND margin IS NOT NULL THEN margin END) AS margins,
                            SUM(CASE WHEN kind = 'SALE' AND margin IS NOT NULL THEN amount END) AS amounts
                        FROM purchase WHERE purchased_at < ? GROUP BY currency""")
                .param(UtcTime.of(Days.endOf(asOf, zone)))
                .query((row, n) -> extent(row))
                .list()
                .forEach(extent -> extents.put(extent.currency, extent));
        return extents;
    }

    private Extent extent(ResultSet row) throws SQLException {
        BigDecimal margins = row.getBigDecimal("margins");
        BigDecimal amounts = row.getBigDecimal("amounts");
        boolean stated = margins != null && amounts != null && amounts.signum() > 0;
        return new Extent(
                row.getString("currency"),
                Days.dayOf(UtcTime.instant(row.getObject("earliest", LocalDateTime.class)), zone),
                stated ? margins.divide(amounts, RATE_DECIMALS, RoundingMode.HALF_EVEN) : BigDecimal.ONE,
                stated);
    }
}
