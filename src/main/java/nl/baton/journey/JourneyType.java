package nl.baton.journey;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of goal that customers have, such as an order, a move or a complaint.
 *
 * @param rhythm how often the customer is to hear something at least, in calendar time; null when nothing was promised
 */
public record JourneyType(
        long id, String code, String name, @Nullable Duration rhythm, Set<Planned> plannedPasses) {

    /** A pass between two departments that belongs to the plan. */
    public record Planned(long fromDepartment, long toDepartment) {}

    public boolean plans(long fromDepartment, long toDepartment) {
        return plannedPasses.contains(new Planned(fromDepartment, toDepartment));
    }
}
