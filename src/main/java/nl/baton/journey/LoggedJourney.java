package nl.baton.journey;

import java.util.List;

/**
 * A journey on its way into a log.
 *
 * @param touchpoints in order, without their text
 */
public record LoggedJourney(JourneySummary summary, String typeCode, List<Touchpoint> touchpoints) {}
