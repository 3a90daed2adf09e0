package nl.baton.handoff;

import java.util.ArrayList;
import java.util.List;
import nl.baton.journey.AssembledJourney;
import nl.baton.journey.PromiseHolder;
import nl.baton.journey.Promises;
import nl.baton.journey.Touchpoint;
import org.springframework.stereotype.Component;

/** Tells who has the journeys in which something was promised; those without a promise cost nothing. */
@Component
class PromisedJourneys {

    private final Promises promises;

    PromisedJourneys(Promises promises) {
        this.promises = promises;
    }

    void follow(List<AssembledJourney> journeys) {
        var holders = new ArrayList<PromiseHolder>();
        var speaking = new ArrayList<Touchpoint>();
        for (AssembledJourney journey : journeys) {
            List<Touchpoint> ofPromises = journey.touchpoints().stream()
                    .filter(Touchpoint::speaksOfPromises)
                    .toList();
            if (!ofPromises.isEmpty()) {
                speaking.addAll(ofPromises);
                holders.add(holder(journey));
            }
        }
        if (!speaking.isEmpty()) {
            promises.held(holders, speaking);
        }
    }

    private static PromiseHolder holder(AssembledJourney journey) {
        Relay relay = Relay.of(Grain.DEPARTMENT, journey.touchpoints());
        return new PromiseHolder(
                journey.id(),
                relay.legs().isEmpty() ? null : relay.legs().getLast().department(),
                relay.pending().isEmpty() ? null : relay.pending().getFirst().toDepartment());
    }
}
