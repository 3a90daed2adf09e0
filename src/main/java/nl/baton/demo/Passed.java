package nl.baton.demo;

import java.time.Instant;

/**
 * A handoff that was made, whatever became of it.
 *
 * @param pickup external id of the touchpoint that picks it up
 * @param begun its place among the journey's touchpoints
 */
record Passed(Desk from, Desk to, String pickup, int begun, Instant passedAt, Instant pickedUpAt) {}
