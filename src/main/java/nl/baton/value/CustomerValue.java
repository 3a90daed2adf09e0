package nl.baton.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nl.baton.value.model.Ground;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Recommending;
import nl.baton.value.model.RfmSegment;
import nl.baton.value.model.Rhythm;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is worth, as far as who asks may know.
 *
 * @param asOf what happened up to the end of that day
 * @param tier null for a prospect
 * @param worth null for who sees the tier only
 */
public record CustomerValue(
        long customer,
        LocalDate asOf,
        @Nullable Tier tier,
        @Nullable Worth worth) {

    /**
     * One of the four quadrants. The range is of the outcome: nine of ten simulated futures lie in it.
     *
     * @param value null where nothing can be said; the ground says why
     * @param low equal to the value where it was counted
     * @param n what it rests on: purchase days and contracts where it was counted, else those that were fitted to
     */
    public record Quadrant(
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            Ground ground,
            long n,
            LocalDate asOf) {}

    /** Both direct quadrants in one currency. */
    public record Direct(String currency, Quadrant current, Quadrant potential) {}

    /**
     * What a customer brings through others, in the company's currency. It is part of what those others bring, and not to be
     * added to it.
     *
     * @param referred the latest first, at most {@link #MOST_REFERRED}, of as many as the current quadrant's n
     */
    public record Indirect(
            Quadrant current, Quadrant potential, List<Referred> referred, Recommendation recommendation) {

        public static final int MOST_REFERRED = 20;
    }

    /** Somebody whom the customer referred. @param part this customer's, among all who did @param current times that part */
    public record Referred(long customer, LocalDate on, double part, BigDecimal current) {}

    /**
     * On what the potential rests.
     *
     * @param score last answer to whether the customer would recommend the company, 0 to 10; null where there is none
     * @param reach how many people the customer reaches; null where it is not known
     * @param recommending what was counted over all customers
     */
    public record Recommendation(
            @Nullable Integer score,
            @Nullable LocalDate answeredOn,
            @Nullable Integer reach,
            @Nullable LocalDate reachOn,
            Recommending recommending) {}

    /** Scores from 1 to 5, and what they are called together. */
    public record Rfm(int recency, int frequency, int monetary, RfmSegment segment) {}

    /**
     * All of it.
     *
     * @param direct in the company's currency, by which the tier goes
     * @param abroad in others
     * @param indirect null where it was not computed yet
     * @param silence days since the last purchase; null for who never bought, or has a contract that runs
     * @param rfm null without a purchase, and where there are too few buyers for scores
     * @param alive how likely it is that one who buys now and then still does; null without a repeat purchase
     * @param expectedPurchases in the coming 12 months
     * @param expectedSpend on a purchase day
     */
    public record Worth(
            Direct direct,
            List<Direct> abroad,
            @Nullable Indirect indirect,
            LifecycleStage stage,
            @Nullable Integer silence,
            @Nullable Rhythm rhythm,
            @Nullable Rfm rfm,
            int purchaseDays,
            int runningContracts,
            @Nullable Double alive,
            @Nullable Double expectedPurchases,
            @Nullable Double expectedSpend) {

        /** Why it is said how likely the customer still buys, or why it is not. */
        public Ground aliveGround() {
            if (alive != null) {
                return Ground.MODEL;
            }
            return switch (purchaseDays) {
                case 0 -> direct.potential().ground() == Ground.ALL_RETURNED ? Ground.ALL_RETURNED : Ground.NO_PURCHASE;
                case 1 -> Ground.ONE_PURCHASE;
                default -> direct.potential().ground();
            };
        }
    }
}
