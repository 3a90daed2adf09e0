package nl.baton.demo;

import nl.baton.journey.CaseKey;

/**
 * A handoff that breaks a rule, known by the touchpoint that picks it up.
 *
 * @param pickup external id of that touchpoint
 * @param planted whether the {@link Plan} asked for it; else it is the noise that any company has
 */
record BrokenHandoff(CaseKey journey, Desk from, Desk to, String pickup, Rule rule, boolean planted) {}
