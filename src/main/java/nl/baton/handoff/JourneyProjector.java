package nl.baton.handoff;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.UtcTime;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.department.OpeningHours;
import nl.baton.department.Team;
import nl.baton.handoff.JourneyJudge.JourneyDay;
import nl.baton.handoff.JourneyJudge.Judgement;
import nl.baton.handoff.JourneyJudge.Question;
import nl.baton.handoff.JourneyJudge.StoredPendingPass;
import nl.baton.journey.AssembledJourney;
import nl.baton.journey.JourneyAssembly;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyTypes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Computes what follows from some journeys and stores the difference to what was stored of them, roll-ups included, all
 * within the caller's transaction.
 */
@Component
class JourneyProjector {

    private static final long UNKNOWN_LANE = 0;

    private final JourneyAssembly assembly;
    private final Generations generations;
    private final JourneyTypes journeyTypes;
    private final Departments departments;
    private final JourneyJudge judge;
    private final HandoffTable table;
    private final LaneTable lanes;
    private final PromisedJourneys promised;
    private final AgreedTerms terms;
    private final SurroundingsQuery surroundings;
    private final FindingVerdicts verdicts;
    private final Siblings siblings;
    private final CourseProjection courses;
    private final JourneyAnswers answers;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    JourneyProjector(
            JourneyAssembly assembly,
            Generations generations,
            JourneyTypes journeyTypes,
            Departments departments,
            JourneyJudge judge,
            HandoffTable table,
            LaneTable lanes,
            PromisedJourneys promised,
            AgreedTerms terms,
            SurroundingsQuery surroundings,
            FindingVerdicts verdicts,
            Siblings siblings,
            CourseProjection courses,
            JourneyAnswers answers,
            JdbcTemplate jdbc,
            Clock clock) {
        this.assembly = assembly;
        this.generations = generations;
        this.journeyTypes = journeyTypes;
        this.departments = departments;
        this.judge = judge;
        this.table = table;
        this.lanes = lanes;
        this.promised = promised;
        this.terms = terms;
        this.surroundings = surroundings;
        this.verdicts = verdicts;
        this.siblings = siblings;
        this.courses = courses;
        this.answers = answers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is stored of some journeys, put together. */
    private record Computed(List<StoredHandoff> handoffs, List<StoredPendingPass> pending, List<JourneyDay> days) {}

    /** Computes the journeys that these cases are in, or were in, in every generation that is written. */
    void project(Collection<Long> cases) {
        List<AssembledJourney> journeys = assembly.assemble(cases);
        Known company = known();
        Computed computed = compute(journeys, company);
        // before the roll-ups, which others wait for
        promised.follow(journeys);
        List<Integer> written = generations.written();
        courses.project(journeys, written, company::type, company::hoursOf);
        for (int generation : written) {
            store(generation, journeys, computed);
        }
        siblings.judgeAgain(journeys);
        noteMove(journeys);
    }

    /** Computes the journeys that these cases are in, in one generation only: the one that is being built. */
    void rebuild(Collection<Long> cases, int generation) {
        List<AssembledJourney> journeys = assembly.assemble(cases);
        Known company = known();
        courses.project(journeys, List.of(generation), company::type, company::hoursOf);
        store(generation, journeys, compute(journeys, company));
    }

    private Computed compute(List<AssembledJourney> journeys, Known company) {
        Map<Long, Surroundings> around = surroundings.of(journeys);
        Computed computed = compute(journeys, around, company);
        if (!company.newLanes.isEmpty()) {
            // all that are new are stored together; computing once more costs less than to store each by itself
            lanes.meet(company.newLanes);
            computed = compute(journeys, around, company);
        }
        return new Computed(verdicts.applied(computed.handoffs), computed.pending, computed.days);
    }

    private Computed compute(List<AssembledJourney> journeys, Map<Long, Surroundings> around, Known company) {
        var computed = new Computed(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (AssembledJourney journey : journeys) {
            if (!journey.touchpoints().isEmpty()) {
                var question = new Question(
                        journey,
                        company.type(journey.typeId()),
                        around.getOrDefault(journey.id(), Surroundings.NONE),
                        company.now);
                Judgement judgement = judge.judge(question, company);
                computed.handoffs.addAll(judgement.handoffs());
                computed.pending.addAll(judgement.pending());
                computed.days.addAll(judgement.days());
            }
        }
        return computed;
    }

    /** Only what differs is written, so that a late touchpoint costs little and an unchanged handoff keeps its id. */
    private void store(int generation, List<AssembledJourney> journeys, Computed computed) {
        List<Long> ids = journeys.stream().map(AssembledJourney::id).toList();
        if (ids.isEmpty()) {
            return;
        }
        var rollUps = new RollUps(generation);
        replaceHandoffs(generation, ids, computed.handoffs, rollUps);
        replacePending(generation, ids, computed.pending, rollUps);
        replaceDays(generation, ids, computed.days, rollUps);
        answers.follow(generation, journeys);
        // last, since it is here that workers meet
        rollUps.write(jdbc, UtcTime.of(clock.instant()));
    }

    private void replaceHandoffs(int generation, List<Long> journeys, List<StoredHandoff> handoffs, RollUps rollUps) {
        Set<StoredHandoff> fresh = new HashSet<>(handoffs);
        var gone = new ArrayList<HandoffTable.Row>();
        for (HandoffTable.Row row : table.handoffs(generation, journeys)) {
            if (!fresh.remove(row.handoff())) {
                gone.add(row);
                rollUps.count(row.handoff(), -1);
            }
        }
        table.deleteHandoffs(gone);
        List<StoredHandoff> added = handoffs.stream().filter(fresh::contains).toList();
        added.forEach(handoff -> rollUps.count(handoff, 1));
        table.insertHandoffs(generation, added);
    }

    private void replacePending(int generation, List<Long> journeys, List<StoredPendingPass> passes, RollUps rollUps) {
        Set<StoredPendingPass> fresh = new HashSet<>(passes);
        List<StoredPendingPass> gone = table.pending(generation, journeys).stream()
                .filter(pass -> !fresh.remove(pass))
                .toList();
        table.deletePending(generation, gone);
        gone.forEach(pass -> rollUps.count(pass, -1));
        table.insertPending(generation, List.copyOf(fresh));
        fresh.forEach(pass -> rollUps.count(pass, 1));
    }

    private void replaceDays(int generation, List<Long> journeys, List<JourneyDay> days, RollUps rollUps) {
        Set<JourneyDay> fresh = new HashSet<>(days);
        var gone = new ArrayList<JourneyDay>();
        for (JourneyDay day : table.days(generation, journeys)) {
            if (!fresh.remove(day)) {
                gone.add(day);
                rollUps.count(day, -1);
            }
        }
        table.deleteDays(generation, gone);
        fresh.forEach(day -> rollUps.count(day, 1));
        table.insertDays(generation, List.copyOf(fresh));
    }

    private void noteMove(List<AssembledJourney> journeys) {
        String customers = journeys.stream()
                .map(AssembledJourney::customerId)
                .filter(customer -> customer != 0)
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        jdbc.update(
                "INSERT INTO figures_move (moved_at, customers) VALUES (?, ?)", UtcTime.of(clock.instant()), customers);
    }

    private Known known() {
        List<Team> teams = departments.teams();
        Map<Long, Long> nameless = new HashMap<>();
        teams.stream()
                .filter(team -> team.name().isEmpty())
                .forEach(team -> nameless.put(team.departmentId(), team.id()));
        return new Known(
                journeyTypes.all().stream().collect(Collectors.toMap(JourneyType::id, Function.identity())),
                departments.all().stream().collect(Collectors.toMap(Department::id, Department::hours)),
                nameless,
                terms.now(),
                clock.instant());
    }

    /** The company as it is while one projection runs. */
    private final class Known implements JourneyJudge.Company {
        private final Map<Long, JourneyType> types;
        private final Map<Long, OpeningHours> hours;
        private final Map<Long, Long> namelessTeams;
        private final AgreedTerms.Agreements agreements;
        private final Instant now;
        private final Set<LaneTable.Ends> newLanes = new HashSet<>();

        Known(
                Map<Long, JourneyType> types,
                Map<Long, OpeningHours> hours,
                Map<Long, Long> namelessTeams,
                AgreedTerms.Agreements agreements,
                Instant now) {
            this.types = types;
            this.hours = hours;
            this.namelessTeams = namelessTeams;
            this.agreements = agreements;
            this.now = now;
        }

        @Override
        public AgreedTerms.Agreements agreements() {
            return agreements;
        }

        JourneyType type(long id) {
            return Objects.requireNonNull(types.get(id), () -> "No journey type " + id);
        }

        @Override
        public OpeningHours hoursOf(long department) {
            return Objects.requireNonNull(hours.get(department), () -> "No department " + department);
        }

        @Override
        public long lane(Grain grain, long fromUnit, long toUnit, long fromDepartment, long toDepartment) {
            var ends = new LaneTable.Ends(grain, fromUnit, toUnit, fromDepartment, toDepartment);
            Long id = lanes.known(ends);
            if (id == null) {
                newLanes.add(ends);
                return UNKNOWN_LANE;
            }
            return id;
        }

        @Override
        public long namelessTeam(long department) {
            return Objects.requireNonNull(namelessTeams.get(department), () -> "No team for department " + department);
        }
    }
}
