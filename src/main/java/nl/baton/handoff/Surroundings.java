package nl.baton.handoff;

import java.time.Instant;
import java.util.List;
import nl.baton.journey.Beginning;
import nl.baton.journey.Settlement;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * What is known beside a journey's own touchpoints that its handoffs are judged by.
 *
 * @param outcomesReported whether the source of its last touchpoint ever stated an outcome
 * @param later how other journeys of the same customer began
 * @param feedback negative feedback on this journey
 * @param promises made in this journey
 * @param heard when the customer said something of this journey, good or bad
 */
public record Surroundings(
        boolean outcomesReported,
        List<Beginning> later,
        List<Discontent> feedback,
        List<Given> promises,
        List<Instant> heard) {

    /** Nothing is known of what the customer said besides. */
    public Surroundings(
            boolean outcomesReported, List<Beginning> later, List<Discontent> feedback, List<Given> promises) {
        this(outcomesReported, later, feedback, promises, List.of());
    }

    /** Nothing is known. */
    public static final Surroundings NONE = new Surroundings(false, List.of(), List.of(), List.of());

    /**
     * Feedback that counts as negative.
     *
     * @param worst the highest score of its kind that does
     */
    public record Discontent(String kind, int score, int worst, Instant receivedAt) {}

    /**
     * A promise as it stands.
     *
     * @param made the touchpoint in which it was made
     * @param byDue how it was last settled up to its due moment
     */
    public record Given(Touchpoint made, Instant due, Settlement.@Nullable State byDue) {}
}
