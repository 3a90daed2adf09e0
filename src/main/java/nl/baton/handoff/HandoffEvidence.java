package nl.baton.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.baton.customer.CustomerCard;
import nl.baton.department.OpeningHours;
import nl.baton.journey.JourneySummary;

/** One handoff behind a figure, with whose journey it was and what broke. */
public record HandoffEvidence(
        JourneySummary journey,
        CustomerCard customer,
        Unit from,
        Unit to,
        Instant passedAt,
        Instant pickedUpAt,
        Duration waited,
        Duration businessWait,
        List<Finding> findings,
        OpeningHours receiver) {}
