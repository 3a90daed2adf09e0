package nl.baton.handoff;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.Ids;
import nl.baton.base.UtcTime;
import nl.baton.department.Departments;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.JourneyJudge.JourneyDay;
import nl.baton.handoff.JourneyJudge.Judgement;
import nl.baton.handoff.JourneyJudge.StoredPendingPass;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What Baton stores of a long history of journeys, computed by its own judge and written by somebody who is faster than
 * a projection: all at once, with nothing to compare it with.
 */
public final class ComputedHistory implements JourneyJudge.Company {

    /** The only generation of an empty database. */
    private static final int GENERATION = 1;

    private final JourneyJudge judge;
    private final LaneTable lanes;
    private final Ids ids;
    private final Rows rows;
    private final Map<Long, JourneyType> types;
    private final Map<Long, OpeningHours> hours;
    private final Map<Long, Long> namelessTeams = new HashMap<>();
    private RollUps rollUps = new RollUps(GENERATION);

    /** Takes the rows of a table, in the order of the columns that {@link #COLUMNS} names. */
    public interface Rows {
        void add(String table, @Nullable Object... values);
    }

    /** The columns of the tables that rows are given for. */
    public static final Map<String, String> COLUMNS = Map.of(
            "handoff",
            "id, generation, journey_id, journey_type_id, grain, sequence_number, lane_id, passing_touchpoint_id,"
                    + " pickup_touchpoint_id, passed_at, picked_up_at, pickup_day, leg_ended_at, wait_ms,"
                    + " business_wait_ms, explicit_pass, chases, ping_pong, is_return, bounced, first_on_lane, firsts,"
                    + " broken",
            "finding",
            "handoff_id, rule, touchpoints, measured, allowed, subject",
            "pending_pass",
            "journey_id, generation, journey_type_id, grain, lane_id, passing_touchpoint_id, passed_at, overdue_at,"
                    + " chases",
            "journey_day",
            "journey_id, generation, journey_type_id, touchpoint_day, with_department, without_department, first_day");

    public ComputedHistory(ApplicationContext baton, Rows rows) {
        this.judge = baton.getBean(JourneyJudge.class);
        this.lanes = baton.getBean(LaneTable.class);
        this.ids = baton.getBean(Ids.class);
        this.rows = rows;
        Departments departments = baton.getBean(Departments.class);
        types = baton.getBean(JourneyTypes.class).all().stream()
                .collect(Collectors.toMap(JourneyType::id, Function.identity()));
        hours = departments.hours();
        departments.teams().stream()
                .filter(team -> team.name().isEmpty())
                .forEach(team -> namelessTeams.put(team.departmentId(), team.id()));
    }

    /** Computes one journey. */
    public void add(long journey, long type, List<Touchpoint> touchpoints) {
        Judgement judgement = judge.judge(journey, Objects.requireNonNull(types.get(type)), touchpoints, this);
        List<StoredHandoff> handoffs = judgement.handoffs();
        long id = handoffs.isEmpty() ? 0 : ids.reserve("handoff", handoffs.size());
        for (StoredHandoff handoff : handoffs) {
            add(id++, handoff);
            rollUps.count(handoff, 1);
        }
        judgement.pending().forEach(pass -> {
            add(pass);
            rollUps.count(pass, 1);
        });
        for (JourneyDay day : judgement.days()) {
            rows.add(
                    "journey_day",
                    journey,
                    GENERATION,
                    type,
                    day.day(),
                    day.withDepartment(),
                    day.withoutDepartment(),
                    day.first());
            rollUps.count(day, 1);
        }
    }

    private void add(long id, StoredHandoff handoff) {
        rows.add(
                "handoff",
                id,
                GENERATION,
                handoff.journeyId(),
                handoff.journeyTypeId(),
                handoff.grain(),
                handoff.sequence(),
                handoff.laneId(),
                handoff.passingTouchpointId(),
                handoff.pickupTouchpointId(),
                UtcTime.of(handoff.passedAt()),
                UtcTime.of(handoff.pickedUpAt()),
                handoff.day(),
                UtcTime.ofNullable(handoff.legEndedAt()),
                handoff.waitMillis(),
                handoff.businessWaitMillis(),
                handoff.explicit(),
                handoff.chases(),
                handoff.pingPong(),
                handoff.isReturn(),
                handoff.bounced(),
                handoff.firstOnLane(),
                handoff.firsts(),
                handoff.broken());
        for (Finding finding : handoff.findings()) {
            rows.add(
                    "finding",
                    id,
                    finding.rule(),
                    finding.evidence().touchpoints().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(",")),
                    finding.evidence().measured(),
                    finding.evidence().allowed(),
                    finding.evidence().subject());
        }
    }

    private void add(StoredPendingPass pass) {
        rows.add(
                "pending_pass",
                pass.journeyId(),
                GENERATION,
                pass.journeyTypeId(),
                pass.grain(),
                pass.laneId(),
                pass.passingTouchpointId(),
                UtcTime.of(pass.passedAt()),
                UtcTime.of(pass.overdueAt()),
                pass.chases());
    }

    /** Takes the roll-ups of what was added since the last time, to be written by whoever has a connection. */
    public Runnable rollUps(JdbcTemplate jdbc) {
        RollUps full = rollUps;
        rollUps = new RollUps(GENERATION);
        return () -> full.write(jdbc, UtcTime.of(Instant.now()));
    }

    /** Adds up the months, as Baton does when a month has come to rest. */
    public static void seal(ApplicationContext baton) {
        baton.getBean(SealedMonths.class).sealAll(GENERATION);
    }

    /** What a history's figures look like; moved by nothing but a difference. */
    public static List<Long> fingerprint(JdbcTemplate jdbc) {
        return Arrays.asList(
                jdbc.queryForObject("SELECT MAX(id) FROM handoff", Long.class),
                jdbc.queryForObject("SELECT COUNT(*) FROM handoff", Long.class),
                jdbc.queryForObject(
                        "SELECT SUM(handoffs + judged + wait_ms) FROM lane_span WHERE span = 'D'", Long.class),
                jdbc.queryForObject("SELECT SUM(pending) FROM lane_span WHERE span = 'A'", Long.class),
                jdbc.queryForObject("SELECT SUM(business_wait_ms) FROM handoff", Long.class),
                jdbc.queryForObject(
                        "SELECT SUM(judged_broken + unjudged_broken) FROM lane_span_rule WHERE span = 'D'", Long.class),
                jdbc.queryForObject(
                        "SELECT SUM(with_department + journeys) FROM summary_span WHERE span = 'D'", Long.class));
    }

    @Override
    public OpeningHours hoursOf(long department) {
        return Objects.requireNonNull(hours.get(department));
    }

    @Override
    public long lane(Grain grain, long fromUnit, long toUnit, long fromDepartment, long toDepartment) {
        return lanes.id(grain, fromUnit, toUnit, fromDepartment, toDepartment);
    }

    @Override
    public long namelessTeam(long department) {
        return Objects.requireNonNull(namelessTeams.get(department));
    }
}
