package nl.baton.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.baton.journey.Direction;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Outcome;
import nl.baton.journey.Party;
import org.jspecify.annotations.Nullable;

/**
 * What shows only later that a handoff was a bad one: the customer gives up, nothing happens any more, it has to be
 * opened again, or a promise was not kept. Told from what was written, in its order.
 */
final class Aftermath {

    private static final int SILENCE = 30;
    private static final int REOPENED_WITHIN = 14;

    /** A promise that was made, and when its settlement was written. */
    private record Promise(int made, Instant due, @Nullable Instant settled) {}

    private final List<NewTouchpoint> touchpoints;
    private final List<Passed> passes;
    private final Ending ending;
    private final Instant seen;

    /**
     * How it lies at the present.
     *
     * @param waitingSince when the pass was made that is still open; null when none is
     * @param cancelledWaiting whether a pass was open when the journey was closed
     */
    record Ending(@Nullable Instant waitingSince, boolean cancelledWaiting) {}

    Aftermath(List<NewTouchpoint> touchpoints, List<Passed> passes, Ending ending, Instant seen) {
        this.touchpoints = touchpoints;
        this.passes = passes;
        this.ending = ending;
        this.seen = seen;
    }

    /** A pass, and the rule that it breaks. */
    record Shown(Passed pass, Rule rule) {}

    List<Shown> shown() {
        var shown = new ArrayList<Shown>();
        gaveUp(shown);
        reopened(shown);
        promises(shown);
        return shown;
    }

    private void gaveUp(List<Shown> shown) {
        Outcome last = null;
        int closed = -1;
        for (int i = 0; i < touchpoints.size(); i++) {
            Outcome outcome = touchpoints.get(i).outcome();
            last = outcome == null ? last : outcome;
            closed = outcome != null && outcome.closes() ? i : outcome == Outcome.REOPENED ? -1 : closed;
        }
        if (passes.isEmpty() || ending.waitingSince != null || ending.cancelledWaiting) {
            return;
        }
        if (closed >= 0) {
            NewTouchpoint closing = touchpoints.get(closed);
            if (closing.outcome() == Outcome.CANCELLED && closing.by() == Party.CUSTOMER) {
                add(shown, before(closed), Rule.ABANDONED);
            }
            return;
        }
        Instant silentSince = touchpoints.getLast().at();
        if (last != Outcome.DONE && !later(silentSince, SILENCE).isAfter(seen)) {
            add(shown, passes.getLast(), Rule.ABANDONED);
        }
    }

    private void reopened(List<Shown> shown) {
        int resolved = -1;
        for (int i = 0; i < touchpoints.size(); i++) {
            Outcome outcome = touchpoints.get(i).outcome();
            if (outcome == Outcome.RESOLVED) {
                resolved = i;
            } else if (outcome == Outcome.REOPENED && resolved >= 0) {
                Instant end = end(touchpoints.get(resolved));
                if (!touchpoints.get(i).at().isAfter(later(end, REOPENED_WITHIN))) {
                    add(shown, before(resolved), Rule.REOPENED);
                }
                resolved = -1;
            }
        }
    }

    private void promises(List<Shown> shown) {
        for (int i = 0; i < touchpoints.size(); i++) {
            for (var promised : touchpoints.get(i).promises()) {
                Instant settled = touchpoints.stream()
                        .filter(touchpoint -> touchpoint.settles().stream()
                                .anyMatch(settlement -> settlement.promise().equals(promised.id())))
                        .map(NewTouchpoint::at)
                        .findFirst()
                        .orElse(null);
                var promise = new Promise(i, promised.due(), settled);
                boolean kept = settled != null && !settled.isAfter(promise.due);
                if (!kept && !promise.due.isAfter(seen)) {
                    lastInTime(promise).ifPresent(pass -> add(shown, pass, Rule.BROKEN_PROMISE));
                }
            }
        }
    }

    /** Passed on after the promise was made and before it was due; none where it then lay between two departments. */
    private Optional<Passed> lastInTime(Promise promise) {
        Instant waiting = ending.waitingSince;
        return waiting != null && waiting.isBefore(promise.due)
                ? Optional.empty()
                : passes.stream()
                        .filter(pass -> pass.begun() > promise.made
                                && !pass.passedAt()
                                        .isBefore(touchpoints.get(promise.made).at())
                                && pass.passedAt().isBefore(promise.due))
                        .reduce((former, latter) -> latter);
    }

    private @Nullable Passed before(int place) {
        Passed last = null;
        for (Passed pass : passes) {
            boolean itself = pass.begun() == place && touchpoints.get(place).direction() != Direction.INBOUND;
            last = pass.begun() < place || itself ? pass : last;
        }
        return last;
    }

    private static void add(List<Shown> shown, @Nullable Passed pass, Rule rule) {
        if (pass != null && !shown.contains(new Shown(pass, rule))) {
            shown.add(new Shown(pass, rule));
        }
    }

    private static Instant end(NewTouchpoint touchpoint) {
        Instant ended = touchpoint.endedAt();
        return ended == null ? touchpoint.at() : ended;
    }

    /** So many days on, on the clock on the wall. */
    private static Instant later(Instant moment, int days) {
        return moment.atZone(Desk.ZONE).plusDays(days).toInstant();
    }
}
