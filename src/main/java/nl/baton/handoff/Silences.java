package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.baton.handoff.JourneyStory.Silence;
import nl.baton.journey.Direction;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of a journey in which the customer heard nothing for longer than promised: between the first contact
 * from the customer, each thing the customer heard, and the end.
 *
 * @param ended those that something heard has ended
 * @param heard when something was heard last, or first asked; null when nobody asked, or nothing was promised
 */
record Silences(List<Silence> ended, @Nullable Instant heard) {

    /**
     * Walks through touchpoints in their order.
     *
     * @param part whether this is not from the journey's beginning: then only from the first thing heard on
     * @param until what is heard from then on does not count; null where the end is not known
     */
    static Silences of(List<Touchpoint> touchpoints, @Nullable Duration rhythm, boolean part, @Nullable Instant until) {
        Optional<Instant> asked = touchpoints.stream()
                .filter(touchpoint -> touchpoint.direction() == (part ? Direction.OUTBOUND : Direction.INBOUND))
                .map(Touchpoint::at)
                .findFirst();
        if (rhythm == null || asked.isEmpty()) {
            return new Silences(List.of(), null);
        }
        var silences = new ArrayList<Silence>();
        Instant last = asked.get();
        for (Touchpoint touchpoint : touchpoints) {
            if (touchpoint.direction() == Direction.OUTBOUND
                    && touchpoint.visibleToCustomer()
                    && touchpoint.at().isAfter(last)
                    && (until == null || touchpoint.at().isBefore(until))) {
                if (Duration.between(last, touchpoint.at()).compareTo(rhythm) > 0) {
                    silences.add(new Silence(last, touchpoint.at()));
                }
                last = touchpoint.at();
            }
        }
        return new Silences(silences, last);
    }

    /**
     * These with the one at the end.
     *
     * @param lasting whether that one goes on
     */
    List<Silence> upTo(Instant until, @Nullable Duration rhythm, boolean lasting) {
        if (heard == null || rhythm == null || Duration.between(heard, until).compareTo(rhythm) <= 0) {
            return ended;
        }
        var all = new ArrayList<>(ended);
        all.add(new Silence(heard, lasting ? null : until));
        return all;
    }
}
