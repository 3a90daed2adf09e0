package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.baton.customer.Identity;
import nl.baton.customer.OpenWork;
import nl.baton.customer.OpenWork.Holder;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Outcome;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
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

/** What stands beside a customer in a list: who has the open journey. */
@DatabaseTest
class OpenWorkTests {

    @Autowired
    private OpenWork work;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Map<String, Long> customers = new HashMap<>();

    @BeforeEach
    void customersWithWork() {
        SystemWork.run(() -> {
            touchpoints.append(
                    List.of(
                            step("has", "1", 48, "A").build(),
                            step("waits", "1", 100, "A").build(),
                            step("waits", "2", 90, "A")
                                    .outcome(Outcome.TRANSFERRED)
                                    .handedTo(new NewTouchpoint.HandedTo("B" + key, null))
                                    .build(),
                            step("done", "1", 50, "A").outcome(Outcome.RESOLVED).build(),
                            step("silent", "1", 24 * 60, "A").build()),
                    Via.API);
            projection.projectAll(done -> {});
        });
        jdbc.sql("SELECT external_id, id FROM customer WHERE source = ?")
                .param(key)
                .query(row -> {
                    customers.put(row.getString(1), row.getLong(2));
                });
    }

    private NewTouchpoint.Builder step(String customer, String number, long hoursAgo, String department) {
        return NewTouchpoint.of(
                        key,
                        customer + number,
                        new CaseKey("type " + key, key, customer),
                        now.minus(Duration.ofHours(hoursAgo)))
                .customer(List.of(Identity.source(customer)))
                .direction(Direction.INBOUND)
                .department(department + key);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private static void as(Role role, Long home) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_600_000, "tester", Set.of(role), home));
    }

    private long department(String letter) {
        UnitName name = UnitName.of(letter + key, null);
        return SystemWork.call(
                () -> departments.resolve(List.of(name)).get(name).departmentId());
    }

    @Test
    void an_open_journey_is_with_its_last_department_or_waits_for_the_one_it_was_handed_to() {
        as(Role.AGENT, null);
        assertThat(work.of(customers.values()))
                .containsOnly(
                        Map.entry(customers.get("has"), new Holder("A" + key, false, false)),
                        Map.entry(customers.get("waits"), new Holder("B" + key, true, true)));
        assertThat(work.of(List.of())).isEmpty();
    }

    @Test
    void a_lead_is_told_of_journeys_of_the_own_department_and_others_of_none() {
        as(Role.LEAD, department("B"));
        assertThat(work.of(customers.values())).containsOnlyKeys(customers.get("waits"));
        for (Role role : List.of(Role.MARKETER, Role.EXECUTIVE, Role.ADMIN)) {
            as(role, department("B"));
            assertThatThrownBy(() -> work.of(customers.values())).isInstanceOf(AccessDeniedException.class);
        }
    }
}
