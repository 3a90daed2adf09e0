package nl.baton.feedback;

/** Something that cannot be done with an item like this. */
public class FeedbackRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        /** It is not there, or not the asker's to work on. */
        GONE,
        /** Somebody, or another tab, or the source, has changed it since. */
        CHANGED_MEANWHILE,
        CLOSED,
        TOLD_ALREADY,
        DONE_MISSING,
        CAUSE_MISSING,
        TELLING_MISSING,
        TOO_LONG,
        NOBODY_TO_TELL,
        DEPARTMENT_UNKNOWN
    }

    FeedbackRefused(Reason reason) {
        super("feedback: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
