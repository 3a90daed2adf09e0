package nl.baton.handoff.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.Handoff;
import nl.baton.handoff.Leg;
import nl.baton.journey.JourneyType.Clock;
import nl.baton.journey.JourneyType.Stage;
import nl.baton.journey.Touchpoint;
import org.springframework.stereotype.Component;

/** The receiver took longer for its part than it promised for that stage of the journey. */
@Component
public final class Overrun implements BreakdownRule {

    @Override
    public String code() {
        return "OVERRUN";
    }

    @Override
    public Optional<Evidence> judge(Handoff handoff, Circumstances circumstances) {
        Leg leg = handoff.to();
        List<Stage> promised = circumstances.type().stages().stream()
                .filter(stage -> stage.department() == leg.department())
                .toList();
        if (promised.isEmpty()) {
            return Optional.empty();
        }
        // the first leg is in no handoff, and may be in the same unit
        long before = circumstances.relay().legs().stream()
                .limit(handoff.sequence() + 1L)
                .filter(other -> other.unit() == leg.unit())
                .count();
        Stage stage = promised.get((int) Math.min(before, promised.size() - 1));
        Duration used = stage.clock() == Clock.CALENDAR
                ? Duration.between(leg.start(), leg.end())
                : circumstances.receiver().between(leg.start(), leg.end());
        return used.compareTo(stage.promised()) <= 0
                ? Optional.empty()
                : Optional.of(new Evidence(
                        leg.touchpoints().stream().map(Touchpoint::id).toList(),
                        used.toMillis(),
                        stage.promised().toMillis(),
                        stage.clock().name()));
    }
}
