package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.database.DatabaseTest;
import nl.baton.handoff.LaneConditions.Scope;
import nl.baton.handoff.LaneEvidence.Which;
import nl.baton.handoff.LaneTotals.DaySums;
import nl.baton.handoff.LaneTotals.History;
import nl.baton.journey.CaseKey;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.NewTouchpoint.HandedTo;
import nl.baton.journey.Outcome;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the roll-ups say of a lane is what its handoffs, read one by one, come to. */
@DatabaseTest
class LaneTotalsTests {

    private static final int MANY = 100_000;
    private static final int DAYS = 70;
    private static final int LONG_AGO = 560;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private LaneQuery lanes;

    @Autowired
    private WaitQuery waits;

    @Autowired
    private LateRates late;

    @Autowired
    private LaneTotals totals;

    @Autowired
    private LaneEvidenceQuery evidence;

    @Autowired
    private SealedMonths months;

    @Autowired
    private Generations generations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    /** Its own, since all tests share one database. */
    private final String type = "totals-" + UUID.randomUUID();

    private long typeId;

    @BeforeEach
    void play() {
        var random = new Random(11);
        Instant first = clock.instant().minus(Duration.ofDays(DAYS));
        Instant longAgo = clock.instant().minus(Duration.ofDays(LONG_AGO));
        var batch = new ArrayList<NewTouchpoint>();
        for (int i = 0; i < 1_200; i++) {
            Instant at = (i % 4 == 0 ? longAgo : first)
                    .plus(Duration.ofMinutes(random.nextInt((i % 4 == 0 ? LONG_AGO : DAYS) * 24 * 60)));
            String department = "T" + random.nextInt(4);
            batch.add(NewTouchpoint.of(type, "" + i, new CaseKey(type, type, "c" + i % 200), at)
                    .department(department)
                    .team("team " + random.nextInt(2))
                    .outcome(random.nextInt(12) == 0 ? Outcome.RESOLVED : null)
                    .handedTo(random.nextInt(4) == 0 ? new HandedTo("T" + random.nextInt(4), null) : null)
                    .build());
        }
        append(batch);
        // otherwise there are too few handoffs for them
        months.keepBuckets(generations.live());
        months.sealAll(generations.live());
        // some months move again, and are read by their days until they are summed up once more
        append(batch.stream()
                .filter(touchpoint -> touchpoint.at().atOffset(ZoneOffset.UTC).getMonthValue() % 3 == 0)
                .map(touchpoint -> NewTouchpoint.of(
                                type,
                                touchpoint.externalId(),
                                Objects.requireNonNull(touchpoint.journey()),
                                touchpoint.at())
                        .department("T" + random.nextInt(4))
                        .build())
                .toList());
        typeId = jdbc.sql("SELECT id FROM journey_type WHERE code = ?")
                .param(type)
                .query(Long.class)
                .single();
    }

    private void append(List<NewTouchpoint> batch) {
        SystemWork.call(() -> touchpoints.append(batch, Via.API));
        SystemWork.run(() -> projection.projectAll(done -> {}));
    }

    @Test
    void months_that_are_summed_up_again_change_no_figure() {
        assertThat(moved()).isPositive();
        Map<String, Object> before = figures();
        months.sealAll(generations.live());
        assertThat(moved()).isZero();
        assertThat(figures()).isEqualTo(before);
    }

    private long moved() {
        return jdbc.sql("SELECT COUNT(*) FROM moved_month WHERE generation = ? AND month_start < ?")
                .params(generations.live(), Date.valueOf(lanes.boundary().withDayOfMonth(1)))
                .query(Long.class)
                .single();
    }

    private Map<String, Object> figures() {
        Map<String, Object> figures = new TreeMap<>();
        for (LaneFilter filter : filters()) {
            var reading = lanes.read(new Scope(filter, null));
            figures.put(
                    filter.toString(),
                    List.of(
                            lanes.lanes(reading).stream()
                                    .sorted(Comparator.comparing(LaneSums::laneId))
                                    .toList(),
                            lanes.rules(reading),
                            new TreeMap<>(waits.waitBuckets(reading)),
                            late.of(reading, lanes.lanes(reading)),
                            lanes.touchpointsAndJourneys(reading),
                            lanes.pending(reading)));
        }
        return figures;
    }

