package nl.baton.handoff;

import nl.baton.customer.CustomerCard;
import nl.baton.feedback.CustomerFeedback.Said;
import nl.baton.journey.JourneySummary;
import org.jspecify.annotations.Nullable;

/**
 * What one customer said after a handoff of a lane, before any other.
 *
 * @param journey null for who may not see journeys, and so for the customer
 */
public record LaneVoice(
        Said said,
        @Nullable JourneySummary journey,
        @Nullable CustomerCard customer) {}
