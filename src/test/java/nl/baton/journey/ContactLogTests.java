package nl.baton.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.handoff.Projection;
import nl.baton.journey.ContactRefused.Reason;
import nl.baton.journey.HandContact.HandPromise;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** What staff write down becomes a touchpoint, once, of their department, and is taken back whole. */
@DatabaseTest
class ContactLogTests {

    private static final Instant START = Instant.parse("2026-02-02T09:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    @Autowired
    private ContactLog log;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Promises promises;

    @Autowired
    private Journeys journeys;

    @Autowired
    private Customers customers;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private JdbcClient jdbc;

    private final String source = UUID.randomUUID().toString().substring(0, 18);
    private final UUID key = UUID.randomUUID();
    private long customer;
    private long journey;
    private long home;

    @BeforeEach
    void aJourney() {
        SystemWork.run(() -> {
            customers.store(List.of(NewCustomer.of(source, "K", NewCustomer.Kind.PERSON, "Kim " + source)
                    .build()));
            touchpoints.append(
                    List.of(NewTouchpoint.of(source, "1", new CaseKey(source, source, "1"), START)
                            .customer(List.of(Identity.source("K")))
                            .department("A" + source)
                            .text("begin")
                            .build()),
                    Via.API);
            projection.projectAll(done -> {});
        });
        customer = jdbc.sql("SELECT id FROM customer WHERE source = ?")
                .param(source)
                .query(Long.class)
                .single();
        journey = jdbc.sql("SELECT id FROM journey WHERE customer_id = ?")
                .param(customer)
                .query(Long.class)
                .single();
        home = department("A");
        become(Role.AGENT, home);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private long department(String letter) {
        UnitName name = UnitName.of(letter + source, null);
        return SystemWork.call(
                () -> departments.resolve(List.of(name)).get(name).departmentId());
    }

    private static void become(Role role, Long department) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_200_000, "samira", Set.of(role), department));
    }

    private void project() {
        SystemWork.run(() -> projection.projectAll(done -> {}));
    }

    private List<Touchpoint> listed() {
        project();
        return timeline.page(TimelineFilter.of(customer), 0, 20).items();
    }

    private HandContact note(String text) {
        return HandContact.note(key, customer, journey, text);
    }

    private HandContact call() {
        return new HandContact(
                key,
                customer,
                journey,
                Direction.INBOUND,
                null,
                "Telefoon",
                " rekening ",
                " Vraagt waar het blijft ",
                List.of(new Fact("meternummer", Fact.Act.ASKED, null), new Fact("dag", Fact.Act.TOLD, " di ")),
                Outcome.DONE,
                null,
                new HandPromise("Terugbellen", LocalDate.now(ZONE).plusDays(2), null, true));
    }

    @Test
    void a_note_is_an_internal_touchpoint_of_the_own_department_in_the_journey() {
        log.record(note("Ze klonk boos."));

        assertThat(listed()).hasSize(2).first().satisfies(stored -> {
            assertThat(stored.text()).isEqualTo("Ze klonk boos.");
            assertThat(stored.visibleToCustomer()).isFalse();
            assertThat(stored.direction()).isEqualTo(Direction.INTERNAL);
            assertThat(stored.departmentId()).isEqualTo(home);
            assertThat(stored.agent()).isEqualTo("Tess Tester");
            assertThat(stored.source()).isEqualTo("baton");
            assertThat(stored.customerId()).isEqualTo(customer);
        });
        assertThat(journeys.ofCustomer(customer)).hasSize(1);
        assertThat(jdbc.sql("SELECT via FROM touchpoint WHERE external_id = ?")
                        .param("hand-9200000-" + key)
                        .query(String.class)
                        .single())
                .isEqualTo("HAND");
    }

    @Test
    void a_contact_keeps_how_it_went_and_what_was_asked_told_and_promised() {
        log.record(call());

        assertThat(listed().getFirst()).satisfies(stored -> {
            assertThat(stored.visibleToCustomer()).isTrue();
            assertThat(stored.channel()).isEqualTo("Telefoon");
            assertThat(stored.topic()).isEqualTo("rekening");
            assertThat(stored.text()).isEqualTo("Vraagt waar het blijft");
            assertThat(stored.outcome()).isEqualTo(Outcome.DONE);
            assertThat(stored.details().facts())
                    .containsExactly(
                            new Fact("meternummer", Fact.Act.ASKED, null), new Fact("dag", Fact.Act.TOLD, "di"));
        });
        assertThat(promises.ofCustomer(customer)).singleElement().satisfies(promise -> {
            assertThat(promise.text()).isEqualTo("Terugbellen");
            assertThat(promise.due())
                    .isEqualTo(
                            LocalDate.now(ZONE).plusDays(3).atStartOfDay(ZONE).toInstant());
            assertThat(promise.dueAtATime(ZONE)).isFalse();
            assertThat(promise.chosenByCustomer()).isTrue();
            assertThat(promise.journeyId()).isEqualTo(journey);
        });
    }

    @Test
    void sent_twice_it_is_stored_once_also_at_the_same_moment() throws Exception {
        log.record(note("Eén keer"));
        log.record(note("Eén keer, nog eens gezonden"));
        assertThat(listed())
                .hasSize(2)
                .first()
                .satisfies(stored -> assertThat(stored.text()).isEqualTo("Eén keer"));

        UUID another = UUID.randomUUID();
        var together = new CountDownLatch(3);
        try (var threads = Executors.newFixedThreadPool(3)) {
            var sent = List.of(1, 2, 3).stream()
                    .map(n -> threads.submit(() -> {
                        become(Role.AGENT, home);
                        together.countDown();
                        together.await();
                        log.record(HandContact.note(another, customer, journey, "Tegelijk"));
                        return n;
                    }))
                    .toList();
            for (var one : sent) {
                one.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(listed()).hasSize(3);
    }

    @Test
    void taken_back_it_is_as_if_it_had_never_been() {
        log.record(call());
        assertThat(listed()).hasSize(2);

        log.takeBack(key);

        assertThat(listed()).hasSize(1);
        assertThat(promises.ofCustomer(customer)).isEmpty();
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM audit_entry WHERE action = 'contact.taken-back' AND user_id = 9200000")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThatThrownBy(() -> log.takeBack(key)).isInstanceOf(ContactRefused.class);
    }

    @Test
    void nobody_takes_back_what_another_wrote_or_what_was_written_a_while_ago() {
        log.record(note("van Samira"));
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_200_001, "ruben", Set.of(Role.AGENT), home));
        assertRefused(() -> log.takeBack(key), Reason.TOO_LATE);

        become(Role.AGENT, home);
        jdbc.sql("UPDATE touchpoint SET arrived_at = ? WHERE external_id = ?")
                .params(LocalDateTime.of(2026, 1, 1, 0, 0), "hand-9200000-" + key)
                .update();
        assertRefused(() -> log.takeBack(key), Reason.TOO_LATE);
        assertThat(listed()).hasSize(2);
    }

    @Test
    void in_a_journey_of_contacts_without_a_number_it_still_belongs_to_that_journey() {
        SystemWork.run(() -> touchpoints.append(
                List.of(NewTouchpoint.contact(source, "c1", START)
                        .customer(List.of(Identity.source("K")))
                        .topic("verhuizing")
                        .direction(Direction.INBOUND)
                        .build()),
                Via.API));
        project();
        long contacts = jdbc.sql("SELECT id FROM journey WHERE customer_id = ? AND id <> ?")
                .params(customer, journey)
                .query(Long.class)
                .single();

        log.record(HandContact.note(key, customer, contacts, "Hoort bij de verhuizing"));
        project();
        assertThat(journeys.ofCustomer(customer)).hasSize(2);
        assertThat(journeys.touchpoints(contacts)).hasSize(2);

        log.takeBack(key);
        project();
        assertThat(journeys.touchpoints(contacts)).hasSize(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM case_link WHERE decided_by = 9200000 AND decided_at > ?")
                        .param(LocalDateTime.now(ZoneOffset.UTC).minusMinutes(1))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_customer_without_a_journey_gets_one() {
        SystemWork.run(
                () -> customers.store(List.of(NewCustomer.of(source, "L", NewCustomer.Kind.PERSON, "Leo " + source)
                        .build())));
        long other = jdbc.sql("SELECT id FROM customer WHERE source = ? AND external_id = 'L'")
                .param(source)
                .query(Long.class)
                .single();

        log.record(HandContact.note(key, other, null, "Eerste woord"));
        project();

        assertThat(journeys.ofCustomer(other)).hasSize(1);
    }

    @Test
    void a_promise_of_any_system_is_settled_by_hand_and_the_last_word_counts() {
        SystemWork.run(() -> touchpoints.append(
                List.of(NewTouchpoint.of(source, "2", new CaseKey(source, source, "1"), START)
                        .customer(List.of(Identity.source("K")))
                        .department("A" + source)
                        .promises(List.of(new Promised(
                                "thermostaat",
                                "Thermostaat",
                                null,
                                Instant.now().plusSeconds(90_000),
                                false)))
                        .build()),
                Via.API));
        project();
        long promise = promises.ofCustomer(customer).getFirst().id();

        log.settle(key, promise, Settlement.State.BROKEN);
        log.settle(key, promise, Settlement.State.BROKEN);
        assertThat(promises.ofCustomer(customer).getFirst().state()).isEqualTo(Promise.State.BROKEN);
        assertThat(listed()).hasSize(3);

        log.settle(UUID.randomUUID(), promise, Settlement.State.KEPT);
        assertThat(promises.ofCustomer(customer).getFirst().state()).isEqualTo(Promise.State.KEPT);

        log.takeBack(key);
        assertThat(listed()).hasSize(3);
    }

    @Test
    void what_is_wrong_is_said_with_the_field_that_it_is_about() {
        assertRefused(() -> log.record(note(" ")), Reason.TEXT_EMPTY);
        assertRefused(() -> log.record(note("x".repeat(4_001))), Reason.TEXT_LONG);
        assertRefused(() -> log.record(contact(" ", null, Outcome.DONE, null)), Reason.CHANNEL_EMPTY);
        assertRefused(
                () -> log.record(contact("mail", Instant.now().plusSeconds(900), Outcome.DONE, null)), Reason.AT_AHEAD);
        assertRefused(() -> log.record(contact("mail", Instant.EPOCH, Outcome.DONE, null)), Reason.AT_EARLY);
        assertRefused(() -> log.record(contact("mail", null, Outcome.CANCELLED, null)), Reason.BY_EMPTY);
        LocalDate today = LocalDate.now(ZONE);
        assertRefused(() -> log.record(promising("", today, null)), Reason.PROMISE_EMPTY);
        assertRefused(() -> log.record(promising("Bellen", null, null)), Reason.PROMISE_NO_DAY);
        assertRefused(() -> log.record(promising("Bellen", today.minusDays(1), null)), Reason.PROMISE_PAST);
        assertRefused(() -> log.record(promising("Bellen", today.minusDays(1), LocalTime.NOON)), Reason.PROMISE_PAST);
        assertRefused(() -> log.record(promising("Bellen", today.plusYears(11), null)), Reason.PROMISE_FAR);
        assertRefused(() -> log.record(HandContact.note(key, customer + 1, journey, "van een ander")), Reason.UNKNOWN);
        assertThat(listed()).hasSize(1);
    }

    private HandContact contact(String channel, Instant at, Outcome outcome, Party by) {
        return new HandContact(
                key,
                customer,
                journey,
                Direction.OUTBOUND,
                at,
                channel,
                null,
                "Gesproken",
                List.of(),
                outcome,
                by,
                null);
    }

    private HandContact promising(String text, LocalDate day, LocalTime time) {
        return note("Zie belofte").promising(new HandPromise(text, day, time, false));
    }

    private static void assertRefused(Runnable deed, Reason reason) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        ContactRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void a_lead_writes_in_the_own_departments_journeys_only() {
        become(Role.LEAD, home);
        log.record(note("van de teamleider"));
        become(Role.LEAD, department("Elders"));
        assertRefused(
                () -> log.record(HandContact.note(UUID.randomUUID(), customer, journey, "van elders")), Reason.UNKNOWN);
        assertRefused(
                () -> log.record(HandContact.note(UUID.randomUUID(), customer, null, "van elders")), Reason.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AGENT", "LEAD"},
            mode = EnumSource.Mode.EXCLUDE)
    void other_roles_write_nothing_down(Role role) {
        become(role, home);
        assertThatThrownBy(() -> log.record(note("nee"))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> log.settle(key, 1, Settlement.State.KEPT)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> log.takeBack(key)).isInstanceOf(AccessDeniedException.class);
    }
}
