package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.baton.base.BatonProperties;
import nl.baton.base.Period;
import nl.baton.customer.Identity;
import nl.baton.database.DatabaseTest;
import nl.baton.handoff.LaneEvidence.Which;
import nl.baton.journey.CaseKey;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import nl.baton.value.Contracts;
import nl.baton.value.NewContract;
import nl.baton.value.Valuation;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** What is at stake on either database: computed after a valuation, each customer once, and the list behind it. */
@DatabaseTest
class StakeTests {

    @Autowired
    private HandoffFigures figures;

    @Autowired
    private LaneEvidence evidence;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private Contracts contracts;

    @Autowired
    private Valuation valuation;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JourneyTypes types;

    @Autowired
    private BatonProperties company;

    @Autowired
    private Clock clock;

    private final String key = UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    /** A customer's journey from one department to another; late when it took four days. */
    private List<NewTouchpoint> journey(String customer, int number, double daysAgo, boolean late) {
        return List.of(
                step(customer, number, 1, daysAgo, "sales"),
                step(customer, number, 2, daysAgo - (late ? 4 : 0.01), "billing"),
                step(customer, number, 3, daysAgo - 4.5, "elsewhere"));
    }

    private NewTouchpoint step(String customer, int number, int n, double daysAgo, String department) {
        // at noon of a Wednesday: nobody waits through a closed weekend
        Instant at = clock.instant()
                .atZone(company.zone())
                .truncatedTo(ChronoUnit.DAYS)
                .with(DayOfWeek.WEDNESDAY)
                .plusHours(12)
                .toInstant()
                .minus(Duration.ofMinutes(Math.round(daysAgo * 24 * 60)));
        String journey = customer + "-" + number;
        return NewTouchpoint.of(key, journey + "-" + n, new CaseKey(key, key, journey), at)
                .customer(List.of(Identity.source(customer + key)))
                .department(department + " " + key)
                .build();
    }

    private NewContract contract(String customer, @Nullable Integer endedDaysAgo) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC"));
        return new NewContract(
                key,
                "C-" + customer,
                customer + key,
                new BigDecimal("100"),
                new BigDecimal("20"),
                "EUR",
                today.minusDays(900),
                endedDaysAgo == null ? null : today.minusDays(endedDaysAgo),
                null);
    }

    @Test
    void it_follows_a_valuation_counts_each_customer_once_and_leads_to_them() {
        SystemWork.run(() -> {
            contracts.store(List.of(contract("left", 200), contract("stayed", null), contract("late", null)));
            touchpoints.append(journey("left", 1, 280, true), Via.API);
            touchpoints.append(journey("left", 2, 245, true), Via.API);
            touchpoints.append(journey("stayed", 1, 280, false), Via.API);
            touchpoints.append(journey("late", 1, 21, true), Via.API);
            projection.projectAll(done -> {});
            valuation.request();
        });
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> SystemWork.call(() -> valuation.underWay().isEmpty()));
        // the work behind the scenes has it within seconds
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> jdbc.sql("""
                        SELECT COUNT(*) FROM value_scoring v JOIN stake_run s ON s.scoring = v.scoring AND s.state = 'LIVE'
                        WHERE v.state = 'LIVE'""").query(Integer.class).single() == 1);

        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_700_000, "stakes", Set.of(Role.EXECUTIVE), null));
        var everything = new LaneFilter(Grain.DEPARTMENT, SystemWork.call(() -> types.resolve(key)), null, null);
        LaneFigures lane = lane(everything);
        Stake stake = Objects.requireNonNull(lane.stake());
        assertThat(stake.customers()).isEqualTo(2);
        RiskDifference loss = Objects.requireNonNull(stake.loss());
        assertThat(loss.broken()).isEqualTo(2);
        assertThat(loss.whole()).isEqualTo(1);
        assertThat(loss.estimate()).isEqualTo(1);
        assertThat(stake.range()).as("too few to say").isNull();
        assertThat(evidence.handoffs(everything, lane, new Which.AtStake(), 0, 10)
                        .items())
                .hasSize(2)
                .allMatch(HandoffEvidence::broken);

        LocalDate today = LocalDate.ofInstant(clock.instant(), company.zone());
        var lately = new LaneFilter(Grain.DEPARTMENT, everything.journeyType(), Period.endingOn(today, 60), null);
        assertThat(Objects.requireNonNull(lane(lately).stake()).customers()).isEqualTo(1);
        assertThat(evidence.handoffs(lately, null, new Which.AtStake(), 0, 10).total())
                .isEqualTo(1);
    }

    private LaneFigures lane(LaneFilter filter) {
        return figures.ranking(filter).lanes().stream()
                .filter(lane -> lane.from().name().startsWith("sales"))
                .findFirst()
                .orElseThrow();
    }
}
