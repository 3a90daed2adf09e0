package nl.baton.journey;

import java.util.List;

/**
 * A journey that was asked for by one of its cases.
 *
 * @param cases all cases that make it up
 * @param touchpoints in order, without their text
 */
public record NamedJourney(JourneySummary summary, List<CaseKey> cases, List<Touchpoint> touchpoints) {}
