package nl.baton.journey;

/** Somebody changed the type after it was read: nothing was stored, and what stands now is told. */
public class PlanMoved extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient JourneyType now;

    PlanMoved(JourneyType now) {
        super("The journey type was changed by somebody else");
        this.now = now;
    }

    /** The type as it stands. */
    public JourneyType now() {
        return now;
    }
}
