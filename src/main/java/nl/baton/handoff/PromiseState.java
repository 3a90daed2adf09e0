package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.journey.Promised;
import nl.baton.journey.Settlement;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * A promise of a journey and how it stands now. What was withdrawn is no longer promised.
 *
 * @param madeIn the touchpoint in which it was made
 * @param settledIn the one that settled it last; null while nobody has
 */
public record PromiseState(
        Promised promise, Touchpoint madeIn, @Nullable Touchpoint settledIn, Standing standing) {

    private static final Duration SOON = Duration.ofDays(2);

    /** How a promise stands. */
    public enum Standing {
        KEPT,
        MISSED,
        SOON_DUE,
        OPEN
    }

    private record Name(String source, String id) {}

    private record Settled(Touchpoint in, Settlement.State state) {}

    /** The promises made in some touchpoints, by their due moments. */
    public static List<PromiseState> of(List<Touchpoint> touchpoints, Instant now) {
        Map<Name, Settled> settled = new HashMap<>();
        touchpoints.stream()
                .sorted(Touchpoint.ORDER)
                .forEach(touchpoint -> touchpoint
                        .details()
                        .settles()
                        .forEach(settlement -> settled.put(
                                new Name(touchpoint.source(), settlement.promise()),
                                new Settled(touchpoint, settlement.state()))));
        var promises = new ArrayList<PromiseState>();
        for (Touchpoint touchpoint : touchpoints) {
            for (Promised promise : touchpoint.details().promises()) {
                Settled last = settled.get(new Name(touchpoint.source(), promise.id()));
                if (last == null || last.state() != Settlement.State.WITHDRAWN) {
                    promises.add(new PromiseState(
                            promise, touchpoint, last == null ? null : last.in(), standing(promise, last, now)));
                }
            }
        }
        promises.sort(Comparator.comparing(state -> state.promise().due()));
        return promises;
    }

    private static Standing standing(Promised promise, @Nullable Settled last, Instant now) {
        if (last != null) {
            return last.state() == Settlement.State.KEPT ? Standing.KEPT : Standing.MISSED;
        }
        if (promise.due().isBefore(now)) {
            return Standing.MISSED;
        }
        return promise.due().isBefore(now.plus(SOON)) ? Standing.SOON_DUE : Standing.OPEN;
    }
}
