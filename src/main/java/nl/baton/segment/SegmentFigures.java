package nl.baton.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a segment's members on a day.
 *
 * @param customers how many there are; {@code valued} of them have a valuation
 * @param current what they are worth in the company's currency, of the last twelve months; {@code potential}: expected
 * @param worth how many are worth how much, current and potential together, in the order of the bins
 * @param pain of the members, and {@code others}: of all customers
 * @param lanes where most of their handoffs broke, the most first
 */
public record SegmentFigures(
        LocalDate day,
        long customers,
        long valued,
        BigDecimal current,
        BigDecimal potential,
        List<Bin> worth,
        Map<Tier, Long> tiers,
        Map<LifecycleStage, Long> stages,
        Pain pain,
        Pain others,
        List<LanePain> lanes) {

    /** How many days back handoffs and contacts count, with the day itself. */
    public static final int HANDOFF_DAYS = 90;

    /** How many days back feedback counts. */
    public static final int FEEDBACK_DAYS = 365;

    public SegmentFigures {
        worth = List.copyOf(worth);
        lanes = List.copyOf(lanes);
    }

    /** @param from included, null for no lower bound; {@code below}: excluded, null for no upper one */
    public record Bin(@Nullable BigDecimal from, @Nullable BigDecimal below, long customers) {}

    /**
     * What they go through.
     *
     * @param judged handoffs that count in the breakdown rate, and {@code broken} of them
     * @param handoffs all of them, and {@code chased} of them with a chase
     * @param due items that should have been answered by now, and {@code told} of them in time
     * @param answers to how likely they would recommend the company; 9 and 10 promote, 0 to 6 detract
     * @param preferring outbound contacts with customers who state a channel; {@code honoured}: by that channel
     */
    public record Pain(
            long judged,
            long broken,
            long handoffs,
            long chased,
            long due,
            long told,
            long answers,
            long promoters,
            long detractors,
            long preferring,
            long honoured) {}

    /** Their handoffs in one lane. */
    public record LanePain(long from, long to, long judged, long broken) {}
}
