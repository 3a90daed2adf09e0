package nl.baton.journey;

import java.time.Instant;

/**
 * A journey in a list.
 *
 * @param startedAt its first touchpoint
 * @param lastAt its last touchpoint
 */
public record JourneySummary(
        long id,
        long typeId,
        String typeName,
        String source,
        String caseNumber,
        long customerId,
        Instant startedAt,
        Instant lastAt,
        int touchpoints) {

    /** The same for who may not know whose journey it is. */
    public JourneySummary withoutCaseNumber() {
        return new JourneySummary(id, typeId, typeName, source, "", customerId, startedAt, lastAt, touchpoints);
    }
}
