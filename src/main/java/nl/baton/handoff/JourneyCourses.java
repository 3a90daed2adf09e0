package nl.baton.handoff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.department.Departments;
import nl.baton.handoff.CourseQuery.Reading;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How journeys go along the stages of their types. The figures are for all who read journey types; the journeys behind
 * them for agents, for executives with masked names, and for leads those with a leg in their own department. A lead
 * therefore counts those, or all and then without the journeys.
 */
@Service
@PreAuthorize(HandoffAccess.SEES_TYPES)
public class JourneyCourses {

    /** What lasts moves with the clock. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final int FILTERS_KEPT = 60;

    private final CourseQuery query;
    private final Generations generations;
    private final CourseComputation computation;
    private final CourseAssembly assembly;
    private final JourneyTypes types;
    private final Departments departments;
    private final HandoffAccess access;
    private final FiguresVersion version;
    private final Clock clock;
    private final Cache<Key, CourseFigures> cache = Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(FILTERS_KEPT)
            .build();
    private final Cache<OverviewKey, List<TypeCourses>> overviews = Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(FILTERS_KEPT)
            .build();

    JourneyCourses(
            CourseQuery query,
            Generations generations,
            CourseComputation computation,
            CourseAssembly assembly,
            JourneyTypes types,
            Departments departments,
            HandoffAccess access,
            FiguresVersion version,
            Clock clock) {
        this.query = query;
        this.generations = generations;
        this.computation = computation;
        this.assembly = assembly;
        this.types = types;
        this.departments = departments;
        this.access = access;
        this.version = version;
        this.clock = clock;
    }

    private record OverviewKey(
            List<JourneyType> types,
            @Nullable Period period,
            @Nullable Long department,
            long version) {}

    /** The type too: a change of its plan is seen before its journeys are computed again. */
    private record Key(
            JourneyType type,
            @Nullable Period period,
            @Nullable Long department,
            long version) {}

    /** All types, with how many of their journeys follow the stages. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<TypeCourses> overview(@Nullable Period period, boolean own) {
        Long department = department(own);
        return overviews.get(
                new OverviewKey(types.all(), period, department, version.now()), key -> overview(key, clock.instant()));
    }

    /** Type by type, each of which lies together: in one statement for all, MySQL would read the whole history. */
    private List<TypeCourses> overview(OverviewKey key, Instant now) {
        int generation = generations.live();
        var units = new UnitNames(departments, Grain.DEPARTMENT);
        return key.types().stream()
                .map(type -> CourseComputation.summary(
                        type,
                        query.ways(query.read(type.id(), generation, key.period(), key.department(), now)),
                        units))
                .toList();
    }

    /** The figures of one type; empty when there is none of that id. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<CourseFigures> figures(CourseFilter filter) {
        return type(filter).map(type -> {
            Long department = department(filter.own());
            return cache.get(
                    new Key(type, filter.period(), department, version.now()),
                    key -> computation.compute(
                            type,
                            query.read(type.id(), filter.period(), department, clock.instant()),
                            new UnitNames(departments, Grain.DEPARTMENT),
                            clock.instant()));
        });
    }

    /** The department whose journeys alone the asker may open; null for who may open all. */
    public @Nullable Long opensOnly() {
        return access.departmentOfJourneys();
    }

    /** Whether the asker may see every journey that the figures count: a figure leads to all of them, or nowhere. */
    public boolean leadsToJourneys(boolean own) {
        return own || access.departmentOfJourneys() == null;
    }

    /** The journeys behind a figure, the open ones first, then the last closed; a lead’s are those of the own department. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<CourseEvidence> journeys(CourseFilter filter, CourseList list, int offset, int limit) {
        Long only = access.departmentOfJourneys();
        Long department = only == null ? department(filter.own()) : only;
        return type(filter)
                .map(type -> {
                    Reading reading = query.read(type.id(), filter.period(), department, clock.instant());
                    Page<Long> ids = query.journeys(reading, list, offset, limit);
                    return new Page<>(ids.total(), assembly.evidence(type, list, reading.generation(), ids.items()));
                })
                .orElseGet(Page::empty);
    }

    private Optional<JourneyType> type(CourseFilter filter) {
        return types.all().stream()
                .filter(type -> type.id() == filter.journeyType())
                .findFirst();
    }

    private @Nullable Long department(boolean own) {
        return own ? access.homeDepartment() : null;
    }
}
