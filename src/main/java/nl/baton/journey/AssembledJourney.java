package nl.baton.journey;

import java.util.List;

/**
 * A journey as its cases make it up at this moment.
 *
 * @param typeId type of the case that began it
 * @param customerId the customer that it names first, or an anonymous one that stands for it
 * @param touchpoints in order, without their text; none when there is no such journey any more
 */
public record AssembledJourney(long id, long typeId, long customerId, List<Touchpoint> touchpoints) {}
