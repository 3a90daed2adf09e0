package nl.baton.journey;

import java.util.List;
import java.util.Map;

/**
 * A journey as its cases make it up at this moment.
 *
 * @param typeId type of the case that began it
 * @param customerId the customer that it names first, or an anonymous one that stands for it
 * @param named whether it names its customer
 * @param beganOtherwise whether when it began, its first topic or its first inbound channel is other than was stored
 * @param touchpoints in order, without their text; none when there is no such journey any more
 */
public record AssembledJourney(
        long id, long typeId, long customerId, boolean named, boolean beganOtherwise, List<Touchpoint> touchpoints) {

    /** What its touchpoints say of it as a whole. */
    public Map<String, String> attributes() {
        return JourneyAttributes.of(touchpoints);
    }
}
