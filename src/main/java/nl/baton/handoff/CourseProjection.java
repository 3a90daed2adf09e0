package nl.baton.handoff;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import nl.baton.base.BatonProperties;
import nl.baton.department.OpeningHours;
import nl.baton.journey.AssembledJourney;
import nl.baton.journey.JourneyType;
import org.springframework.stereotype.Component;

/** Computes how journeys went along their stages, and stores what differs from before, in the caller's transaction. */
@Component
class CourseProjection {

    private final CourseTable table;
    private final ZoneId zone;

    CourseProjection(CourseTable table, BatonProperties properties) {
        this.table = table;
        this.zone = properties.zone();
    }

    /**
     * @param types by id
     * @param hours by department
     */
    void project(
            List<AssembledJourney> journeys,
            Collection<Integer> generations,
            LongFunction<JourneyType> types,
            LongFunction<OpeningHours> hours) {
        if (journeys.isEmpty()) {
            return;
        }
        List<JourneyCourse> courses = journeys.stream()
                .filter(journey -> !journey.touchpoints().isEmpty())
                .map(journey -> JourneyCourse.of(
                        journey.id(), types.apply(journey.typeId()), journey.touchpoints(), zone, hours::apply))
                .toList();
        List<Long> ids = journeys.stream().map(AssembledJourney::id).toList();
        for (int generation : generations) {
            replace(generation, ids, courses);
        }
    }

    private void replace(int generation, List<Long> journeys, List<JourneyCourse> courses) {
        Set<JourneyCourse> fresh = new HashSet<>(courses);
        List<JourneyCourse> gone = table.courses(generation, journeys).stream()
                .filter(course -> !fresh.remove(course))
                .toList();
        table.delete(generation, gone);
        table.insert(generation, courses.stream().filter(fresh::contains).toList());
    }
}
