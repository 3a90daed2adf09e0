package nl.baton.handoff.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.Handoff;
import nl.baton.handoff.Window;
import org.springframework.stereotype.Component;

/** It was the last pass before the customer said of the journey that it was bad. */
@Component
public final class Soured implements BreakdownRule {

    private static final Window WINDOW = Window.days(14);

    @Override
    public String code() {
        return "SOURED";
    }

    @Override
    public Window window() {
        return WINDOW;
    }

    @Override
    public Optional<Evidence> judge(Handoff handoff, Circumstances circumstances) {
        Instant from = handoff.pickedUpAt();
        Instant until = circumstances.daysAfter(from, WINDOW.days());
        List<Handoff> all = circumstances.relay().handoffs();
        Instant next = handoff.sequence() + 1 < all.size()
                ? all.get(handoff.sequence() + 1).pickedUpAt()
                : Instant.MAX;
        return circumstances.around().feedback().stream()
                .filter(said -> !said.receivedAt().isBefore(from)
                        && said.receivedAt().isBefore(next)
                        && !said.receivedAt().isAfter(until))
                .findFirst()
                .map(said -> new Evidence(
                        List.of(handoff.pickup().id()), (long) said.score(), (long) said.worst(), said.kind()));
    }
}
