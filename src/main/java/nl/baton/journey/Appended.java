package nl.baton.journey;

/**
 * What became of a batch.
 *
 * @param accepted new touchpoints
 * @param known sent before, unchanged
 * @param replaced sent before, changed; the former version is kept in the history
 */
public record Appended(int accepted, int known, int replaced) {}
