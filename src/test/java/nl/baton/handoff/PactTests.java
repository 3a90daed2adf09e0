package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.handoff.Pact.State;
import nl.baton.handoff.PactRefused.Reason;
import nl.baton.journey.CaseKey;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Two leads agree something for a lane: who may, in what order, and what becomes of the handoffs. */
@DatabaseTest
class PactTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private Pacts pacts;

    @Autowired
    private LaneAgreement agreement;

    @Autowired
    private HandoffFigures figures;

    @Autowired
    private FiguresVersion version;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private JourneyTypes types;

    @Autowired
    private BatonProperties properties;

    @Autowired
    private Clock clock;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private long sales;
    private long billing;
    private long elsewhere;

    @BeforeEach
    void departments() {
        SystemWork.run(() -> {
            sales = department("sales");
            billing = department("billing");
            elsewhere = department("elsewhere");
        });
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private long department(String name) {
        UnitName unit = UnitName.of(name + " " + key, null);
        return departments.resolve(List.of(unit)).get(unit).departmentId();
    }

    private static void as(@Nullable Long home, Role... roles) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_100_001, "pacts", Set.of(roles), home));
    }

    private Instant dayFromNow(int days) {
        LocalDate today = Days.dayOf(clock.instant(), properties.zone());
        return today.plusDays(days).atStartOfDay(properties.zone()).toInstant();
    }

    private NewPact within(Duration pickUp, Instant since, String... facts) {
        return new NewPact(sales, billing, pickUp, List.of(facts), 0, since);
    }

    private static void refused(ThrowingCallable call, Reason reason) {
        assertThatExceptionOfType(PactRefused.class)
                .isThrownBy(call)
                .extracting(PactRefused::reason)
                .isEqualTo(reason);
    }

    @Test
    void one_lead_proposes_and_the_other_signs() {
        as(sales, Role.LEAD);
        Pact proposed = pacts.propose(within(HOUR, dayFromNow(0), "meter number", "Meter Number ", "date"));
        assertThat(proposed.state()).isEqualTo(State.PROPOSED);
        assertThat(proposed.requiredFacts()).containsExactly("meter number", "date");
        assertThat(proposed.signedFrom()).isNotNull();
        assertThat(proposed.signedTo()).isNull();
        assertThat(pacts.termsNow(sales, billing).agreed()).isFalse();
        refused(() -> pacts.sign(proposed.id()), Reason.ALREADY_SIGNED);

        as(billing, Role.LEAD);
        Pact signed = pacts.sign(proposed.id());

        assertThat(signed.state()).isEqualTo(State.SIGNED);
        assertThat(signed.signedTo()).isNotNull();
        assertThat(pacts.termsNow(sales, billing)).isEqualTo(new Terms(HOUR, 0, List.of("meter number", "date"), true));
        assertThat(pacts.termsNow(billing, sales).agreed())
                .as("the other way is another lane")
                .isFalse();
        refused(() -> pacts.sign(proposed.id()), Reason.NOT_OPEN);
        refused(() -> pacts.withdraw(proposed.id()), Reason.NOT_OPEN);
    }

    @Test
    void a_proposal_is_withdrawn_turned_down_or_overtaken_and_none_of_them_is_ever_in_force() {
        as(billing, Role.LEAD);
        Pact withdrawn = pacts.propose(within(HOUR, dayFromNow(0)));
        pacts.withdraw(withdrawn.id());
        Pact turnedDown = pacts.propose(within(HOUR, dayFromNow(0)));
        as(sales, Role.LEAD);
        pacts.withdraw(turnedDown.id());
        Pact overtaken = pacts.propose(within(HOUR, dayFromNow(0)));
        as(billing, Role.LEAD);
        Pact last = pacts.propose(within(HOUR.multipliedBy(2), dayFromNow(3)));

        assertThat(pacts.of(sales, billing))
                .extracting(Pact::version, Pact::state)
                .containsExactly(
                        tuple(4, State.PROPOSED),
                        tuple(3, State.WITHDRAWN),
                        tuple(2, State.WITHDRAWN),
                        tuple(1, State.WITHDRAWN));
        as(sales, Role.LEAD);
        refused(() -> pacts.sign(overtaken.id()), Reason.NOT_OPEN);
        pacts.sign(last.id());
        assertThat(pacts.termsNow(sales, billing).agreed())
                .as("its day has not come")
                .isFalse();
    }

    @Test
    void what_is_wrong_with_a_proposal_is_named() {
        as(sales, Role.LEAD);
        Instant today = dayFromNow(0);
        refused(() -> pacts.propose(within(Duration.ZERO, today)), Reason.PICK_UP);
        refused(() -> pacts.propose(within(Duration.ofDays(367), today)), Reason.PICK_UP);
        refused(() -> pacts.propose(within(HOUR, dayFromNow(-1))), Reason.SINCE);
        refused(() -> pacts.propose(within(HOUR, today, "a".repeat(101))), Reason.REQUIRED_FACTS);
        refused(() -> pacts.propose(new NewPact(sales, billing, HOUR, List.of(), 1_001, today)), Reason.MAX_RETURNS);
        refused(() -> pacts.propose(new NewPact(sales, sales, HOUR, List.of(), 0, today)), Reason.SAME_DEPARTMENT);
        assertThat(pacts.of(sales, billing)).isEmpty();
    }

    @Test
    void only_leads_of_the_two_departments_have_a_say_and_only_some_roles_read() {
        as(sales, Role.LEAD);
        Pact open = pacts.propose(within(HOUR, dayFromNow(0)));
        assertThat(pacts.mayPropose(sales, billing)).isTrue();

        for (Long other : new Long[] {elsewhere, null}) {
            as(other, Role.LEAD);
            refused(() -> pacts.propose(within(HOUR, dayFromNow(0))), Reason.NOT_YOUR_LANE);
            refused(() -> pacts.sign(open.id()), Reason.NOT_YOUR_LANE);
            refused(() -> pacts.withdraw(open.id()), Reason.NOT_YOUR_LANE);
            assertThat(pacts.mayPropose(sales, billing)).isFalse();
        }
        for (Role role : Role.values()) {
            if (role == Role.LEAD) {
                continue;
            }
            as(billing, role);
            assertThatThrownBy(() -> pacts.propose(within(HOUR, dayFromNow(0))))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> pacts.sign(open.id())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> pacts.withdraw(open.id())).isInstanceOf(AccessDeniedException.class);
            if (role == Role.AGENT || role == Role.EXECUTIVE) {
                assertThat(pacts.of(sales, billing)).hasSize(1);
                assertThat(pacts.mayPropose(sales, billing)).isFalse();
            } else {
                assertThatThrownBy(() -> pacts.of(sales, billing)).isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> pacts.termsNow(sales, billing)).isInstanceOf(AccessDeniedException.class);
            }
        }
        as(billing, Role.LEAD);
        assertThat(pacts.of(sales, billing)).extracting(Pact::state).containsExactly(State.PROPOSED);
    }

    @Test
    void what_is_observed_follows_once_both_have_signed() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        // in a day that began a moment ago the first wait began before it, as far as any test can know
        Instant begun = dayFromNow(0).isBefore(now.minusSeconds(120)) ? now.minusSeconds(100) : now;
        SystemWork.run(() -> {
            touchpoints.append(
                    List.of(
                            step("1", "a", begun, "sales"),
                            step("2", "a", begun.plusSeconds(90), "billing"),
                            step("3", "a", begun.plusSeconds(91), "elsewhere")),
                    Via.API);
            projection.projectAll(done -> {});
        });
        as(sales, Role.LEAD);
        LaneAgreement.Observed before = observed();
        assertThat(before.handoffs()).isEqualTo(1);
        assertThat(before.waits().p50()).isEqualTo(90);
        assertThat(before.late()).satisfies(late -> {
            assertThat(late.handoffs()).isZero();
            assertThat(late.rate().judged()).isEqualTo(1);
        });

        Pact open = pacts.propose(within(Duration.ofMinutes(1), dayFromNow(0), "meter number"));
        as(billing, Role.LEAD);
        pacts.sign(open.id());
        SystemWork.run(() -> projection.projectAll(done -> {}));

        LaneAgreement.Observed after = observed();
        assertThat(after.late().handoffs()).isEqualTo(1);
        assertThat(after.late().rate().broken()).isEqualTo(1);
        assertThat(after.incomplete().handoffs()).isEqualTo(1);
        assertThat(after.returned().handoffs()).isZero();

        as(billing, Role.MARKETER);
        assertThatThrownBy(this::observed).isInstanceOf(AccessDeniedException.class);
    }

    private LaneAgreement.Observed observed() {
        version.moveOn();
        var filter = new LaneFilter(Grain.DEPARTMENT, SystemWork.call(() -> types.resolve(key)), null, null);
        return figures.lane(filter, sales, billing)
                .map(lane -> agreement.observed(filter, lane))
                .orElseThrow();
    }

    private NewTouchpoint step(String id, String caseNumber, Instant at, String department) {
        return NewTouchpoint.of(key, id, new CaseKey(key, key, caseNumber), at)
                .department(department + " " + key)
                .build();
    }
}
