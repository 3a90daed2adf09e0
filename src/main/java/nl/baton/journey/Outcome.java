package nl.baton.journey;

/** How a touchpoint ended. DONE ends a department's work, not the journey; RESOLVED and CANCELLED close the journey. */
public enum Outcome {
    DONE,
    TRANSFERRED,
    RESOLVED,
    CANCELLED,
    REOPENED;

    /** Whether the journey is closed by it. */
    public boolean closes() {
        return this == RESOLVED || this == CANCELLED;
    }
}
