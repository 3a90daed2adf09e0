package nl.baton.handoff;

import java.time.Duration;

/**
 * A pass that nobody has begun, as the departments at its ends see it.
 *
 * @param evidence whose journey it is and since when, as far as the asker may know
 * @param agreed in which time it was to be picked up, in the receiver's opening hours
 * @param overdue whether it has waited longer than that
 * @param chases how often the customer has asked meanwhile
 */
public record WaitingPass(HandoffEvidence evidence, Duration agreed, boolean overdue, int chases) {}
