package nl.baton.journey;

import org.jspecify.annotations.Nullable;

/**
 * The receiving department's answer to a pass.
 *
 * @param pass external id of the passing touchpoint, of the same source
 */
public record Receipt(String pass, State state, @Nullable String reason) {

    /** What the department answered. */
    public enum State {
        ACCEPTED,
        ASKED_BACK,
        REFUSED
    }
}
