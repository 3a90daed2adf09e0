package nl.baton.handoff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.department.OpeningHours;
import nl.baton.department.Team;
import nl.baton.handoff.JourneyJudge.JourneyDay;
import nl.baton.handoff.JourneyJudge.Judgement;
import nl.baton.handoff.JourneyJudge.StoredPendingPass;
import nl.baton.journey.ChangedJourneys;
import nl.baton.journey.ChangedJourneys.ChangedJourney;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.Touchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.security.SystemWork;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the handoffs of the journeys that changed, and moves the roll-ups by the exact difference, some journeys in
 * one transaction. It can stop at any moment: what was not done is still marked as changed.
 */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class Projection {

    private static final int JOURNEYS_AT_ONCE = 250;

    /** More would wait for each other at the roll-ups. */
    private static final int WORKERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private static final int ATTEMPTS = 10;

    private static final ThreadFactory PROJECTION =
            Thread.ofPlatform().name("projection-", 0).daemon().factory();

    private final ChangedJourneys changedJourneys;
    private final Touchpoints touchpoints;
    private final JourneyTypes journeyTypes;
    private final Departments departments;
    private final JourneyJudge judge;
    private final HandoffTable table;
    private final LaneTable lanes;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final FiguresVersion version;

    Projection(
            ChangedJourneys changedJourneys,
            Touchpoints touchpoints,
            JourneyTypes journeyTypes,
            Departments departments,
            JourneyJudge judge,
            HandoffTable table,
            LaneTable lanes,
            JdbcTemplate jdbc,
            FiguresVersion version,
            PlatformTransactionManager transactions) {
        this.changedJourneys = changedJourneys;
        this.touchpoints = touchpoints;
        this.journeyTypes = journeyTypes;
        this.departments = departments;
        this.judge = judge;
        this.table = table;
        this.lanes = lanes;
        this.jdbc = jdbc;
        this.version = version;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Computes all journeys that are marked as changed, by as many workers as there are processors.
     *
     * @param progress told, after each transaction, how many journeys are done
     */
    public synchronized void projectAll(LongConsumer progress) {
        var done = new AtomicLong();
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS, PROJECTION)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                all.add(workers.submit(() -> SystemWork.run(() -> work(done, progress))));
            }
            for (Future<?> worker : all) {
                worker.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while handoffs were computed; the rest is still marked", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException same) {
                throw same;
            }
            throw new IllegalStateException(
                    "Handoffs could not be computed; the rest is still marked", failed.getCause());
        }
    }

    private void work(AtomicLong done, LongConsumer progress) {
        int failures = 0;
        while (true) {
            try {
                int projected = Objects.requireNonNull(transaction.execute(status -> project()));
                if (projected == 0) {
                    return;
                }
                failures = 0;
                version.moveOn();
                tell(done, projected, progress);
            } catch (ConcurrencyFailureException metAnother) {
                // the transaction is undone and its journeys are marked again: they can be taken once more
                if (++failures == ATTEMPTS) {
                    throw metAnother;
                }
            }
        }
    }

    /** One worker at a time, so that who listens hears numbers that only grow. */
    private static void tell(AtomicLong done, int projected, LongConsumer progress) {
        synchronized (done) {
            progress.accept(done.addAndGet(projected));
        }
    }

    private int project() {
        List<ChangedJourney> changed = changedJourneys.take(JOURNEYS_AT_ONCE);
        if (changed.isEmpty()) {
            return 0;
        }
        Known company = known();
        List<Long> ids = changed.stream().map(ChangedJourney::id).toList();
        Map<Long, List<Touchpoint>> byJourney =
                touchpoints.ofJourneys(ids).stream().collect(Collectors.groupingBy(Touchpoint::journeyId));
        var handoffs = new ArrayList<StoredHandoff>();
        var pending = new ArrayList<StoredPendingPass>();
        var days = new ArrayList<JourneyDay>();
        for (ChangedJourney journey : changed) {
            Judgement judgement = judge.judge(
                    journey.id(),
                    company.type(journey.typeId()),
                    byJourney.getOrDefault(journey.id(), List.of()),
                    company);
            handoffs.addAll(judgement.handoffs());
            pending.addAll(judgement.pending());
            days.addAll(judgement.days());
        }
        var rollUps = new RollUps();
        replaceHandoffs(ids, handoffs, rollUps);
        replaceDays(changed, ids, days, rollUps);
        table.replacePending(ids, pending);
        rollUps.write(jdbc);
        return changed.size();
    }

    /** Only what differs is written, so that a late touchpoint costs little and an unchanged handoff keeps its id. */
    private void replaceHandoffs(List<Long> journeys, List<StoredHandoff> handoffs, RollUps rollUps) {
        Set<StoredHandoff> fresh = new HashSet<>(handoffs);
        var gone = new ArrayList<HandoffTable.Row>();
        for (HandoffTable.Row row : table.handoffs(journeys)) {
            if (!fresh.remove(row.handoff())) {
                gone.add(row);
                rollUps.count(row.handoff(), -1);
            }
        }
        table.deleteHandoffs(gone);
        List<StoredHandoff> added = handoffs.stream().filter(fresh::contains).toList();
        added.forEach(handoff -> rollUps.count(handoff, 1));
        table.insertHandoffs(added);
    }

    private void replaceDays(List<ChangedJourney> changed, List<Long> ids, List<JourneyDay> days, RollUps rollUps) {
        Map<Long, Long> typeOf = changed.stream().collect(Collectors.toMap(ChangedJourney::id, ChangedJourney::typeId));
        Set<JourneyDay> fresh = new HashSet<>(days);
        var gone = new ArrayList<JourneyDay>();
        for (JourneyDay day : table.days(ids)) {
            if (!fresh.remove(day)) {
                gone.add(day);
                rollUps.count(typeOf.getOrDefault(day.journeyId(), 0L), day, -1);
            }
        }
        table.deleteDays(gone);
        fresh.forEach(day -> rollUps.count(typeOf.getOrDefault(day.journeyId(), 0L), day, 1));
        table.insertDays(List.copyOf(fresh));
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
                nameless);
    }

    /** The company as it is while one projection runs. */
    private final class Known implements JourneyJudge.Company {
        private final Map<Long, JourneyType> types;
        private final Map<Long, OpeningHours> hours;
        private final Map<Long, Long> namelessTeams;

        Known(Map<Long, JourneyType> types, Map<Long, OpeningHours> hours, Map<Long, Long> namelessTeams) {
            this.types = types;
            this.hours = hours;
            this.namelessTeams = namelessTeams;
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
            return lanes.id(grain, fromUnit, toUnit, fromDepartment, toDepartment);
        }

        @Override
        public long namelessTeam(long department) {
            return Objects.requireNonNull(namelessTeams.get(department), () -> "No team for department " + department);
        }
    }
}
