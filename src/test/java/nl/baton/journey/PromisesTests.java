package nl.baton.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.baton.customer.Identity;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.handoff.Projection;
import nl.baton.journey.Settlement.State;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Promises are kept or broken by what touchpoints say of them, in whatever order those arrive. */
@DatabaseTest
class PromisesTests {

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Promises promises;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private JdbcClient jdbc;

    private final String source = UUID.randomUUID().toString().substring(0, 18);
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private NewTouchpoint.Builder touchpoint(String id, double daysAgo, String department) {
        return NewTouchpoint.of(source, id, new CaseKey(source, source, "1"), ago(daysAgo))
                .customer(List.of(Identity.source("K")))
                .direction(Direction.INTERNAL)
                .department(department + source);
    }

    private Instant ago(double days) {
        return now.minus(Duration.ofMinutes(Math.round(days * 24 * 60)));
    }

    private Promised promised(String id, double dueDaysAgo) {
        return new Promised(id, "Bellen over " + id, null, ago(dueDaysAgo), true);
    }

    private NewTouchpoint settling(String id, double daysAgo, String promise, State state) {
        return touchpoint(id, daysAgo, "A")
                .settles(List.of(new Settlement(promise, state)))
                .build();
    }

    private void append(NewTouchpoint... batch) {
        SystemWork.run(() -> {
            touchpoints.append(List.of(batch), Via.API);
            projection.projectAll(done -> {});
        });
    }

    private long customer() {
        return jdbc.sql("SELECT id FROM customer WHERE source = ?")
                .param(source)
                .query(Long.class)
                .single();
    }

    private long department(String letter) {
        UnitName name = UnitName.of(letter + source, null);
        return SystemWork.call(
                () -> departments.resolve(List.of(name)).get(name).departmentId());
    }

