package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.baton.journey.Timelines.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * What the relay shows of a customer in a stretch of time: journeys one by one, or, where there are more contacts than
 * can be drawn apart, what happened added up in bins.
 *
 * @param stories empty where there are bins; parts of journeys where not everything was loaded
 * @param loaded null when this is everything there is
 * @param journeys of the customer, for the overview
 */
public record RelayStory(
        List<JourneyStory> stories,
        @Nullable Bins bins,
        @Nullable Stretch loaded,
        List<Sketch> journeys,
        Instant now) {

    /** Equal stretches from a beginning, and the passes in them, one for each lane, bin and state. */
    public record Bins(Instant from, Duration length, List<Bin> bins, List<PassCount> passes) {

        /** When a bin begins. */
        public Instant at(int bin) {
            return from.plus(length.multipliedBy(bin));
        }
    }

    /** @param held the share of the time that each department had the baton */
    public record Bin(int number, long inbound, long outbound, Map<Long, Double> held) {}

    /**
     * Handoffs of one lane in one bin.
     *
     * @param journeyId of the first of them
     * @param pickupTouchpointId of the first of them
     */
    public record PassCount(
            long from,
            long to,
            boolean broken,
            long count,
            Instant first,
            Instant last,
            long journeyId,
            long pickupTouchpointId) {}

    /**
     * A journey of the overview, or several that would cover each other.
     *
     * @param end null while one of them is open
     */
    public record Sketch(
            long id, Instant start, @Nullable Instant end, boolean broken, String type, String caseNumber, int count) {}
}
