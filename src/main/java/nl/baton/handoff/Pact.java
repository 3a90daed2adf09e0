package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What two departments agreed for their lane, in one of its versions.
 *
 * @param version counts up within the lane, from 1
 * @param pickUp the time to pick up, in the receiver's opening hours
 * @param requiredFacts keys that must have been told by the time of the pass
 * @param maxReturns how often a journey may return on the lane
 * @param since from when it is in force, if it is signed by both
 * @param signedFrom who signed for the department that passes; null as long as nobody has
 * @param signedTo who signed for the one that receives
 */
public record Pact(
        long id,
        long fromDepartment,
        long toDepartment,
        int version,
        Duration pickUp,
        List<String> requiredFacts,
        int maxReturns,
        Instant since,
        State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable Signature signedFrom,
        @Nullable Signature signedTo) {

    public Pact {
        requiredFacts = List.copyOf(requiredFacts);
    }

    /** How far it is. */
    public enum State {
        /** One of the two has still to sign. */
        PROPOSED,
        /** Both have. */
        SIGNED,
        /** Taken back, or overtaken by another proposal, before both had signed. */
        WITHDRAWN
    }

    /** Who signed, and when. */
    public record Signature(String name, Instant at) {}

    /** What it asks of a handoff. */
    public Terms terms() {
        return new Terms(pickUp, maxReturns, requiredFacts, true);
    }

    /** Whether both have signed and its day has come. */
    public boolean inForce(Instant moment) {
        return state == State.SIGNED && !since.isAfter(moment);
    }
}
