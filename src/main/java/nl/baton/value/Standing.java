package nl.baton.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import nl.baton.value.model.Dealings;
import nl.baton.value.model.FirstGap;
import nl.baton.value.model.Lifecycle;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Loss;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/** What one customer was to the company at moments of the past, and what followed. Made by {@link Standings}. */
public final class Standing {

    private final long customer;
    private final @Nullable BigDecimal potential;
    private final Basis basis;
    private final String home;
    private final Map<String, Trade> trades;
    private final Dealings dealings;

    Standing(History history, @Nullable BigDecimal potential, Basis basis, String home) {
        this.customer = history.customer();
        this.potential = potential;
        this.basis = basis;
        this.home = home;
        this.trades = Trade.of(history);
        this.dealings = Scorer.dealings(history, trades);
    }

    /**
     * What the customer was at the end of the day before something happened.
     *
     * @param tier by current direct value in the company's currency, beside all customers at the end of the month before
     * @param lost whether within 180 days after it a contract ended, or the silence first exceeded twice the rhythm
     */
    public record Before(LifecycleStage stage, Tier tier, boolean lost) {}

    public long customer() {
        return customer;
    }

    /** Potential direct value in the company's currency, as of the valuation; null where nothing can be said. */
    public @Nullable BigDecimal potential() {
        return potential;
    }

    /** Empty while the 180 days after that day are not over. */
    public Optional<Before> before(LocalDate day) {
        if (day.plusDays(Loss.DAYS).isAfter(basis.asOf())) {
            return Optional.empty();
        }
        LocalDate eve = day.minusDays(1);
        IntFunction<FirstGap> gaps =
                at -> basis.monthBefore(LocalDate.ofEpochDay(at)).firstGap();
        Lifecycle lifecycle = Lifecycle.at((int) eve.toEpochDay(), dealings, gaps);
        Trade atHome = trades.get(home);
        double current = atHome == null
                ? 0
                : atHome.current(eve, basis.of(home).marginRate()).doubleValue();
        return Optional.of(new Before(
                lifecycle.stage(),
                basis.monthBefore(eve).tiers().of(current),
                Loss.follows((int) day.toEpochDay(), dealings, lifecycle.rhythm())));
    }
}
