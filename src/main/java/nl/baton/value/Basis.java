package nl.baton.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.baton.value.model.FirstGap;
import nl.baton.value.model.Ground;
import nl.baton.value.model.Lifecycle;
import nl.baton.value.model.Quintiles;
import nl.baton.value.model.Recommending;
import nl.baton.value.model.Tiers;
import org.jspecify.annotations.Nullable;

/**
 * By what all customers are scored, the same for everybody: kept with the scores, so that another node can go on with it.
 *
 * @param firstGaps how long buyers take to come back, as was known at the end of each day of the last 90, the oldest first
 * @param months what was known at the ends of past months, without a gap, the oldest first
 * @param recommending what a recommendation is worth; null where it was not counted yet
 */
record Basis(
        LocalDate asOf,
        Map<String, OfCurrency> currencies,
        List<FirstGap> firstGaps,
        List<MonthEnd> months,
        Scores scores,
        @Nullable Recommending recommending) {

    /** What was stored before months were kept has none. */
    Basis {
        months = Objects.requireNonNullElse(months, List.of());
    }

    /** So many days before the last one are asked for. */
    static final int DAYS_BACK = Lifecycle.RECENT_DAYS;

    /**
     * From which values on buyers in the company's currency have a score.
     *
     * @param recency of last purchase days, counted from 1970
     * @param frequency of purchase days
     * @param monetary of net amounts
     */
    record Scores(Quintiles recency, Quintiles frequency, Quintiles monetary) {}

    /** @param tiers by current value in the company's currency alone */
    record MonthEnd(LocalDate day, Tiers tiers, FirstGap firstGap) {}

    /**
     * Of one currency.
     *
     * @param marginRate what of an amount remains; all of it where no sale has ever said
     * @param purchases the fit in use
     * @param withoutPurchases why there is none, or MODEL
     */
    record OfCurrency(
            BigDecimal marginRate,
            boolean marginStated,
            @Nullable Long purchases,
            Ground withoutPurchases,
            @Nullable Long contracts,
            Ground withoutContracts) {}

    FirstGap firstGap(int day) {
        return firstGaps.get(firstGaps.size() - 1 - ((int) asOf.toEpochDay() - day));
    }

    /** The last month that had ended on that day, the first there is for days before it. */
    MonthEnd monthBefore(LocalDate day) {
        YearMonth last = YearMonth.from(day.plusDays(1)).minusMonths(1);
        long at = ChronoUnit.MONTHS.between(YearMonth.from(months.getFirst().day), last);
        return months.get((int) Math.clamp(at, 0, months.size() - 1));
    }

    OfCurrency of(String currency) {
        return Objects.requireNonNull(currencies.get(currency), currency);
    }
}
