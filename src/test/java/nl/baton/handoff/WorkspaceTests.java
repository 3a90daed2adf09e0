package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.baton.base.BatonProperties;
import nl.baton.base.Period;
import nl.baton.customer.Identity;
import nl.baton.database.DatabaseTest;
import nl.baton.database.StatementCount;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.feedback.FeedbackItems;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.FeedbackStatus;
import nl.baton.feedback.NewFeedback;
import nl.baton.handoff.DepartmentBreaks.Asked;
import nl.baton.handoff.DepartmentBreaks.Line;
import nl.baton.handoff.DepartmentBreaks.Side;
import nl.baton.handoff.DepartmentPacts.Standing;
import nl.baton.handoff.DepartmentPasses.End;
import nl.baton.handoff.DepartmentPasses.Waiting;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Outcome;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a department finds in its workspace: every count as many rows, and nobody else's. */
@DatabaseTest
class WorkspaceTests {

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private FeedbackItems feedbackItems;

    @Autowired
    private DepartmentPasses passes;

    @Autowired
    private DepartmentBreaks breaks;

    @Autowired
    private DepartmentPacts agreed;

    @Autowired
    private DepartmentFeedback feedback;

    @Autowired
    private DepartmentWeeks weeks;

    @Autowired
    private Pacts pacts;

    @Autowired
    private Clock clock;

    @Autowired
    private BatonProperties properties;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private long a;
    private long b;
    private long c;

    @BeforeEach
    void aCompany() {
        List<NewTouchpoint> steps = new ArrayList<>();
        // three wait for B, two of them too long, the second with a chase
        pass(steps, "p1", 2);
        pass(steps, "p2", 30);
        steps.add(step("p2", "3", 20, "A").direction(Direction.INBOUND).build());
        pass(steps, "p3", 50);
        // A passes to B, which is late with three of four
        for (int i = 0; i < 4; i++) {
            double passed = 24 * 10 + i;
            steps.add(step("l" + i, "1", passed, "A").outcome(Outcome.DONE).build());
            steps.add(step("l" + i, "2", i == 0 ? passed - 1 : passed - 20, "B")
                    .outcome(Outcome.RESOLVED)
                    .build());
        }
        // A passes to B, B gives back, A closes
        steps.add(step("pp", "1", 130, "A").build());
        steps.add(step("pp", "2", 129, "B").build());
        steps.add(step("pp", "3", 128, "A").outcome(Outcome.RESOLVED).build());
        // C passes to A, in time
        steps.add(step("x", "1", 50, "C").outcome(Outcome.DONE).build());
        steps.add(step("x", "2", 49, "A").outcome(Outcome.RESOLVED).build());
        SystemWork.run(() -> {
            touchpoints.append(steps, Via.API);
            projection.projectAll(done -> {});
            feedbackItems.store(List.of(
                    said("1", "l0", "B" + key, 24, "woorden van B"),
                    said("2", "l1", null, 25, "van niemand"),
                    said("3", "l2", "C" + key, 26, "van C"),
                    said("4", "x", "C" + key, 20, "over A, van C"),
                    said("5", "pp", null, 23, "over A, van niemand")));
        });
        a = department("A");
        b = department("B");
        c = department("C");
    }

    private void pass(List<NewTouchpoint> steps, String caseNumber, double hoursAgo) {
        steps.add(step(caseNumber, "1", hoursAgo + 1, "A").build());
        steps.add(step(caseNumber, "2", hoursAgo, "A")
                .outcome(Outcome.TRANSFERRED)
                .handedTo(new NewTouchpoint.HandedTo("B" + key, null))
                .build());
    }

    private Instant hoursAgo(double hours) {
        return clock.instant().minus(Duration.ofMinutes(Math.round(hours * 60))).truncatedTo(ChronoUnit.SECONDS);
    }

    private NewTouchpoint.Builder step(String caseNumber, String id, double hoursAgo, String department) {
        return NewTouchpoint.of(key, caseNumber + "-" + id, new CaseKey("t" + key, key, caseNumber), hoursAgo(hoursAgo))
                .customer(List.of(Identity.source("K-" + key)))
                .direction(Direction.INTERNAL)
                .department(department + key);
    }

