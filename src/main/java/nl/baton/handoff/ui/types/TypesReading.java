package nl.baton.handoff.ui.types;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.handoff.CourseEvidence;
import nl.baton.handoff.CourseFigures;
import nl.baton.handoff.CourseFilter;
import nl.baton.handoff.CourseList;
import nl.baton.handoff.JourneyCourses;
import nl.baton.handoff.TypeCourses;
import nl.baton.journey.JourneyPlan;
import nl.baton.journey.JourneyPlans;
import nl.baton.journey.JourneyType;
import nl.baton.security.CurrentUserProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the screen shows from the services, which decide what the user may see and change. */
@Component
class TypesReading {

    private final JourneyCourses courses;
    private final JourneyPlans plans;
    private final Departments departments;
    private final CurrentUserProvider users;
    private final Clock clock;
    private final ZoneId zone;

    TypesReading(
            JourneyCourses courses,
            JourneyPlans plans,
            Departments departments,
            CurrentUserProvider users,
            Clock clock,
            BatonProperties properties) {
        this.courses = courses;
        this.plans = plans;
        this.departments = departments;
        this.users = users;
        this.clock = clock;
        this.zone = properties.zone();
    }

    /**
     * What is shown under one state.
     *
     * @param period null for all there is
     * @param own whether only the own department's journeys count
     * @param choosesOwn whether the asker has a department to narrow to
     * @param leads whether figures lead to their journeys
     * @param plans whether the asker may change the plan of types
     * @param types all of them; empty where one is shown
     * @param one the one that is shown; null for all, and for one that is not there
     * @param departments as they are named in plans
     */
    record Loaded(
            @Nullable Period period,
            boolean own,
            boolean choosesOwn,
            boolean leads,
            boolean plans,
            List<TypeCourses> types,
            @Nullable CourseFigures one,
            List<Department> departments) {

        Department department(long id) {
            return departments.stream()
                    .filter(department -> department.id() == id)
                    .findFirst()
                    .orElseThrow();
        }
    }

    Loaded load(TypesState state) {
        Period period = state.period().on(today());
        boolean home = users.get().homeDepartment().isPresent();
        boolean own = home && Objects.requireNonNullElseGet(state.own(), () -> courses.opensOnly() != null);
        JourneyType type =
                state.type() == null ? null : plans.find(state.type()).orElse(null);
        return new Loaded(
                period,
                own,
                home,
                courses.leadsToJourneys(own),
                plans.plansFor() != null,
                type != null ? List.of() : overview(period, own),
                type == null
                        ? null
                        : courses.figures(new CourseFilter(type.id(), period, own))
                                .orElse(null),
                departments.all());
    }

    /** Those that most customers go through first. */
    private List<TypeCourses> overview(@Nullable Period period, boolean own) {
        return courses.overview(period, own).stream()
                .sorted(Comparator.comparing(TypeCourses::journeys).reversed())
                .toList();
    }

    LocalDate today() {
        return Days.dayOf(clock.instant(), zone);
    }

    List<JourneyType> types() {
        return plans.all();
    }

    Page<CourseEvidence> journeys(JourneyType type, Loaded loaded, CourseList list, int offset, int limit) {
        return courses.journeys(new CourseFilter(type.id(), loaded.period(), loaded.own()), list, offset, limit);
    }

    JourneyType change(JourneyType read, JourneyPlan plan) {
        return plans.change(read, plan);
    }

    ZoneId zone() {
        return zone;
    }
}
