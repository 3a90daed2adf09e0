package nl.baton.handoff.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.baton.handoff.BreakdownRule;
import nl.baton.handoff.Handoff;
import nl.baton.handoff.Window;
import nl.baton.journey.Outcome;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** It was the last pass before a resolution that did not last: the journey was opened again soon after. */
@Component
public final class Reopened implements BreakdownRule {

    private static final int DAYS = 14;

    @Override
    public String code() {
        return "REOPENED";
    }

    @Override
    public Window window() {
        return Window.OF_ITS_OWN;
    }

    /** The last resolution that a pass led to, and what became of it. */
    private record Resolution(Touchpoint resolved, @Nullable Touchpoint reopened) {}

    @Override
    public Optional<Instant> closes(Handoff handoff, Circumstances circumstances) {
        return resolution(handoff, circumstances)
                .map(resolution -> resolution.reopened == null
                        ? circumstances.daysAfter(resolution.resolved.end(), DAYS)
                        : resolution.reopened.at());
    }

    @Override
    public Optional<Evidence> judge(Handoff handoff, Circumstances circumstances) {
        Resolution resolution = resolution(handoff, circumstances).orElse(null);
        Touchpoint reopened = resolution == null ? null : resolution.reopened;
        return resolution == null || reopened == null
                ? Optional.empty()
                : Optional.of(Evidence.of(
                        List.of(resolution.resolved.id(), reopened.id()),
                        Duration.between(resolution.resolved.end(), reopened.at())
                                .toMillis(),
                        Duration.ofDays(DAYS).toMillis()));
    }

    /** The first of its resolutions that was opened again in time, else the last one. */
    private static Optional<Resolution> resolution(Handoff handoff, Circumstances circumstances) {
        if (!circumstances.around().outcomesReported()) {
            return Optional.empty();
        }
        Resolution last = null;
        Touchpoint resolved = null;
        for (Touchpoint touchpoint : circumstances.relay().touchpoints()) {
            if (touchpoint.outcome() == Outcome.RESOLVED) {
                resolved = touchpoint;
                Handoff before = circumstances.relay().lastBefore(touchpoint);
                if (before != null && before.sequence() == handoff.sequence()) {
                    last = new Resolution(touchpoint, null);
                }
            } else if (touchpoint.outcome() == Outcome.REOPENED && resolved != null) {
                boolean ofThis = last != null && last.resolved == resolved;
                if (ofThis && !touchpoint.at().isAfter(circumstances.daysAfter(resolved.end(), DAYS))) {
                    return Optional.of(new Resolution(resolved, touchpoint));
                }
                resolved = null;
            }
        }
        return Optional.ofNullable(last);
    }
}
