package nl.baton.journey;

/** What became of a promise, said in a later touchpoint of the same source. */
public record Settlement(String promise, State state) {

    /** How it ended. */
    public enum State {
        KEPT,
        BROKEN,
        WITHDRAWN
    }
}
