package nl.baton.segment;

/** A segment that cannot be kept like this. */
public class SegmentRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why not. */
    public enum Reason {
        NAME_EMPTY,
        NAME_LONG,
        NO_CONDITION,
        TOO_MANY_TRAITS,
        TOO_DEEP,
        /** Somebody, or another tab, has changed it since. */
        CHANGED_MEANWHILE,
        GONE
    }

    SegmentRefused(Reason reason) {
        super("segment: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
