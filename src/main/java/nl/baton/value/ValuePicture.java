package nl.baton.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import nl.baton.value.model.Concentration;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/** What all customers are worth together, in the company's currency. */
public record ValuePicture(
        List<Cell> cells,
        List<Band> alive,
        List<NotTold> notTold,
        Concentration concentration,
        List<CohortStage> cohorts,
        AtRisk atRisk) {

    /** P(alive) is shown in so many bands. */
    public static final int BANDS = 10;

    /** @param tier null for who never bought anything */
    public record Cell(@Nullable Tier tier, LifecycleStage stage, Worth worth) {}

    /**
     * What some customers are worth.
     *
     * @param estimated of how many of them the potential is known
     * @param squares of how wide each one's range is, added up
     */
    public record Worth(long customers, BigDecimal current, BigDecimal potential, long estimated, double squares) {

        public static final Worth NONE = new Worth(0, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

        public Worth plus(Worth other) {
            return new Worth(
                    customers + other.customers,
                    current.add(other.current),
                    potential.add(other.potential),
                    estimated + other.estimated,
                    squares + other.squares);
        }

        /** Customers' futures are taken as independent of each other, so that the squares of their ranges add up. */
        public double low() {
            return potential.doubleValue() - Math.sqrt(squares) / 2;
        }

        public double high() {
            return potential.doubleValue() + Math.sqrt(squares) / 2;
        }
    }

    /** @param tenth P(alive) from so many tenths up to the next; the last one up to 1, included */
    public record Band(int tenth, long customers, BigDecimal total) {}

    /** Why P(alive) of a customer who bought or agreed something is not told. */
    public enum Why {
        /** A contract that runs has not gone. */
        CONTRACT_RUNS,
        ONE_PURCHASE,
        /** Contracts that ended, or everything was returned, or bought in other currencies. */
        NO_PURCHASE,
        /** There are repeat purchases, and no fit that may be used. */
        NO_FIT
    }

    public record NotTold(Why why, long customers) {}

    /** @param quarter its first day */
    public record CohortStage(LocalDate quarter, LifecycleStage stage, long customers, BigDecimal current) {}

    /** @param sum of value × (1 − P(alive)) */
    public record AtRisk(long customers, BigDecimal sum) {}

    /** Of all customers in those cells. */
    public Worth worth(Predicate<Cell> which) {
        return cells.stream().filter(which).map(Cell::worth).reduce(Worth.NONE, Worth::plus);
    }

    /** How many customers a list has. */
    public long count(ValueSlice slice) {
        return switch (slice) {
            case ValueSlice.InStage in ->
                worth(cell -> (in.tier() == null || in.tier() == cell.tier())
                                && (in.stage() == null || in.stage() == cell.stage()))
                        .customers();
            case ValueSlice.Best best ->
                concentration.points().stream()
                        .filter(point -> point.percent() == best.percent())
                        .mapToLong(Concentration.Point::customers)
                        .sum();
            case ValueSlice.AliveBand band ->
                alive.stream()
                        .filter(each -> each.tenth() == band.tenth())
                        .mapToLong(Band::customers)
                        .sum();
            case ValueSlice.AliveNotTold not ->
                notTold.stream()
                        .filter(each -> each.why() == not.why())
                        .mapToLong(NotTold::customers)
                        .sum();
            case ValueSlice.Cohort cohort ->
                cohorts.stream()
                        .filter(each -> each.quarter().equals(cohort.quarter())
                                && (cohort.now() == null
                                        || cohort.now().stages().contains(each.stage())))
                        .mapToLong(CohortStage::customers)
                        .sum();
            case ValueSlice.Risk risk -> atRisk.customers();
        };
    }
}