    private List<LaneFilter> filters() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var filters = new ArrayList<LaneFilter>();
        for (Grain grain : Grain.values()) {
            for (Period period : Arrays.asList(
                    null,
                    new Period(today.minusDays(DAYS), today.minusDays(20)),
                    new Period(today.minusDays(31), today.minusDays(29)),
                    new Period(today.minusDays(15), today),
                    // long enough to be read from months, and all there is
                    new Period(today.minusDays(LONG_AGO - 13), today.minusDays(3)),
                    new Period(today.minusDays(LONG_AGO - 13), today.minusDays(DAYS)),
                    new Period(today.minusDays(4_000), today.plusDays(1)))) {
                for (String rule : Arrays.asList(null, "LATE_PICKUP", "PING_PONG")) {
                    filters.add(new LaneFilter(grain, typeId, period, rule));
                }
            }
        }
        return filters;
    }

    @Test
    void a_total_is_the_length_of_its_list() {
        for (LaneFilter filter : filters()) {
            List<LaneSums> sums = lanes.lanes(lanes.read(new Scope(filter, null)));
            assertThat(sums).as(filter.toString()).isNotEmpty();
            var some = new ArrayList<Long>(
                    sums.stream().map(LaneSums::laneId).limit(3).toList());
            some.add(null);
            for (Long lane : some) {
                for (Which which : List.of(
                        new Which.All(),
                        new Which.Broken(),
                        new Which.PingPongs(),
                        new Which.Returns(),
                        new Which.ByRule("LATE_PICKUP"))) {
                    Page<HandoffTable.Row> page = evidence.handoffs(filter, lane, null, which, 0, MANY);
                    assertThat(page.total())
                            .as("%s of lane %s under %s", which, lane, filter)
                            .isEqualTo(page.items().size());
                }
            }
        }
    }

    @Test
    void days_and_months_are_those_of_the_handoffs_that_are_judged() {
        int byMonth = 0;
        for (LaneFilter filter : filters()) {
            for (LaneSums sums : lanes.lanes(lanes.read(new Scope(filter, null))).stream()
                    .limit(3)
                    .toList()) {
                var judged = new TreeMap<>(
                        evidence.handoffs(filter, sums.laneId(), null, new Which.All(), 0, MANY).items().stream()
                                .map(HandoffTable.Row::handoff)
                                .filter(handoff -> handoff.legEnded()
                                        || !handoff.pickedUpAt().isAfter(lanes.elapsedBefore()))
                                .collect(Collectors.groupingBy(StoredHandoff::day, Collectors.counting())));
                var broken =
                        evidence.handoffs(filter, sums.laneId(), null, new Which.Broken(), 0, MANY).items().stream()
                                .map(HandoffTable.Row::handoff)
                                .collect(Collectors.groupingBy(StoredHandoff::day, Collectors.counting()));
                History history = totals.history(filter, sums.laneId());
                var expected = new TreeMap<LocalDate, DaySums>();
                judged.forEach((day, n) -> add(expected, history, new DaySums(day, broken.getOrDefault(day, 0L), n)));
                var actual = new TreeMap<LocalDate, DaySums>();
                history.sums().forEach(day -> add(actual, history, day));
                assertThat(actual).as("lane %s under %s", sums.laneId(), filter).isEqualTo(expected);
                byMonth += history.byMonth() ? 1 : 0;
            }
        }
        assertThat(byMonth).isPositive();
    }

    private static void add(Map<LocalDate, DaySums> sums, History history, DaySums day) {
        LocalDate start = (history.byMonth() ? Span.MONTH : Span.DAY).startOf(day.day());
        sums.merge(
                start,
                new DaySums(start, day.broken(), day.judged()),
                (a, b) -> new DaySums(start, a.broken() + b.broken(), a.judged() + b.judged()));
    }

    @Test
    void buckets_hold_the_waits_of_the_handoffs() {
        for (LaneFilter filter : filters()) {
            for (LaneSums sums : lanes.lanes(lanes.read(new Scope(filter, null)))) {
                long[] exact = evidence.businessWaits(filter, sums.laneId());
                var buckets = new TreeMap<Integer, Long>();
                Arrays.stream(exact).forEach(wait -> buckets.merge(WaitBuckets.of(wait), 1L, Long::sum));
                assertThat(evidence.businessWaitBuckets(filter, sums.laneId()))
                        .as("lane %s under %s", sums.laneId(), filter)
                        .isEqualTo(buckets);
            }
        }
    }
}
