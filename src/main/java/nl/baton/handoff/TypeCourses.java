package nl.baton.handoff;

import java.util.List;
import nl.baton.handoff.CourseFigures.Exit;
import nl.baton.handoff.CourseFigures.Share;
import nl.baton.journey.JourneyType;
import org.jspecify.annotations.Nullable;

/**
 * A journey type in a list of all.
 *
 * @param stages as they can be told apart
 * @param follows null for one without stages
 * @param exit where most journeys left the stages; null when none did
 */
public record TypeCourses(
        JourneyType type,
        List<JourneyType.Stage> stages,
        long journeys,
        long open,
        @Nullable Share follows,
        @Nullable Exit exit) {}
