package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.customer.Identity;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.handoff.Findings.Name;
import nl.baton.handoff.FoundFinding.State;
import nl.baton.handoff.LaneEvidence.Which;
import nl.baton.handoff.LaneFigures.RuleCount;
import nl.baton.journey.CaseKey;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.NewTouchpoint;
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

/** What a lead says of a finding: who may, what it does to figures and lists, and that it outlives a new computation. */
@DatabaseTest
class VerdictTests {

    private static final String LATE = "LATE_PICKUP";

    @Autowired
    private Findings findings;

    @Autowired
    private LaneEvidence evidence;

    @Autowired
    private HandoffFigures figures;

    @Autowired
    private FiguresVersion version;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private JourneyTypes types;

    @Autowired
    private Clock clock;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private LaneFilter filter;
    private long sales;
    private long billing;
    private Name late;
    private long journey;

    @BeforeEach
    void aHandoffThatWasPickedUpLate() {
        SystemWork.run(() -> {
            touchpoints.append(
                    List.of(step("1", 6, "sales"), step("2", 4, "billing"), step("3", 3.9, "elsewhere")), Via.API);
            projection.projectAll(done -> {});
            sales = department("sales");
            billing = department("billing");
            filter = new LaneFilter(Grain.DEPARTMENT, types.resolve(key), null, null);
        });
        as(sales, Role.LEAD);
        HandoffEvidence row = list(new Which.ByRule(LATE)).getFirst();
        late = new Name(row.pickup(), LATE);
        journey = row.journey().id();
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private NewTouchpoint step(String id, double daysAgo, String department) {
        Instant at = clock.instant()
                .minus(Duration.ofMinutes(Math.round(daysAgo * 24 * 60)))
                .truncatedTo(ChronoUnit.SECONDS);
        return NewTouchpoint.of(key, id, new CaseKey(key, key, "1"), at)
                .customer(List.of(Identity.source("K-" + key)))
                .department(department + " " + key)
                .build();
    }

    private long department(String name) {
        UnitName unit = UnitName.of(name + " " + key, null);
        return departments.resolve(List.of(unit)).get(unit).departmentId();
    }

    private static void as(@Nullable Long home, Role... roles) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_100_002, "verdicts", Set.of(roles), home));
    }

    private LaneFigures lane() {
        version.moveOn();
        return figures.lane(filter, sales, billing).orElseThrow();
    }

    private List<HandoffEvidence> list(Which which) {
        var page = evidence.handoffs(filter, lane(), which, 0, 10);
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items();
    }

    private RuleCount count() {
        return lane().breakdowns().stream()
                .filter(count -> count.rule().equals(LATE))
                .findFirst()
                .orElseThrow();
    }

    private FoundFinding found() {
        return findings.at(Grain.DEPARTMENT, journey, late.pickup()).getFirst();
    }

    private void compute() {
        SystemWork.run(() -> projection.projectAll(done -> {}));
    }

    @Test
    void a_mended_finding_goes_on_counting_and_says_who_mended_it() {
        findings.mend(late, "A colleague was ill");
        compute();

        assertThat(found().state()).isEqualTo(State.MENDED);
        assertThat(found().decidedBy()).isEqualTo("Tess Tester");
        assertThat(found().reason()).isEqualTo("A colleague was ill");
        assertThat(count()).satisfies(count -> {
            assertThat(count.handoffs()).isEqualTo(1);
            assertThat(count.dismissed()).isZero();
        });
        assertThat(list(new Which.Dismissed(LATE))).isEmpty();

        findings.undecide(late);
        assertThat(found().state()).isEqualTo(State.OPEN);
        assertThat(found().decidedBy()).isNull();
    }

    @Test
    void a_dismissed_finding_counts_no_more_and_is_counted_apart_until_it_is_taken_back() {
        assertThatThrownBy(() -> findings.dismiss(late, "  ")).isInstanceOf(Findings.ReasonMissing.class);
        assertThatThrownBy(() -> findings.dismiss(late, "a".repeat(1_001))).isInstanceOf(Findings.ReasonMissing.class);
        as(billing, Role.LEAD);
        findings.dismiss(late, "The receiver was told by phone");
        assertThat(found().state())
                .as("what was said is shown at once, computed or not")
                .isEqualTo(State.DISMISSED);
        compute();

        dismissed();
        SystemWork.run(rebuild::requestFromTheStart);
        JudgingTests.await(rebuild);
        dismissed();

        findings.undecide(late);
        assertThat(found().state()).isEqualTo(State.OPEN);
        compute();
        assertThat(count()).satisfies(count -> {
            assertThat(count.handoffs()).isEqualTo(1);
            assertThat(count.dismissed()).isZero();
        });
        assertThat(list(new Which.Broken())).hasSize(1);
        assertThat(list(new Which.Dismissed(LATE))).isEmpty();
    }

    private void dismissed() {
        assertThat(count()).satisfies(count -> {
            assertThat(count.handoffs()).isZero();
            assertThat(count.dismissed()).isEqualTo(1);
            assertThat(count.rate().broken()).isZero();
            assertThat(count.rate().judged()).isEqualTo(1);
        });
        assertThat(lane().rate().broken()).isZero();
        assertThat(list(new Which.Broken())).isEmpty();
        assertThat(list(new Which.ByRule(LATE))).isEmpty();
        assertThat(list(new Which.Dismissed(LATE))).singleElement().satisfies(row -> {
            assertThat(row.broken()).isFalse();
            assertThat(row.findings()).allMatch(Finding::dismissed);
        });
        assertThat(found().state()).isEqualTo(State.DISMISSED);
    }

    @Test
    void only_leads_of_either_department_judge_and_a_masked_reader_reads_no_reason() {
        findings.mend(late, "Named the customer all the same");
        for (Role role : Role.values()) {
            as(role == Role.LEAD ? sales + 1_000_000 : sales, role);
            assertThatThrownBy(() -> findings.mend(late, "")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> findings.dismiss(late, "x")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> findings.undecide(late)).isInstanceOf(AccessDeniedException.class);
        }
        as(billing, Role.AGENT);
        assertThat(found().reason()).isEqualTo("Named the customer all the same");
        assertThat(findings.mayJudge(sales, billing)).isFalse();
        as(null, Role.EXECUTIVE);
        assertThat(found().reason()).isNull();
        assertThat(found().decidedBy()).isEqualTo("Tess Tester");
        as(sales + 1_000_000, Role.AGENT);
        assertThat(findings.at(Grain.DEPARTMENT, journey, late.pickup())).isEmpty();
        for (Role role : List.of(Role.MARKETER, Role.STEWARD, Role.ADMIN)) {
            as(sales, role);
            assertThatThrownBy(this::found).isInstanceOf(AccessDeniedException.class);
        }
        as(billing, Role.LEAD);
        assertThat(findings.mayJudge(sales, billing)).isTrue();
        findings.undecide(late);
        assertThat(found().state()).isEqualTo(State.OPEN);
    }
}
