package nl.baton.handoff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import nl.baton.journey.ChannelKind;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis of one lane finds. Each part says of which handoffs it speaks where that is not all that the filter
 * counts, and null otherwise.
 */
public final class LaneAnalysis {

    private LaneAnalysis() {}

    /** The last handoffs of very many: all that were picked up from a day on. */
    public record Recent(LocalDate since, long handoffs) {}

    /**
     * When it breaks, by the moment of the pass.
     *
     * @param cells those in which there is a judged handoff
     * @param uncomputed judged handoffs that are still to be computed for this, and are in no cell
     */
    public record Week(@Nullable Recent recent, List<Cell> cells, long uncomputed) {}

    /** Two hours of one day of the week, from a whole hour on. */
    public record Cell(DayOfWeek day, int from, BreakdownRate rate) {}

    /**
     * Whom it happens to.
     *
     * @param topics those with most broken handoffs, that of unknown ones included if there is one
     * @param knownTopics of how many these are the first
     */
    public record Affected(@Nullable Recent recent, List<OnChannel> channels, List<About> topics, long knownTopics) {}

    /** By what the customers are worth, as they were valued last; empty where nobody was. */
    public record Tiers(@Nullable Recent recent, List<InTier> tiers) {}

    /** By value tier; null for who never bought, and whom no valuation has seen. */
    public record InTier(@Nullable Tier tier, BreakdownRate rate) {}

    /** By the kind of the last contact from the customer before the pass; null where none is known. */
    public record OnChannel(@Nullable ChannelKind kind, BreakdownRate rate) {}

    /** By the first topic known of the journey, as topics are compared; null where none is. */
    public record About(@Nullable String topic, BreakdownRate rate) {}

    /** Whose time it was. */
    public enum Holder {
        PASSING,
        NOBODY,
        RECEIVING,
        CUSTOMER
    }

    /**
     * Whose minutes they were.
     *
     * @param handoffs those of which both legs have ended
     */
    public record SplitClock(@Nullable Recent recent, long handoffs, List<Part> parts) {}

    /**
     * One part of the time.
     *
     * @param tenths of a percent; of all parts together exactly a thousand
     */
    public record Part(Holder holder, long millis, int tenths) {}
}
