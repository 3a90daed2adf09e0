package nl.baton.journey;

import java.time.Instant;
import java.util.List;

/**
 * Two journeys of one customer that may be one, for a person to decide.
 *
 * @param caseA smallest case of the one, which names it
 * @param caseB smallest case of the other
 */
public record LinkProposal(long caseA, long caseB, long customerId, Reasons reasons, State state, Instant proposedAt) {

    /** What became of it. */
    public enum State {
        OPEN,
        CONFIRMED,
        DECLINED
    }

    /**
     * Why it is proposed.
     *
     * @param hoursApart between the one's end and the other's opening
     */
    public record Reasons(long hoursApart, List<SharedFact> facts) {}

    /** A fact that both journeys state. */
    public record SharedFact(String key, String value) {}
}
