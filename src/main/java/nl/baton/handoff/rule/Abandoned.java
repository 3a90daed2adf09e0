package nl.baton.handoff.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.Handoff;
import nl.baton.handoff.Relay;
import nl.baton.handoff.Window;
import nl.baton.journey.Outcome;
import nl.baton.journey.Party;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * It was the last pass before the customer gave up, or before a silence that still lasts. Of journeys whose source never
 * says how anything ended, silence says nothing.
 */
@Component
public final class Abandoned implements BreakdownRule {

    private static final Window WINDOW = Window.days(30);
    private static final String CANCELLED = "CANCELLED";
    private static final String SILENCE = "SILENCE";

    @Override
    public String code() {
        return "ABANDONED";
    }

    @Override
    public Window window() {
        return WINDOW;
    }

    @Override
    public Optional<Instant> closes(Handoff handoff, Circumstances circumstances) {
        return circumstances.around().outcomesReported()
                ? BreakdownRule.super.closes(handoff, circumstances)
                : Optional.empty();
    }

    @Override
    public Optional<Evidence> judge(Handoff handoff, Circumstances circumstances) {
        Relay relay = circumstances.relay();
        Touchpoint last = relay.touchpoints().getLast();
        Instant at = abandonedAt(relay, circumstances);
        // a pass that still waited when it ended is what was abandoned, and has a count of its own
        if (at == null
                || !circumstances.isPast(at)
                || !relay.pending().isEmpty()
                || !relay.lapsed().isEmpty()) {
            return Optional.empty();
        }
        Touchpoint closing = relay.closing();
        Touchpoint event = closing == null ? last : closing;
        Handoff lastPass = closing == null ? relay.handoffs().getLast() : relay.lastBefore(closing);
        return lastPass != null && lastPass.sequence() == handoff.sequence()
                ? Optional.of(new Evidence(
                        List.of(handoff.pickup().id(), event.id()).stream()
                                .distinct()
                                .toList(),
                        null,
                        null,
                        closing == null ? SILENCE : CANCELLED))
                : Optional.empty();
    }

    /**
     * When the journey's last pass is abandoned, whichever that is: when the customer cancelled, or thirty days after
     * the last touchpoint as long as the journey is open and nobody has said DONE; null when it is not.
     */
    public static @Nullable Instant abandonedAt(Relay relay, Circumstances circumstances) {
        if (!circumstances.around().outcomesReported()) {
            return null;
        }
        Touchpoint closing = relay.closing();
        if (closing != null) {
            return closing.outcome() == Outcome.CANCELLED && closing.by() == Party.CUSTOMER ? closing.end() : null;
        }
        return relay.lastKnownOutcome() == Outcome.DONE
                ? null
                : circumstances.daysAfter(relay.touchpoints().getLast().at(), WINDOW.days());
    }
}
