package nl.baton.journey;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What departments agree on how journeys of one type go.
 *
 * @param stages in the order in which the departments are to work on it
 * @param rhythm how often the customer is to hear something at least, in calendar time; null when nothing was promised
 * @param plannedPasses passes that belong to the plan, so that a returning one is no ping-pong
 */
public record JourneyPlan(
        List<JourneyType.Stage> stages, @Nullable Duration rhythm, Set<JourneyType.Planned> plannedPasses) {

    /** The plan of a type as it stands. */
    public static JourneyPlan of(JourneyType type) {
        return new JourneyPlan(type.stages(), type.rhythm(), type.plannedPasses());
    }

    boolean hasStageOf(long department) {
        return stages.stream().anyMatch(stage -> stage.department() == department);
    }

    /** The type with this plan instead of its own. */
    JourneyType in(JourneyType type) {
        return new JourneyType(type.id(), type.code(), type.name(), rhythm, plannedPasses, stages, type.contactGap());
    }
}
