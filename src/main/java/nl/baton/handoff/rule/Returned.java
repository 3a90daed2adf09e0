package nl.baton.handoff.rule;

import java.util.List;
import java.util.Optional;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.Handoff;
import org.springframework.stereotype.Component;

/** It came back, by way of others, more often than the lane allows. */
@Component
public final class Returned implements BreakdownRule {

    @Override
    public String code() {
        return "RETURNED";
    }

    @Override
    public Optional<Evidence> judge(Handoff handoff, Circumstances circumstances) {
        if (!handoff.isReturn() || Comeback.isFine(handoff, circumstances)) {
            return Optional.empty();
        }
        // those that were fine count too: they used up what the lane allows
        long returns = circumstances.relay().handoffs().stream()
                .limit(handoff.sequence() + 1L)
                .filter(other -> other.isReturn() && other.sameLane(handoff))
                .count();
        int allowed = circumstances.terms().maxReturns();
        return returns > allowed
                ? Optional.of(Evidence.of(
                        List.of(handoff.passing().id(), handoff.pickup().id()), returns, allowed))
                : Optional.empty();
    }
}
