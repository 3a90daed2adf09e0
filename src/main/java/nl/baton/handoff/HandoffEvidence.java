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
 * @param pickedUpAt null while nobody has begun
 */
public record HandoffEvidence(
        JourneySummary journey,
        CustomerCard customer,
        Unit from,
        Unit to,
        Instant passedAt,
        @Nullable Instant pickedUpAt,
        Duration waited,
        Duration businessWait,
        List<Finding> findings,
        OpeningHours receiver) {}
