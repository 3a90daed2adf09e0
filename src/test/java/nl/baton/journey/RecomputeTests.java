package nl.baton.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.baton.database.DatabaseTest;
import nl.baton.department.DepartmentAdministration;
import nl.baton.department.DepartmentUse;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.department.NewDepartment;
import nl.baton.journey.JourneyType.Clock;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which journeys are computed again when the company changes something that handoffs follow from. */
@DatabaseTest
class RecomputeTests {

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Departments departments;

    @Autowired
    private DepartmentAdministration administration;

    @Autowired
    private JourneyTypes types;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private final String a = "a " + key;
    private final String b = "b " + key;
    private final String c = "c " + key;

    /** Journey 1 is worked on by A, journey 2 by B and handed to A, journey 3 by C. */
    @BeforeEach
    void threeJourneys() {
        SystemWork.run(() -> touchpoints.append(
                List.of(
                        step("1").department(a).build(),
                        step("2")
                                .department(b)
                                .handedTo(new NewTouchpoint.HandedTo(a, null))
                                .build(),
                        step("3").department(c).build()),
                Via.API));
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_030, "tester", Set.of(Role.ADMIN), null));
    }

    @AfterEach
    void tidyUp() {
        SecurityContextHolder.clearContext();
    }

    private NewTouchpoint.Builder step(String journey) {
        return NewTouchpoint.of(
                key, "t" + journey, new CaseKey(key, key, journey), Instant.parse("2026-02-02T08:00:00Z"));
    }

    /** The cases that a change puts on the queue, looked at before any worker can see them. */
    private List<String> marked(Runnable change) {
        return new TransactionTemplate(transactions).execute(status -> {
            long last = jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM changed_case")
                    .query(Long.class)
                    .single();
            change.run();
            return jdbc.sql("""
                            SELECT DISTINCT j.case_number FROM changed_case c JOIN journey_case j ON j.id = c.case_id
                            WHERE j.source = ? AND c.id > ? ORDER BY j.case_number""").params(key, last).query(String.class).list();
        });
    }

    private long id(String department) {
        UnitName name = UnitName.of(department, null);
        return SystemWork.call(() -> departments.resolve(List.of(name)))
                .get(name)
                .departmentId();
    }

    private void define(String name, String zone, String hours, String holidays) {
        administration.define(new NewDepartment(a, name, List.of(), zone, hours, holidays));
    }

    @Test
    void another_calendar_concerns_the_journeys_that_the_department_has_or_is_handed() {
        assertThat(marked(() -> define(a, null, "Mo-Fr 09:00-17:00", null))).containsExactly("1", "2");
        assertThat(marked(() -> define(a, null, "Mo-Fr 09:00-17:00", "NL"))).containsExactly("1", "2");
        assertThat(marked(() -> define(a, "Europe/Brussels", "Mo-Fr 09:00-17:00", "NL")))
                .containsExactly("1", "2");
    }

    @Test
    void another_name_and_the_same_calendar_concern_none() {
        define(a, null, "Mo-Fr 09:00-17:00", "NL");
        assertThat(marked(() -> define("Another " + key, null, "Mo-Fr 09:00-17:00", "NL")))
                .isEmpty();
    }

    @Test
    void merging_and_parting_concern_the_journeys_of_both() {
        assertThat(marked(() -> administration.merge(id(c), id(a)))).containsExactly("1", "2", "3");
        assertThat(marked(() -> administration.part(id(c)))).containsExactly("1", "2", "3");
        assertThat(administration.use(id(a))).isEqualTo(new DepartmentUse.Count(2, 2));
    }

    @Test
    void what_is_undone_marks_nothing() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            define(a, null, "Mo-Fr 09:00-17:00", null);
            status.setRollbackOnly();
        });

        assertThat(marked(() -> {})).isEmpty();
    }

    @Test
    void another_plan_concerns_the_journeys_of_the_type() {
        assertThat(marked(() ->
                        types.define(type("Some type", List.of(new NewJourneyType.PlannedPass(a, b)), List.of()))))
                .containsExactly("1", "2", "3");
        var stage = new NewJourneyType.Stage(b, Duration.ofHours(8), Clock.BUSINESS);
        assertThat(marked(() ->
                        types.define(type("Some type", List.of(new NewJourneyType.PlannedPass(a, b)), List.of(stage)))))
                .containsExactly("1", "2", "3");

        assertThat(marked(() -> types.define(
                        type("Another name", List.of(new NewJourneyType.PlannedPass(a, b)), List.of(stage)))))
                .isEmpty();
        var passes = List.of(new NewJourneyType.PlannedPass(a, b));
        assertThat(marked(() -> types.define(new NewJourneyType(
                        key,
                        "Another name",
                        Duration.ofDays(3),
                        passes,
                        List.of(stage),
                        JourneyType.USUAL_CONTACT_GAP))))
                .containsExactly("1", "2", "3");
    }

    @Test
    void a_plan_is_read_with_the_survivor_in_a_merged_departments_place() {
        var stage = new NewJourneyType.Stage(c, Duration.ofDays(2), Clock.CALENDAR);
        types.define(type("Some type", List.of(new NewJourneyType.PlannedPass(a, c)), List.of(stage, stage)));
        administration.merge(id(c), id(b));

        JourneyType read = only(types.all());
        assertThat(read.plans(id(a), id(b))).isTrue();
        assertThat(read.stages()).extracting(JourneyType.Stage::department).containsExactly(id(b), id(b));
        assertThat(read.contactGap()).isEqualTo(Duration.ofDays(7));
        assertThat(only(types.asDefined()).plans(id(a), id(c))).isTrue();
        administration.part(id(c));
        assertThat(only(types.all()).plans(id(a), id(c))).isTrue();
    }

    @Test
    void only_an_administrator_defines_a_type() {
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                SecurityContextHolder.setContext(SignedInAs.Factory.context(9_000_031, "x", Set.of(role), null));
                assertThatThrownBy(() -> types.define(type("x", List.of(), List.of())))
                        .isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> types.asDefined()).isInstanceOf(AccessDeniedException.class);
            }
        }
    }

    private NewJourneyType type(
            String name, List<NewJourneyType.PlannedPass> passes, List<NewJourneyType.Stage> stages) {
        return new NewJourneyType(key, name, null, passes, stages, JourneyType.USUAL_CONTACT_GAP);
    }

    private JourneyType only(List<JourneyType> all) {
        return all.stream().filter(type -> type.code().equals(key)).findFirst().orElseThrow();
    }
}
