package nl.baton.journey;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of goal that customers have, such as an order, a move or a complaint. Its departments are those that are read:
 * a merged one's place has been taken by the survivor.
 *
 * @param rhythm how often the customer is to hear something at least, in calendar time; null when nothing was promised
 * @param stages what each department promised to need, in the order in which they are to work on it
 * @param contactGap how long a gap contacts without a case number may have within one journey
 */
public record JourneyType(
        long id,
        String code,
        String name,
        @Nullable Duration rhythm,
        Set<Planned> plannedPasses,
        List<Stage> stages,
        Duration contactGap) {

    /** The gap of types that say nothing of it. */
    public static final Duration USUAL_CONTACT_GAP = Duration.ofDays(7);

    /** A pass between two departments that belongs to the plan. */
    public record Planned(long fromDepartment, long toDepartment) {}

    /** A department's part, and the time in which it promised to do it. */
    public record Stage(long department, Duration promised, Clock clock) {}

    /** How a promised time runs: in the department's opening hours, or always. */
    public enum Clock {
        BUSINESS,
        CALENDAR
    }

    public boolean plans(long fromDepartment, long toDepartment) {
        return plannedPasses.contains(new Planned(fromDepartment, toDepartment));
    }
}
