package nl.baton.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import nl.baton.value.Basis.MonthEnd;
import nl.baton.value.model.FirstGaps;
import nl.baton.value.model.TiersByMonth;

/** Counts what was known at the ends of past months, so that it can be said what a customer was at any time since. */
final class PastMonths {

    /** What happened longer ago is compared with the first of them. */
    static final int KEPT = 120;

    private final YearMonth first;
    private final String home;
    private final BigDecimal marginRate;
    private final TiersByMonth tiers = new TiersByMonth(KEPT);

    /** @param asOf the last day that is known as a whole */
    PastMonths(LocalDate asOf, String home, BigDecimal marginRate) {
        this.first = YearMonth.from(asOf.plusDays(1)).minusMonths(KEPT);
        this.home = home;
        this.marginRate = marginRate;
    }

    /** Their last days. */
    IntStream ends() {
        return IntStream.range(0, KEPT).map(month -> (int) end(month).toEpochDay());
    }

    private LocalDate end(int month) {
        return first.plusMonths(month).atEndOfMonth();
    }

    /** @param trades of one customer */
    void add(Map<String, Trade> trades) {
        OptionalInt begun = trades.values().stream()
                .flatMapToInt(trade -> trade.begun().stream())
                .min();
        if (begun.isPresent()) {
            Trade atHome = trades.get(home);
            tiers.add(atHome == null ? new double[KEPT] : atHome.current(first, KEPT, marginRate), (int)
                    ChronoUnit.MONTHS.between(first, YearMonth.from(LocalDate.ofEpochDay(begun.getAsInt()))));
        }
    }

    List<MonthEnd> known(FirstGaps gaps) {
        return IntStream.range(0, KEPT)
                .mapToObj(month -> new MonthEnd(
                        end(month), tiers.at(month), gaps.at((int) end(month).toEpochDay())))
                .toList();
    }
}
