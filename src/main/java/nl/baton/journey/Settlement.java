package nl.baton.journey;

import org.jspecify.annotations.Nullable;

/**
 * What became of a promise, said in a later touchpoint.
 *
 * @param source the source that made the promise; null means the touchpoint's own
 */
public record Settlement(
        String promise, State state, @Nullable String source) {

    /** How it ended. */
    public enum State {
        KEPT,
        BROKEN,
        WITHDRAWN
    }

    public Settlement(String promise, State state) {
        this(promise, state, null);
    }
}
