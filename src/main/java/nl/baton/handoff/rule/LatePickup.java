package nl.baton.handoff.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.Handoff;
import org.springframework.stereotype.Component;

/** It waited longer than agreed, in the receiver's opening hours. */
@Component
public final class LatePickup implements BreakdownRule {

    @Override
    public String code() {
        return "LATE_PICKUP";
    }

    @Override
    public Optional<Evidence> judge(Handoff handoff, Circumstances circumstances) {
        Duration allowed = circumstances.terms().pickUp();
        // business time is never more than calendar time, so most handoffs need no calendar
        if (handoff.waited().compareTo(allowed) <= 0) {
            return Optional.empty();
        }
        Duration waited = circumstances.receiver().between(handoff.passedAt(), handoff.pickedUpAt());
        return waited.compareTo(allowed) > 0
                ? Optional.of(Evidence.of(
                        List.of(handoff.passing().id(), handoff.pickup().id()), waited.toMillis(), allowed.toMillis()))
                : Optional.empty();
    }
}
