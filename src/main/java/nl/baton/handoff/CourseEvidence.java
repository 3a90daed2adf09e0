package nl.baton.handoff;

import java.time.Duration;
import nl.baton.customer.CustomerCard;
import nl.baton.department.OpeningHours;
import nl.baton.journey.JourneySummary;
import org.jspecify.annotations.Nullable;

/**
 * One journey behind a figure, and how it went.
 *
 * @param follows null where there is nothing to follow
 * @param after how many stages it reached in order
 * @param at the department of the last of them; null for none
 * @param left where it went instead; null when it went nowhere else
 * @param used time used in the stage that was asked about; null where none was
 * @param promised for that stage
 * @param clock by which that stage runs
 */
public record CourseEvidence(
        JourneySummary journey,
        CustomerCard customer,
        @Nullable Boolean follows,
        boolean complete,
        int after,
        @Nullable Unit at,
        @Nullable Unit left,
        @Nullable Duration used,
        @Nullable Duration promised,
        @Nullable OpeningHours clock) {}
