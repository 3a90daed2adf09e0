package nl.baton.handoff.rule;

import java.time.Instant;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.PendingPass;
import nl.baton.handoff.Terms;
import org.springframework.stereotype.Component;

/** A pass that nobody has begun within the pick-up time. It is an alarm of the moment, and in no rate. */
@Component
public final class NotPickedUp {

    public static final String CODE = "NOT_PICKED_UP";

    /**
     * The first moment at which the pass is no longer in time. A moment more than agreed: exactly the agreed time is in
     * time, and where it ends at closing time the pass stays in time until the receiver opens again.
     */
    public Instant overdueAt(PendingPass pass, Terms terms, OpeningHours receiver) {
        return receiver.after(pass.passedAt(), terms.pickUp().plusNanos(1_000));
    }
}
