package nl.baton.handoff;

import java.time.Duration;
import java.util.List;

/**
 * What is asked of a handoff: what the two departments agreed, or what is asked of all where they agreed nothing.
 *
 * @param pickUp the time to pick up, in the receiver's opening hours
 * @param maxReturns how often a journey may return on one lane before it counts as broken
 * @param requiredFacts keys that must have been told by the time of the pass
 * @param agreed whether a pact says so
 */
public record Terms(Duration pickUp, int maxReturns, List<String> requiredFacts, boolean agreed) {

    public Terms {
        requiredFacts = List.copyOf(requiredFacts);
    }

    /** What is asked where nothing was agreed. */
    public static Terms usual(Duration pickUp, int maxReturns) {
        return new Terms(pickUp, maxReturns, List.of(), false);
    }
}
