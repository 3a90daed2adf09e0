package nl.baton.handoff.rule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.Handoff;
import nl.baton.handoff.Relay;
import nl.baton.handoff.Surroundings.Given;
import nl.baton.handoff.Window;
import nl.baton.journey.Settlement;
import nl.baton.journey.Touchpoint;
import org.springframework.stereotype.Component;

/** It was the last pass between a promise and its due moment, and at that moment the promise was not kept. */
@Component
public final class BrokenPromise implements BreakdownRule {

    @Override
    public String code() {
        return "BROKEN_PROMISE";
    }

    @Override
    public Window window() {
        return Window.OF_ITS_OWN;
    }

    /** When the first promise that was broken was due, else when all that went with the pass have been. */
    @Override
    public Optional<Instant> closes(Handoff handoff, Circumstances circumstances) {
        List<Given> given = given(handoff, circumstances);
        return firstBroken(given, circumstances)
                .map(Given::due)
                .or(() -> given.stream().map(Given::due).max(Comparator.naturalOrder()));
    }

    @Override
    public Optional<Evidence> judge(Handoff handoff, Circumstances circumstances) {
        return firstBroken(given(handoff, circumstances), circumstances)
                .map(broken -> new Evidence(
                        List.of(broken.made().id(), handoff.pickup().id()).stream()
                                .distinct()
                                .toList(),
                        null,
                        broken.due().toEpochMilli(),
                        null));
    }

    private static Optional<Given> firstBroken(List<Given> given, Circumstances circumstances) {
        return given.stream()
                .filter(promise -> circumstances.isPast(promise.due()) && promise.byDue() != Settlement.State.KEPT)
                .min(Comparator.comparing(Given::due));
    }

    /** The promises of which this is the last pass in time; those taken back by then are left out. */
    private static List<Given> given(Handoff handoff, Circumstances circumstances) {
        return circumstances.around().promises().stream()
                .filter(promise -> promise.byDue() != Settlement.State.WITHDRAWN)
                .filter(promise -> isLast(handoff, promise, circumstances.relay()))
                .toList();
    }

    private static boolean isLast(Handoff handoff, Given promise, Relay relay) {
        if (!between(promise, handoff.passing(), handoff.passedAt())) {
            return false;
        }
        boolean passedLater = relay.handoffs().stream()
                .skip(handoff.sequence() + 1L)
                .anyMatch(later -> between(promise, later.passing(), later.passedAt()));
        boolean waits = relay.pending().stream().anyMatch(pass -> between(promise, pass.passing(), pass.passedAt()));
        return !passedLater && !waits;
    }

    private static boolean between(Given promise, Touchpoint passing, Instant passedAt) {
        return Touchpoint.ORDER.compare(passing, promise.made()) >= 0 && passedAt.isBefore(promise.due());
    }
}
