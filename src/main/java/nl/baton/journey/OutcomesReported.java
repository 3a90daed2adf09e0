package nl.baton.journey;

/**
 * A source has stated an outcome for the first time: what it leaves unsaid now means something. Published within the
 * transaction that stores it.
 */
public record OutcomesReported(String source) {}
