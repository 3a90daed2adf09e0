package nl.baton.handoff.rule;

import java.util.List;
import java.util.Optional;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.Handoff;
import org.springframework.stereotype.Component;

/** It went straight back to where it came from, without a plan and without the work being done. */
@Component
public final class PingPong implements BreakdownRule {

    @Override
    public String code() {
        return "PING_PONG";
    }

    @Override
    public Optional<Evidence> judge(Handoff handoff, Circumstances circumstances) {
        if (!handoff.pingPong() || Comeback.isFine(handoff, circumstances)) {
            return Optional.empty();
        }
        Handoff outgoing = circumstances.relay().handoffs().get(handoff.sequence() - 1);
        return Optional.of(new Evidence(
                List.of(
                        outgoing.passing().id(),
                        outgoing.pickup().id(),
                        handoff.passing().id(),
                        handoff.pickup().id()),
                null,
                null,
                null));
    }
}
