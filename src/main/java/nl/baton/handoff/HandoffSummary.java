package nl.baton.handoff;

import org.jspecify.annotations.Nullable;

/**
 * The handoffs under a filter, in figures.
 *
 * @param touchpoints those with a department; null for who sees one department only
 * @param touchpointsWithoutDepartment those that take part in no leg; null likewise
 * @param journeys journeys with at least one leg, on the day of their first touchpoint in one; null likewise
 * @param journeysWithHandoff journeys whose first handoff lies in the period
 * @param chased handoffs for which the customer had to ask, of all handoffs: that is known at the pick-up
 * @param lanes lanes with at least one handoff
 * @param pending passes that nobody has begun, now
 * @param overdue those of them that are older than the pick-up time
 */
public record HandoffSummary(
        @Nullable Long touchpoints,
        @Nullable Long touchpointsWithoutDepartment,
        @Nullable Long journeys,
        long handoffs,
        long journeysWithHandoff,
        long pingPongHandoffs,
        long pingPongJourneys,
        long returnHandoffs,
        long returnJourneys,
        long lanes,
        BreakdownRate rate,
        BreakdownRate chased,
        Waits waits,
        long pending,
        long overdue) {}
