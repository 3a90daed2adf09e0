package nl.baton.feedback;

/** The kinds of feedback, each with the scores that it can have. */
public enum FeedbackKind {
    NPS(0, 10, true),
    CSAT(1, 5, true),
    CES(1, 7, true),
    COMPLAINT,
    COMPLIMENT,
    IDEA,
    REVIEW(1, 5, false);

    private final int least;
    private final int most;
    private final boolean scoreNeeded;

    FeedbackKind() {
        this(0, -1, false);
    }

    FeedbackKind(int least, int most, boolean scoreNeeded) {
        this.least = least;
        this.most = most;
        this.scoreNeeded = scoreNeeded;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }

    /** Whether it is nothing without a score. */
    public boolean scoreNeeded() {
        return scoreNeeded;
    }

    /** Whether it can have a score at all. */
    public boolean scored() {
        return most >= least;
    }
}
