package nl.baton.journey;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A journey in a list.
 *
 * @param rhythm how often the customer is to hear something at least, as its type promises; null where nothing is
 * @param startedAt its first touchpoint
 * @param lastAt its last touchpoint
 * @param closedAt when it was closed, and not opened again since
 * @param caseNumber of its first case, in {@code source}
 * @param cases how many cases it is made up of
 * @param severalCustomers whether its touchpoints name more than one customer: the first named is the journey's
 */
public record JourneySummary(
        long id,
        long typeId,
        String typeName,
        @Nullable Duration rhythm,
        String source,
        String caseNumber,
        long customerId,
        Instant startedAt,
        Instant lastAt,
        @Nullable Instant closedAt,
        int touchpoints,
        int cases,
        boolean severalCustomers) {

    /** The same for who may not know whose journey it is. */
    public JourneySummary withoutCaseNumber() {
        return new JourneySummary(
                id,
                typeId,
                typeName,
                rhythm,
                source,
                "",
                customerId,
                startedAt,
                lastAt,
                closedAt,
                touchpoints,
                cases,
                severalCustomers);
    }
}
