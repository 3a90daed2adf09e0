package nl.baton.feedback;

import org.jspecify.annotations.Nullable;

/**
 * Which items are looked at.
 *
 * @param kind null for all
 */
public record InboxFilter(View view, State state, @Nullable FeedbackKind kind) {

    /** Whose. */
    public enum View {
        ALL,
        MINE,
        DEPARTMENT,
        UNASSIGNED
    }

    /** How far. */
    public enum State {
        /** The customer has yet to hear what came of it. */
        WAITING,
        TOLD,
        CLOSED,
        ALL
    }

    public static final InboxFilter USUAL = new InboxFilter(View.ALL, State.WAITING, null);
}
