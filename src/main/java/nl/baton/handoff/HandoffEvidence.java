package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.baton.customer.CustomerCard;
import nl.baton.department.OpeningHours;
import nl.baton.journey.JourneySummary;
import org.jspecify.annotations.Nullable;

/**
 * One handoff behind a figure, with whose journey it was and what broke.
 *
 * @param pickup the touchpoint that picked up, by which a verdict goes; 0 while nobody has begun
 * @param pickedUpAt null while nobody has begun
 */
public record HandoffEvidence(
        JourneySummary journey,
        long pickup,
        CustomerCard customer,
        Unit from,
        Unit to,
        Instant passedAt,
        @Nullable Instant pickedUpAt,
        Duration waited,
        Duration businessWait,
        List<Finding> findings,
        OpeningHours receiver) {

    /** Whether anything that counts was found. */
    public boolean broken() {
        return findings.stream().anyMatch(Finding::stands);
    }
}
