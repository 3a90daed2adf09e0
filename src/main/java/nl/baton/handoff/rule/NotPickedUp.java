package nl.baton.handoff.rule;

import java.time.Instant;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.PendingPass;
import nl.baton.handoff.Thresholds;
import org.springframework.stereotype.Component;

/** A pass that nobody has begun within the pick-up time. It is an alarm of the moment, and in no rate. */
@Component
public final class NotPickedUp {

    public static final String CODE = "NOT_PICKED_UP";

    /** The last moment at which the pass is still in time. */
    public Instant overdueAt(PendingPass pass, Thresholds thresholds, OpeningHours receiver) {
        return receiver.after(pass.passedAt(), thresholds.pickUp());
    }
}
