package nl.baton.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.journey.JourneyType.Clock;
import nl.baton.journey.JourneyType.Planned;
import nl.baton.journey.JourneyType.Stage;
import nl.baton.journey.PlanRefused.Reason;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** A lead changes how journeys are planned to go. */
@DatabaseTest
class JourneyPlansTests {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    private JourneyPlans plans;

    @Autowired
    private JourneyTypes types;

    @Autowired
    private Departments departments;

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private long a;
    private long b;
    private long c;

    @BeforeEach
    void aType() {
        SystemWork.run(() -> types.resolve(key));
        a = department("A");
        b = department("B");
        c = department("C");
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

    private static void become(Role role, @Nullable Long home) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_051, "lead-x", Set.of(role), home));
    }

    private JourneyType type() {
        return plans.find(key).orElseThrow();
    }

    private static JourneyPlan plan(long... stages) {
        return new JourneyPlan(
                Arrays.stream(stages)
                        .mapToObj(department -> new Stage(department, DAY, Clock.BUSINESS))
                        .toList(),
                Duration.ofDays(3),
                Set.of());
    }

    private void assertRefused(JourneyPlan plan, Reason reason, int place) {
        JourneyType before = type();
        assertThatThrownBy(() -> plans.change(before, plan)).isInstanceOfSatisfying(PlanRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.place()).isEqualTo(place);
        });
        assertThat(type()).isEqualTo(before);
    }

    @Test
    void a_lead_plans_a_type_without_stages_and_it_is_in_the_audit_log() {
        become(Role.LEAD, c);
        JourneyPlan plan = new JourneyPlan(plan(a, b).stages(), Duration.ofDays(2), Set.of(new Planned(b, a)));
        JourneyType changed = plans.change(type(), plan);

        assertThat(changed).isEqualTo(type());
        assertThat(JourneyPlan.of(changed)).isEqualTo(plan);
        assertThat(jdbc.sql("""
                        SELECT CONCAT(username, ': ', reason) FROM audit_entry
                        WHERE action = 'journey-type.changed' AND subject = ?""").param(key).query(String.class).list())
                .containsExactly("lead-x: stages A" + key + " PT24H BUSINESS, B" + key
                        + " PT24H BUSINESS; rhythm PT48H; passes B" + key + ">A" + key);

        // the same once more is no change
        become(Role.LEAD, a);
        plans.change(changed, plan);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE subject = ?")
                        .param(key)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_lead_changes_a_type_in_which_the_own_department_has_a_stage_or_gets_one() {
        become(Role.LEAD, a);
        plans.change(type(), plan(a, b));

        become(Role.LEAD, c);
        assertRefused(plan(a), Reason.NOT_YOURS, -1);
        plans.change(type(), plan(a, b, c));

        become(Role.LEAD, b);
        plans.change(type(), plan(a, c));
        assertRefused(plan(a), Reason.NOT_YOURS, -1);

        become(Role.LEAD, null);
        assertRefused(plan(a), Reason.NO_DEPARTMENT, -1);
    }

    @Test
    void nobody_else_changes_a_plan_and_only_who_works_along_it_reads_it() {
        become(Role.LEAD, a);
        JourneyType read = type();
        for (Role role : Role.values()) {
            become(role, a);
            boolean reads = EnumSet.of(Role.AGENT, Role.EXECUTIVE, Role.LEAD).contains(role);
            if (reads) {
                assertThat(plans.find(key)).as(role.name()).isPresent();
                assertThat(plans.all()).as(role.name()).contains(read);
                assertThat(plans.plansFor()).as(role.name()).isEqualTo(role == Role.LEAD ? a : null);
            } else {
                assertThatThrownBy(() -> plans.find(key)).as(role.name()).isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> plans.all()).isInstanceOf(AccessDeniedException.class);
            }
            if (role != Role.LEAD) {
                assertThatThrownBy(() -> plans.change(read, plan(a)))
                        .as(role.name())
                        .isInstanceOf(AccessDeniedException.class);
            }
        }
    }

    @Test
    void the_second_of_two_leads_is_told_what_stands_now_and_nothing_is_lost() {
        become(Role.LEAD, a);
        JourneyType read = type();
        JourneyType first = plans.change(read, plan(a, b));

        assertThatThrownBy(() -> plans.change(read, plan(a, c)))
                .isInstanceOfSatisfying(
                        PlanMoved.class, moved -> assertThat(moved.now()).isEqualTo(first));
        assertThat(type()).isEqualTo(first);
        // who has seen it may go over it
        assertThat(plans.change(first, plan(a, c)).stages())
                .extracting(Stage::department)
                .containsExactly(a, c);
    }

    @Test
    void a_change_through_the_api_is_noticed_too() {
        become(Role.LEAD, a);
        JourneyType read = type();
        SystemWork.run(() -> types.define(new NewJourneyType(key, "Another name", Duration.ofDays(9), List.of())));

        assertThatThrownBy(() -> plans.change(read, plan(a))).isInstanceOf(PlanMoved.class);
    }

    @Test
    void a_plan_that_cannot_be_is_refused_with_the_field_and_the_place() {
        become(Role.LEAD, a);
        assertRefused(plan(a, b, b), Reason.STAGE_SAME, 2);
        assertRefused(plan(a, -1), Reason.STAGE_DEPARTMENT, 1);
        assertRefused(
                new JourneyPlan(List.of(new Stage(a, Duration.ZERO, Clock.CALENDAR)), null, Set.of()),
                Reason.STAGE_PROMISED,
                0);
        assertRefused(
                new JourneyPlan(List.of(new Stage(a, Duration.ofDays(4_000), Clock.CALENDAR)), null, Set.of()),
                Reason.STAGE_PROMISED,
                0);
        assertRefused(new JourneyPlan(List.of(), Duration.ofDays(-1), Set.of()), Reason.RHYTHM, -1);
        assertRefused(new JourneyPlan(List.of(), null, Set.of(new Planned(a, a))), Reason.PASS_SAME, 0);
        assertRefused(new JourneyPlan(List.of(), null, Set.of(new Planned(a, -1))), Reason.PASS_DEPARTMENT, 0);
        long[] many = new long[41];
        for (int i = 0; i < many.length; i++) {
            many[i] = i % 2 == 0 ? a : b;
        }
        assertRefused(plan(many), Reason.STAGES_MANY, -1);
    }
}