    private void become(Role role, Long home) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_100_000, "tester", Set.of(role), home));
    }

    private List<Promise> seen() {
        become(Role.AGENT, null);
        return promises.ofCustomer(customer());
    }

    private Promise.State state(String code) {
        return seen().stream()
                .filter(promise -> promise.text().endsWith(" " + code))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void kept_at_the_due_moment_is_kept_and_a_moment_later_it_is_broken() {
        append(
                touchpoint("1", 10, "A")
                        .promises(List.of(promised("exact", 5), promised("late", 5), promised("never", 5)))
                        .build(),
                settling("2", 5, "exact", State.KEPT),
                settling("3", 4.99, "late", State.KEPT));

        assertThat(state("exact")).isEqualTo(Promise.State.KEPT);
        assertThat(state("late")).isEqualTo(Promise.State.BROKEN);
        assertThat(state("never")).isEqualTo(Promise.State.BROKEN);
        assertThat(seen())
                .filteredOn(Promise::unsettled)
                .singleElement()
                .satisfies(promise -> assertThat(promise.text()).endsWith("never"));
    }

    @Test
    void withdrawn_by_the_due_moment_is_withdrawn_and_after_it_is_broken() {
        append(
                touchpoint("1", 10, "A")
                        .promises(List.of(promised("in time", 5), promised("too late", 5), promised("broken", 5)))
                        .build(),
                settling("2", 6, "in time", State.WITHDRAWN),
                settling("3", 4, "too late", State.WITHDRAWN),
                settling("4", 6, "broken", State.BROKEN));

        assertThat(state("time")).isEqualTo(Promise.State.WITHDRAWN);
        assertThat(state("late")).isEqualTo(Promise.State.BROKEN);
        assertThat(state("broken")).isEqualTo(Promise.State.BROKEN);
    }

    @Test
    void what_is_not_yet_due_is_made_or_due_by_today_or_tomorrow() {
        append(touchpoint("1", 1, "A")
                .promises(List.of(promised("soon", -0.02), promised("later", -9)))
                .build());

        assertThat(state("soon")).isEqualTo(Promise.State.DUE);
        assertThat(state("later")).isEqualTo(Promise.State.MADE);
    }

    @Test
    void the_order_of_arrival_makes_no_difference() {
        List<NewTouchpoint> all = List.of(
                touchpoint("1", 20, "A")
                        .promises(List.of(promised("p", 10), promised("q", 10)))
                        .build(),
                touchpoint("2", 15, "A").promises(List.of(promised("p", 5))).build(),
                settling("3", 8, "p", State.BROKEN),
                settling("4", 6, "p", State.KEPT),
                settling("5", 12, "q", State.KEPT),
                settling("6", 3, "q", State.BROKEN));
        for (int seed = 0; seed < 6; seed++) {
            List<NewTouchpoint> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(this::append);

            // moved in time, and kept by its new due moment; what was said of it after that does not undo it
            assertThat(state("p")).isEqualTo(Promise.State.KEPT);
            assertThat(state("q")).isEqualTo(Promise.State.KEPT);
            assertThat(seen()).hasSize(2);
            SystemWork.run(() -> all.forEach(one -> touchpoints.remove(source, one.externalId())));
            assertThat(seen()).isEmpty();
        }
    }

    @Test
    void a_missed_promise_is_not_saved_by_moving_it_afterwards() {
        append(
                touchpoint("1", 20, "A").promises(List.of(promised("p", 10))).build(),
                touchpoint("2", 9, "A").promises(List.of(promised("p", -5))).build());

        assertThat(state("p")).isEqualTo(Promise.State.BROKEN);
        assertThat(seen().getFirst().due()).isEqualTo(ago(10));
    }

    @Test
    void a_touchpoint_that_is_replaced_takes_back_what_it_promised_and_settled() {
        append(
                touchpoint("1", 20, "A").promises(List.of(promised("p", 10))).build(),
                settling("2", 12, "p", State.KEPT));
        assertThat(state("p")).isEqualTo(Promise.State.KEPT);

        append(touchpoint("2", 12, "A").build());
        assertThat(state("p")).isEqualTo(Promise.State.BROKEN);

        append(touchpoint("1", 20, "A").promises(List.of(promised("q", -3))).build());
        assertThat(seen())
                .singleElement()
                .satisfies(promise -> assertThat(promise.text()).endsWith("q"));
    }

    @Test
    void a_promise_and_its_settlement_may_come_in_at_the_same_moment() throws Exception {
        append(touchpoint("0", 30, "A").build());
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 8; i++) {
                var together = new CountDownLatch(2);
                String code = "p" + i;
                NewTouchpoint made = touchpoint("m" + i, 20, "A")
                        .promises(List.of(promised(code, 10)))
                        .build();
                NewTouchpoint kept = settling("k" + i, 15, code, State.KEPT);
                var both = List.of(made, kept).stream()
                        .map(one -> threads.submit(() -> {
                            together.countDown();
                            together.await();
                            SystemWork.run(() -> touchpoints.append(List.of(one), Via.API));
                            return one;
                        }))
                        .toList();
                for (var one : both) {
                    one.get(30, TimeUnit.SECONDS);
                }
                assertThat(jdbc.sql("SELECT state_by_due FROM promise WHERE source = ? AND code = ?")
                                .params(source, code)
                                .query(String.class)
                                .single())
                        .isEqualTo("KEPT");
            }
        }
    }

    @Test
    void promises_that_were_stored_before_they_were_noted_are_noted_when_the_journey_is_computed() {
        append(touchpoint("1", 20, "A").promises(List.of(promised("p", -3))).build());
        jdbc.sql("DELETE FROM promise_mention WHERE source = ?").param(source).update();
        jdbc.sql("DELETE FROM promise WHERE source = ?").param(source).update();
        assertThat(seen()).isEmpty();

        append(touchpoint("2", 1, "A").build());

        assertThat(state("p")).isEqualTo(Promise.State.MADE);
    }

    @Test
    void what_is_due_is_listed_for_the_department_that_has_the_journey_now_whoever_promised() {
        append(
                touchpoint("1", 20, "A")
                        .promises(List.of(promised("old", 60), promised("missed", 10), promised("next", -2)))
                        .build(),
                touchpoint("2", 15, "B").build());

        assertThat(due(Role.AGENT, "A", false)).isEmpty();
        assertThat(due(Role.AGENT, "B", false)).containsExactly("missed", "next");
        assertThat(due(Role.LEAD, "B", true)).containsExactly("old", "missed", "next");
        assertThat(due(Role.AGENT, null, true)).isEmpty();

        append(settling("3", 14, "next", State.WITHDRAWN));
        // the settling touchpoint was A's own, and so is the journey now
        assertThat(due(Role.AGENT, "A", false)).containsExactly("missed");
        assertThat(due(Role.AGENT, "B", false)).isEmpty();
    }

    @Test
    void a_journey_that_was_handed_over_and_not_begun_is_on_its_way_to_the_receiver() {
        append(
                touchpoint("1", 3, "A").promises(List.of(promised("p", -2))).build(),
                touchpoint("2", 2, "A")
                        .handedTo(new NewTouchpoint.HandedTo("B" + source, null))
                        .build());

        become(Role.AGENT, department("B"));
        assertThat(promises.due(false, 0, 10).items())
                .singleElement()
                .satisfies(due -> assertThat(due.onItsWay()).isTrue());
        become(Role.AGENT, department("A"));
        assertThat(promises.due(false, 0, 10).items())
                .singleElement()
                .satisfies(due -> assertThat(due.onItsWay()).isFalse());
    }

    @Test
    void of_a_closed_journey_only_what_is_to_come_is_still_due() {
        append(
                touchpoint("1", 20, "A")
                        .promises(List.of(promised("missed", 10), promised("next", -2)))
                        .build(),
                touchpoint("2", 15, "A").outcome(Outcome.RESOLVED).build());

        assertThat(due(Role.AGENT, "A", true)).containsExactly("next");
    }

    private List<String> due(Role role, String home, boolean all) {
        become(role, home == null ? null : department(home));
        return promises.due(all, 0, 10).items().stream()
                .map(due -> due.promise().text().replaceAll(".* ", ""))
                .toList();
    }

    @Test
    void a_lead_sees_the_promises_of_the_own_departments_journeys_only() {
        append(
                touchpoint("1", 20, "A").promises(List.of(promised("p", -2))).build(),
                touchpoint("2", 15, "B").build());
        long customer = customer();

        become(Role.LEAD, department("B"));
        assertThat(promises.ofCustomer(customer)).hasSize(1);
        become(Role.LEAD, department("C"));
        assertThat(promises.ofCustomer(customer)).isEmpty();
        become(Role.STEWARD, null);
        assertThat(promises.ofCustomer(customer)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AGENT", "LEAD", "STEWARD"},
            mode = EnumSource.Mode.EXCLUDE)
    void who_sees_no_timeline_sees_no_promises(Role role) {
        become(role, null);
        assertThatThrownBy(() -> promises.ofCustomer(1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> promises.find(1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> promises.due(true, 0, 10)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_steward_has_nothing_to_keep_and_nobody_but_baton_says_who_has_a_journey() {
        become(Role.STEWARD, null);
        assertThatThrownBy(() -> promises.due(true, 0, 10)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> promises.held(List.of(), List.of())).isInstanceOf(AccessDeniedException.class);
    }
}
