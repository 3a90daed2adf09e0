package nl.baton.feedback;

import org.jspecify.annotations.Nullable;

/** The kinds of feedback, each with the scores that it can have. */
public enum FeedbackKind {
    NPS(0, 10, true, 6),
    CSAT(1, 5, true, 2),
    CES(1, 7, true, 3),
    COMPLAINT,
    COMPLIMENT,
    IDEA,
    REVIEW(1, 5, false, Integer.MIN_VALUE);

    private final int least;
    private final int most;
    private final boolean scoreNeeded;
    private final int worst;

    FeedbackKind() {
        this(0, -1, false, Integer.MIN_VALUE);
    }

    FeedbackKind(int least, int most, boolean scoreNeeded, int worst) {
        this.least = least;
        this.most = most;
        this.scoreNeeded = scoreNeeded;
        this.worst = worst;
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

    /** The highest score that is negative; smaller than any score where none is. */
    public int worst() {
        return worst;
    }

    /** Whether the answer is negative: NPS up to 6, CSAT up to 2, CES up to 3. */
    public boolean negative(@Nullable Integer score) {
        return score != null && score <= worst;
    }
}
