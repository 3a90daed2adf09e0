package nl.baton.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import nl.baton.base.Period;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.handoff.EveryCount;
import nl.baton.handoff.EveryOtherCount;
import nl.baton.handoff.Grain;
import nl.baton.handoff.HandoffFigures;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** At Zonnewind every count on the handoffs screen is as many as the rows of its list. */
@Tag(DemoApplication.TAG)
class EveryCountTests {

    private final ConfigurableApplicationContext application = DemoApplication.started();

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_executive_finds_all_that_was_counted() {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_500_000, "walker", Set.of(Role.EXECUTIVE), null));
        var walk = new EveryCount(application, 12);
        walk.walk(Grain.DEPARTMENT, null);

        assertThat(walk.differences()).isEmpty();
        assertThat(walk.counts()).isGreaterThan(600);
    }

    @Test
    void so_it_is_between_teams_and_of_one_type() {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_500_002, "walker", Set.of(Role.EXECUTIVE), null));
        long invoices = application
                .getBean(JdbcClient.class)
                .sql("SELECT id FROM journey_type WHERE code = 'factuurvraag'")
                .query(Long.class)
                .single();
        var walk = new EveryCount(application, 4);
        walk.walk(Grain.TEAM, null);
        walk.walk(Grain.DEPARTMENT, invoices);

        assertThat(walk.differences()).isEmpty();
        assertThat(walk.counts()).isGreaterThan(300);
    }

    @Test
    void a_lead_finds_all_that_was_counted_of_the_own_department() {
        long planning = application
                .getBean(JdbcClient.class)
                .sql("SELECT id FROM department WHERE code = 'planning'")
                .query(Long.class)
                .single();
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_500_001, "walker", Set.of(Role.LEAD), planning));
        var walk = new EveryCount(application, 6);
        walk.walk(Grain.DEPARTMENT, null);

        assertThat(walk.differences()).isEmpty();
        assertThat(walk.counts()).isGreaterThan(200);
    }

    @Test
    void so_it_is_of_journey_types_and_of_what_is_known_of_journeys() {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_500_003, "walker", Set.of(Role.EXECUTIVE), null));
        var walk = new EveryOtherCount(application);
        walk.types(null, false);
        walk.types(lastDays(), false);
        walk.attributes();

        assertThat(walk.differences()).isEmpty();
        assertThat(walk.counts()).isGreaterThan(150);
    }

    @Test
    void so_it_is_on_the_workspace_of_every_department() {
        long all = 0;
        for (Department department :
                SystemWork.call(() -> application.getBean(Departments.class).all())) {
            SecurityContextHolder.setContext(
                    SignedInAs.Factory.context(9_500_004, "walker", Set.of(Role.LEAD), department.id()));
            var walk = new EveryOtherCount(application);
            walk.workspace(department.id(), lastDays());
            walk.types(null, true);

            assertThat(walk.differences()).as(department.name()).isEmpty();
            all += walk.counts();
        }
        assertThat(all).isGreaterThan(300);
    }

    private Period lastDays() {
        return Period.endingOn(
                application.getBean(HandoffFigures.class).lastDay().orElseThrow(), 90);
    }
}
