package nl.baton.journey;

/**
 * A promise that somebody has to keep, with the journey it was made in.
 *
 * @param onItsWay whether the journey was handed to the asker's department, which has not begun
 */
public record DuePromise(Promise promise, long customerId, String typeName, String caseNumber, boolean onItsWay) {}
