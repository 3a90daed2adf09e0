package nl.baton.feedback;

/** How far the company is with it. */
public enum FeedbackStatus {
    NEW,
    TRIAGED,
    IN_PROGRESS,
    TOLD,
    CLOSED
}
