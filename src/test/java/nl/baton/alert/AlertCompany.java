package nl.baton.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.baton.customer.Identity;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.handoff.Projection;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Outcome;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import nl.baton.security.UserAccounts;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** A company of its own for each test: departments, people with addresses, and passes that wait. */
@DatabaseTest
abstract class AlertCompany {

    @Autowired
    Touchpoints touchpoints;

    @Autowired
    Projection projection;

    @Autowired
    Departments departments;

    @Autowired
    UserAccounts users;

    @Autowired
    AlertRaising raising;

    @Autowired
    AlertReaderTable readers;

    @Autowired
    AlertTable table;

    @Autowired
    AlertList alerts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    final String key = UUID.randomUUID().toString().substring(0, 8);
    private final Map<Long, Set<Role>> roles = new HashMap<>();
    private final Map<Long, Long> homes = new HashMap<>();
    final List<Long> people = new ArrayList<>();

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        // their mails are not for the next test to send
        people.forEach(user -> jdbc.sql("DELETE FROM alert_reader WHERE user_id = ?")
                .param(user)
                .update());
    }

    Instant hoursAgo(double hours) {
        return clock.instant().minus(Duration.ofMinutes(Math.round(hours * 60))).truncatedTo(ChronoUnit.SECONDS);
    }

    NewTouchpoint.Builder step(String caseNumber, String id, double hoursAgo, String department) {
        return NewTouchpoint.of(
                        key, caseNumber + "-" + id, new CaseKey("type " + key, key, caseNumber), hoursAgo(hoursAgo))
                .customer(List.of(
                        Identity.source("K-" + key), new Identity(Identity.Kind.EMAIL, key + "@klant.nl", null)))
                .direction(Direction.INTERNAL)
                .department(department + key);
    }

    void arrive(NewTouchpoint.Builder... some) {
        List<NewTouchpoint> all = new ArrayList<>();
        for (NewTouchpoint.Builder one : some) {
            all.add(one.build());
        }
        SystemWork.run(() -> {
            touchpoints.append(all, Via.API);
            projection.projectAll(done -> {});
        });
    }

    /** A passes to B, and B does not begin. */
    void pass(String caseNumber, double hoursAgo) {
        arrive(
                step(caseNumber, "1", hoursAgo + 1, "A"),
                step(caseNumber, "2", hoursAgo, "A")
                        .outcome(Outcome.TRANSFERRED)
                        .handedTo(new NewTouchpoint.HandedTo("B" + key, null)));
    }

    long department(String letter) {
        UnitName name = UnitName.of(letter + key, null);
        return SystemWork.call(
                () -> departments.resolve(List.of(name)).get(name).departmentId());
    }

    /** A person with an address; the language is Dutch. */
    long person(String name, long home, Role first, Role... more) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_200_000, "admin", Set.of(Role.ADMIN), null));
        Set<Role> all = EnumSet.of(first, more);
        long id = users.add(name + "." + key, name + " " + key, all, home, name + "." + key + "@baton.test")
                .id();
        jdbc.sql("UPDATE app_user SET language = 'nl' WHERE id = ?").param(id).update();
        SecurityContextHolder.clearContext();
        roles.put(id, all);
        homes.put(id, home);
        people.add(id);
        return id;
    }

    void as(long person) {
        SecurityContextHolder.setContext(
                SignedInAs.Factory.context(person, "p" + person, roles.get(person), homes.get(person)));
    }

    long open(long person) {
        as(person);
        try {
            return alerts.open();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    void look() {
        SystemWork.run(() -> raising.notPickedUp(true));
    }

    List<String> mailStates(long person) {
        return jdbc.sql("SELECT mail FROM alert_reader WHERE user_id = ? ORDER BY alert_id")
                .param(person)
                .query(String.class)
                .list();
    }
}