    private NewFeedback said(String id, String caseNumber, @Nullable String owner, double hoursAgo, String text) {
        return new NewFeedback(
                key,
                id,
                null,
                new CaseKey("t" + key, key, caseNumber),
                null,
                null,
                FeedbackKind.CSAT,
                4,
                text,
                null,
                null,
                hoursAgo(hoursAgo),
                FeedbackStatus.NEW,
                owner,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private long department(String letter) {
        UnitName name = UnitName.of(letter + key, null);
        return SystemWork.call(
                () -> departments.resolve(List.of(name)).get(name).departmentId());
    }

    private static void as(@Nullable Long home, Role... roles) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_100_000, "access", Set.of(roles), home));
    }

    private Period period() {
        ZoneId zone = properties.zone();
        return Period.endingOn(LocalDate.ofInstant(clock.instant(), zone), 28);
    }

    @Test
    void what_waits_is_listed_the_longest_waiting_first() {
        as(b, Role.AGENT);

        Waiting waiting = passes.waiting(b, End.RECEIVER, 2);

        assertThat(waiting.total()).isEqualTo(3);
        assertThat(waiting.overdue()).isEqualTo(2);
        assertThat(waiting.first())
                .extracting(pass -> pass.evidence().journey().caseNumber())
                .containsExactly("p3", "p2");
        assertThat(waiting.longest()).satisfies(pass -> {
            assertThat(pass.overdue()).isTrue();
            assertThat(pass.evidence().businessWait()).isCloseTo(Duration.ofHours(50), Duration.ofMinutes(5));
            assertThat(pass.agreed()).isEqualTo(Duration.ofHours(8));
        });
        assertThat(waiting.first().get(1).chases()).isEqualTo(1);
        assertThat(passes.page(b, End.RECEIVER, false, 0, 50).items()).hasSize(3);
        assertThat(passes.page(b, End.RECEIVER, true, 0, 50).items()).hasSize(2).allMatch(WaitingPass::overdue);
        assertThat(passes.page(b, End.RECEIVER, true, 0, 50).total()).isEqualTo(2);
        assertThat(passes.waiting(b, End.PASSER, 5).total()).isZero();

        as(a, Role.LEAD);
        assertThat(passes.waiting(a, End.PASSER, 5).total()).isEqualTo(3);
        assertThat(passes.page(a, End.PASSER, true, 0, 50).items()).hasSize(2);
        assertThat(passes.waiting(a, End.RECEIVER, 5).longest()).isNull();
    }

    @Test
    void what_breaks_lies_at_one_door_or_the_other() {
        as(b, Role.LEAD);
        assertThat(breaks.byRule(b, Side.BROKEN_BY_US, period()))
                .extracting(
                        Line::rule,
                        line -> line.rate().broken(),
                        line -> line.rate().judged())
                // late with three of the five that B received; giving one back, of the one that B passed on
                .containsExactlyInAnyOrder(tuple("LATE_PICKUP", 3L, 5L), tuple("PING_PONG", 1L, 1L));
        assertThat(breaks.byLane(b, Side.SUFFERED, period())).isEmpty();

        as(a, Role.LEAD);
        assertThat(breaks.byRule(a, Side.BROKEN_BY_US, period())).isEmpty();
        assertThat(breaks.byLane(a, Side.SUFFERED, period()))
                .extracting(Line::rule, line -> line.rate().broken())
                .containsExactly(tuple("LATE_PICKUP", 3L), tuple("PING_PONG", 1L));
    }

    @Test
    void every_count_of_breakdowns_is_as_many_rows() {
        for (long department : List.of(a, b, c)) {
            as(department, Role.LEAD);
            for (Side side : Side.values()) {
                long all = 0;
                for (Line line : breaks.byRule(department, side, period())) {
                    var page = breaks.page(new Asked(department, side, period(), line.rule(), null), 0, 100);
                    assertThat(page.total()).isEqualTo(line.rate().broken());
                    assertThat(page.items())
                            .hasSize((int) line.rate().broken())
                            .allSatisfy(row -> assertThat(row.findings())
                                    .singleElement()
                                    .satisfies(finding ->
                                            assertThat(finding.rule()).isEqualTo(line.rule())));
                    all += page.total();
                }
                for (Line line : breaks.byLane(department, side, period())) {
                    long lane = Objects.requireNonNull(line.lane()).laneId();
                    assertThat(breaks.page(new Asked(department, side, period(), line.rule(), lane), 0, 100)
                                    .items())
                            .hasSize((int) line.rate().broken());
                }
                assertThat(breaks.page(new Asked(department, side, period(), null, null), 0, 100)
                                .items())
                        .hasSize((int) all);
            }
        }
    }

    @Test
    void pacts_stand_beside_what_was_seen() {
        as(a, Role.LEAD);
        Pact proposed = pacts.propose(new NewPact(
                a,
                b,
                Duration.ofHours(2),
                List.of("meter number"),
                1,
                clock.instant().plusSeconds(1)));
        assertThat(agreed.of(a, period()))
                .singleElement()
                .satisfies(lane -> assertThat(lane.standing()).isEqualTo(Standing.PROPOSED_BY_US));
        as(b, Role.LEAD);
        assertThat(agreed.of(b, period())).singleElement().satisfies(lane -> {
            assertThat(lane.standing()).isEqualTo(Standing.TO_BE_SIGNED_BY_US);
            assertThat(lane.inTime()).isNull();
        });
        pacts.sign(proposed.id());
        assertThat(agreed.of(b, period()))
                .singleElement()
                .satisfies(lane -> assertThat(lane.standing()).isIn(Standing.SIGNED_AHEAD, Standing.IN_FORCE));
        as(c, Role.AGENT);
        assertThat(agreed.of(c, period())).isEmpty();
    }

    @Test
    void feedback_is_counted_for_all_and_read_by_whom_it_is_for() {
        as(b, Role.AGENT);
        assertThat(feedback.counts(b, period())).isEqualTo(new DepartmentFeedback.Counts(3, 1, 1, 2));
        assertThat(feedback.page(b, period(), 0, 10).total()).isEqualTo(2);
        assertThat(feedback.page(b, period(), 0, 10).items())
                .extracting(DepartmentFeedback.Said::text)
                .containsExactly("woorden van B", "van niemand");

        as(b, Role.LEAD);
        assertThat(feedback.page(b, period(), 0, 10).items())
                .extracting(DepartmentFeedback.Said::text)
                .containsExactly("woorden van B", null);
        assertThat(feedback.page(b, period(), 0, 10).items().get(1).withheld()).isTrue();

        as(null, Role.EXECUTIVE);
        assertThat(feedback.counts(b, period())).isEqualTo(new DepartmentFeedback.Counts(3, 1, 1, 0));
        assertThat(feedback.page(b, period(), 0, 10).items()).isEmpty();
    }

    @Test
    void a_week_stands_beside_the_one_before() {
        as(b, Role.LEAD);
        DepartmentWeeks.Weeks both = weeks.of(b);

        assertThat(both.now().handoffs()).isEqualTo(1);
        assertThat(both.before().handoffs()).isEqualTo(4);
        assertThat(both.before().inTime().broken()).isEqualTo(1);
        assertThat(both.before().inTime().judged()).isEqualTo(4);
        assertThat(both.before().waits().p50()).isEqualTo(20 * 3600.0);
        assertThat(both.brokenCertain()).isFalse();
    }

    @Test
    void each_role_sees_its_own_department_and_an_executive_any_masked() {
        for (Role role : List.of(Role.AGENT, Role.LEAD)) {
            as(a, role);
            assertThat(passes.waiting(a, End.PASSER, 1).total()).isEqualTo(3);
            assertThatThrownBy(() -> passes.waiting(b, End.RECEIVER, 1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> passes.page(b, End.RECEIVER, false, 0, 1))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> breaks.byRule(b, Side.SUFFERED, period()))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> breaks.page(new Asked(b, Side.SUFFERED, period(), null, null), 0, 1))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> agreed.of(b, period())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> feedback.counts(b, period())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> feedback.page(b, period(), 0, 1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> weeks.of(b)).isInstanceOf(AccessDeniedException.class);
        }
        as(null, Role.EXECUTIVE);
        assertThat(passes.waiting(b, End.RECEIVER, 3).first()).hasSize(3).allSatisfy(pass -> {
            assertThat(pass.evidence().customer().number()).isEmpty();
            assertThat(pass.evidence().journey().caseNumber()).isEmpty();
        });
        for (Role role : List.of(Role.MARKETER, Role.STEWARD, Role.ADMIN)) {
            as(b, role);
            assertThatThrownBy(() -> passes.waiting(b, End.RECEIVER, 1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> breaks.byRule(b, Side.SUFFERED, period()))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> agreed.of(b, period())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> feedback.counts(b, period())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> weeks.of(b)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void what_a_screen_asks_does_not_grow_with_what_waits() {
        as(b, Role.AGENT);
        int few = StatementCount.of(() -> passes.waiting(b, End.RECEIVER, 6)).size();
        List<NewTouchpoint> more = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            pass(more, "m" + i, 3 + i);
        }
        SystemWork.run(() -> {
            touchpoints.append(more, Via.API);
            projection.projectAll(done -> {});
        });

        assertThat(passes.waiting(b, End.RECEIVER, 6).total()).isEqualTo(43);
        assertThat(StatementCount.of(() -> passes.waiting(b, End.RECEIVER, 6))).hasSizeLessThanOrEqualTo(few);
        assertThat(few).isLessThanOrEqualTo(20);
    }
}
