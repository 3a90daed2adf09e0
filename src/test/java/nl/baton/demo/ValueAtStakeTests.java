package nl.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.baton.base.Period;
import nl.baton.base.UtcTime;
import nl.baton.handoff.Grain;
import nl.baton.handoff.HandoffFigures;
import nl.baton.handoff.LaneEvidence;
import nl.baton.handoff.LaneEvidence.Which;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFilter;
import nl.baton.handoff.RiskDifference;
import nl.baton.handoff.Stake;
import nl.baton.handoff.ValueAtStake;
import nl.baton.journey.CaseKey;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** What is at stake at Zonnewind is what comes out when it is worked out a second time from what was told. */
@Tag(DemoApplication.TAG)
class ValueAtStakeTests {

    private static ConfigurableApplicationContext application;
    private static JdbcClient jdbc;
    private static Company company;
    private static List<Course> courses;
    private static LocalDate asOf;

    @BeforeAll
    static void is_valued() {
        application = DemoApplication.started();
        jdbc = application.getBean(JdbcClient.class);
        DemoLedger.Load load = application.getBean(DemoLedger.class).load().orElseThrow();
        company = Zonnewind.seen(load.seed(), application.getBean(Clock.class).instant());
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> !jdbc.sql("SELECT run FROM stake_run WHERE state = 'LIVE'")
                        .query(Integer.class)
                        .list()
                        .isEmpty());
        asOf = jdbc.sql("SELECT as_of FROM stake_run WHERE state = 'LIVE'")
                .query(LocalDate.class)
                .single();
        courses = Stream.concat(
                        company.courses().stream()
                                .filter(course -> !course.customer().equals(AnneliesStory.CUSTOMER)),
                        Stream.of(annelies()))
                .toList();
    }

    /** Her story is told touchpoint by touchpoint, without its passes; it is compared in a test of its own. */
    private static Course annelies() {
        var passes = new ArrayList<Passed>();
        var broken = new HashSet<String>();
        jdbc.sql("""
                        SELECT f.code, o.code, t.external_id, h.passed_at, h.picked_up_at, h.broken
                        FROM handoff h JOIN touchpoint t ON t.id = h.pickup_touchpoint_id
                        JOIN journey j ON j.id = h.journey_id JOIN customer c ON c.id = j.customer_id
                        JOIN lane l ON l.id = h.lane_id
                        JOIN department f ON f.id = l.from_id JOIN department o ON o.id = l.to_id
                        WHERE h.grain = 'DEPARTMENT' AND c.external_id = ? ORDER BY h.sequence_number""").param(AnneliesStory.CUSTOMER).query(row -> {
            passes.add(new Passed(
                    desk(row.getString(1)),
                    desk(row.getString(2)),
                    row.getString(3),
                    0,
                    UtcTime.instant(row.getObject(4, LocalDateTime.class)),
                    UtcTime.instant(row.getObject(5, LocalDateTime.class))));
            if (row.getBoolean(6)) {
                broken.add(row.getString(3));
            }
        });
        assertThat(passes).hasSizeGreaterThan(4);
        return new Course(
                new CaseKey(JourneyKind.HEAT_PUMP.code(), Zonnewind.SOURCE, "Annelies"),
                AnneliesStory.CUSTOMER,
                passes,
                broken);
    }

    private static Desk desk(String code) {
        return Arrays.stream(Desk.values())
                .filter(desk -> desk.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private static void as(Role role, @Nullable String department) {
        Long home = department == null
                ? null
                : jdbc.sql("SELECT id FROM department WHERE code = ?")
                        .param(department)
                        .query(Long.class)
                        .single();
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_600_000, "stake", Set.of(role), home));
    }

    private static List<LaneFigures> lanes(LaneFilter filter) {
        return application.getBean(HandoffFigures.class).ranking(filter).lanes();
    }

    private static String name(LaneFigures lane) {
        return lane.from().code() + " " + lane.to().code();
    }

    @Test
    void the_extra_loss_of_every_lane_is_the_same_by_another_way() {
        as(Role.EXECUTIVE, null);
        Map<String, List<Losses.Row>> rows = new Losses(company.accounts(), asOf).rows(courses);
        LaneFilter everything = LaneFilter.everything(Grain.DEPARTMENT);

        assertThat(lanes(everything)).hasSizeGreaterThan(15).allSatisfy(lane -> {
            Stake stake = Objects.requireNonNull(lane.stake());
            same(stake.loss(), rows.getOrDefault(name(lane), List.of()));
        });
        Stake all = application.getBean(ValueAtStake.class).total(everything).orElseThrow();
        same(all.loss(), Objects.requireNonNull(rows.get(Losses.ALL)));
        assertThat(all.range()).isNotNull();
    }

    private static void same(@Nullable RiskDifference found, List<Losses.Row> rows) {
        RiskDifference expected = RiskDifference.of(Losses.strata(rows)).orElse(null);
        if (expected == null || found == null) {
            assertThat(found).isEqualTo(expected);
            return;
        }
        assertThat(found.broken()).isEqualTo(expected.broken());
        assertThat(found.whole()).isEqualTo(expected.whole());
        assertThat(found.estimate()).isCloseTo(expected.estimate(), within(1e-9));
        assertThat(found.low()).isCloseTo(expected.low(), within(1e-9));
        assertThat(found.high()).isCloseTo(expected.high(), within(1e-9));
    }

    @Test
    void each_customer_counts_once_in_any_period_and_of_any_type() {
        as(Role.EXECUTIVE, null);
        Map<String, BigDecimal> potentials = new HashMap<>();
        jdbc.sql("""
                        SELECT c.external_id, v.potential_value FROM customer_value v
                        JOIN customer c ON c.id = v.customer_id
                        WHERE v.scoring = (SELECT s.scoring FROM stake_run s WHERE s.state = 'LIVE')
                            AND v.potential_value IS NOT NULL""").query(row -> {
            potentials.put(row.getString(1), row.getBigDecimal(2));
        });
        Long invoices = jdbc.sql("SELECT id FROM journey_type WHERE code = 'factuurvraag'")
                .query(Long.class)
                .single();
        LocalDate to = asOf.minusDays(20);
        for (LaneFilter filter : List.of(
                LaneFilter.everything(Grain.DEPARTMENT),
                new LaneFilter(Grain.DEPARTMENT, null, Period.endingOn(to, 90), null),
                new LaneFilter(Grain.DEPARTMENT, null, Period.endingOn(to, 300), null),
                new LaneFilter(Grain.DEPARTMENT, invoices, Period.endingOn(to, 120), null))) {
            Map<String, Set<String>> customers = customers(filter, invoices);
            lanes(filter).forEach(lane -> {
                if (lane.stake() == null) {
                    assertThat(customers).doesNotContainKey(name(lane));
                } else {
                    same(filter, lane, lane.stake(), customers.get(name(lane)), potentials);
                }
            });
            Stake all = application.getBean(ValueAtStake.class).total(filter).orElseThrow();
            same(filter, null, all, customers.get(Losses.ALL), potentials);
        }
    }

    private static Map<String, Set<String>> customers(LaneFilter filter, Long invoices) {
        Map<String, Set<String>> customers = new HashMap<>();
        for (Course course : courses) {
            if (invoices.equals(filter.journeyType())
                    && !course.journey().type().equals("factuurvraag")) {
                continue;
            }
            course.passes().stream()
                    .filter(pass -> course.broken().contains(pass.pickup()))
                    .filter(pass -> filter.period() == null
                            || filter.period().contains(LocalDate.ofInstant(pass.pickedUpAt(), Desk.ZONE)))
                    .forEach(pass -> {
                        customers
                                .computeIfAbsent(Losses.lane(pass), lane -> new HashSet<>())
                                .add(course.customer());
                        customers
                                .computeIfAbsent(Losses.ALL, lane -> new HashSet<>())
                                .add(course.customer());
                    });
        }
        return customers;
    }

    private static void same(
            LaneFilter filter,
            @Nullable LaneFigures lane,
            Stake stake,
            @Nullable Set<String> customers,
            Map<String, BigDecimal> potentials) {
        assertThat(customers).isNotNull().hasSize((int) stake.customers());
        assertThat(stake.potential())
                .isEqualByComparingTo(customers.stream()
                        .map(customer -> potentials.getOrDefault(customer, BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(stake.unvalued())
                .isEqualTo(customers.stream()
                        .filter(customer -> !potentials.containsKey(customer))
                        .count());
        var list = application
                .getBean(LaneEvidence.class)
                .handoffs(filter, lane, new Which.AtStake(), 0, Integer.MAX_VALUE);
        assertThat(list.total()).isEqualTo(stake.customers());
        assertThat(list.items()).hasSize((int) stake.customers()).allMatch(row -> row.broken());
    }

    @Test
    void lanes_are_ranked_by_what_is_at_stake_and_teams_are_not() {
        as(Role.EXECUTIVE, null);
        LaneFilter everything = LaneFilter.everything(Grain.DEPARTMENT);
        List<BigDecimal> amounts = lanes(everything).stream()
                .filter(lane -> lane.verdict() != LaneFigures.Verdict.TOO_FEW)
                .map(LaneFigures::atStake)
                .filter(Objects::nonNull)
                .map(Stake.Range::amount)
                .toList();

        assertThat(amounts).hasSizeGreaterThan(5).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(amounts.getFirst()).isPositive();
        assertThat(lanes(LaneFilter.everything(Grain.TEAM)))
                .allSatisfy(lane -> assertThat(lane.stake()).isNull());
        assertThat(lanes(new LaneFilter(Grain.DEPARTMENT, null, null, "LATE_PICKUP")))
                .allSatisfy(lane -> assertThat(lane.stake()).isNull());
    }

    @Test
    void who_may_be_told_sums_is_told_of_the_lanes_that_are_theirs() {
        LaneFilter everything = LaneFilter.everything(Grain.DEPARTMENT);
        ValueAtStake stakes = application.getBean(ValueAtStake.class);
        LaneEvidence evidence = application.getBean(LaneEvidence.class);
        as(Role.EXECUTIVE, null);
        long ofAll = stakes.total(everything).orElseThrow().customers();

        as(Role.LEAD, "planning");
        long ofPlanning = stakes.total(everything).orElseThrow().customers();
        assertThat(ofPlanning).isPositive().isLessThan(ofAll);
        assertThat(evidence.handoffs(everything, null, new Which.AtStake(), 0, Integer.MAX_VALUE)
                        .items())
                .hasSize((int) ofPlanning)
                .allMatch(row ->
                        row.from().code().equals("planning") || row.to().code().equals("planning"));
        as(Role.MARKETER, null);
        assertThat(stakes.total(everything)).isPresent();
        assertThatThrownBy(() -> evidence.handoffs(everything, null, new Which.AtStake(), 0, 10))
                .isInstanceOf(AccessDeniedException.class);
        as(Role.AGENT, "planning");
        assertThat(lanes(everything))
                .isNotEmpty()
                .allSatisfy(lane -> assertThat(lane.stake()).isNull());
        assertThatThrownBy(() -> evidence.handoffs(everything, null, new Which.AtStake(), 0, 10))
                .isInstanceOf(AccessDeniedException.class);
        for (Role role : List.of(Role.AGENT, Role.STEWARD, Role.ADMIN)) {
            as(role, "planning");
            assertThatThrownBy(() -> stakes.total(everything)).isInstanceOf(AccessDeniedException.class);
        }
    }
}
