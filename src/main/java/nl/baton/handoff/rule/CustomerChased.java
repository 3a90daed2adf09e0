package nl.baton.handoff.rule;

import java.util.Optional;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.Handoff;
import nl.baton.journey.Touchpoint;
import org.springframework.stereotype.Component;

/** The customer had to ask while it lay between two units. */
@Component
public final class CustomerChased implements BreakdownRule {

    @Override
    public String code() {
        return "CUSTOMER_CHASED";
    }

    @Override
    public Optional<Evidence> judge(Handoff handoff, Circumstances circumstances) {
        return handoff.chases().isEmpty()
                ? Optional.empty()
                : Optional.of(Evidence.of(
                        handoff.chases().stream().map(Touchpoint::id).toList(),
                        handoff.chases().size(),
                        0));
    }
}
