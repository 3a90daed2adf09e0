package nl.baton.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.baton.base.Stored;
import nl.baton.database.DatabaseTest;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.feedback.FeedbackRefused.Reason;
import nl.baton.feedback.InboxCounts.Group;
import nl.baton.feedback.InboxFilter.State;
import nl.baton.feedback.InboxFilter.View;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** What customers said is seen and worked on by whom it concerns, nothing that somebody did is lost, and all of it can be undone. */
@DatabaseTest
class InboxTests {

    @Autowired
    private FeedbackItems items;

    @Autowired
    private FeedbackInbox inbox;

    @Autowired
    private FeedbackWork work;

    @Autowired
    private Departments departments;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final String source = "inbox-" + UUID.randomUUID();
    private Department own;
    private Department other;
    private Instant now;

    @BeforeEach
    void house() {
        own = department("Eigen " + source);
        other = department("Ander " + source);
        now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        as(Role.AGENT, own);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        List<Long> ids = jdbc.sql("SELECT id FROM feedback WHERE source = ?")
                .param(source)
                .query(Long.class)
                .list();
        for (long id : ids) {
            for (String table : List.of("feedback_step", "feedback_draft")) {
                jdbc.sql("DELETE FROM " + table + " WHERE feedback_id = ?")
                        .param(id)
                        .update();
            }
        }
        jdbc.sql("DELETE FROM feedback WHERE source = ?").param(source).update();
    }

    private Department department(String name) {
        long id = SystemWork.call(() -> departments.resolve(List.of(UnitName.of(name, null))))
                .get(UnitName.of(name, null))
                .departmentId();
        return SystemWork.call(departments::all).stream()
                .filter(department -> department.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private void as(Role role, Department home) {
        SecurityContextHolder.setContext(
                SignedInAs.Factory.context(9_000_600 + role.ordinal(), "inbox " + role, Set.of(role), home.id()));
    }

    private NewFeedback said(
            String number,
            FeedbackKind kind,
            Integer score,
            String text,
            Duration ago,
            FeedbackStatus status,
            String owner) {
        return new NewFeedback(
                source,
                number,
                "K" + number,
                null,
                null,
                null,
                kind,
                score,
                text,
                "nl",
                "app",
                now.minus(ago),
                status,
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

    private long add(NewFeedback said) {
        assertThat(SystemWork.call(() -> items.store(List.of(said)))).containsExactly(Stored.ACCEPTED);
        return id(said.externalId());
    }

    private long id(String number) {
        return jdbc.sql("SELECT id FROM feedback WHERE source = ? AND external_id = ?")
                .params(source, number)
                .query(Long.class)
                .single();
    }

    private long complaint(String owner) {
        return add(said(
                "1",
                FeedbackKind.COMPLAINT,
                null,
                "Niemand belt terug",
                Duration.ofDays(2),
                FeedbackStatus.NEW,
                owner));
    }

    private InboxItem item(long id) {
        return inbox.find(id).orElseThrow();
    }

    private static void refused(Reason reason, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        FeedbackRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void from_new_to_closed_each_step_is_dated_and_the_customer_hears_of_it() {
        long id = complaint(null);
        assertThat(item(id).work().waiting()).isTrue();
        assertThat(item(id).tellBy()).isAfter(now.plus(Duration.ofDays(4))).isBefore(now.plus(Duration.ofDays(6)));

        int version = work.take(id, 0);
        assertThat(item(id).work().stage().status()).isEqualTo(FeedbackStatus.IN_PROGRESS);
        assertThat(item(id).work().desk()).isEqualTo(new Work.Desk(own.code(), "inbox AGENT"));
        refused(Reason.DONE_MISSING, () -> work.tell(id, 1, " ", ToldBy.PHONE, "Wij bellen u morgen"));
        refused(Reason.TELLING_MISSING, () -> work.tell(id, 1, "Gebeld", ToldBy.PHONE, ""));
        version = work.tell(id, version, "Planning gebeld", ToldBy.PHONE, "De monteur komt morgen.");

        Work told = item(id).work();
        assertThat(told.waiting()).isFalse();
        assertThat(told.stage().status()).isEqualTo(FeedbackStatus.TOLD);
        assertThat(told.telling().text()).isEqualTo("De monteur komt morgen.");
        assertThat(told.telling().channel()).isEqualTo("PHONE");
        assertThat(told.telling().at()).isBetween(now, clock.instant());
        refused(Reason.CAUSE_MISSING, () -> work.close(id, 2, "Planning gebeld", null, true, null));
        version = work.close(id, version, "Planning gebeld", FeedbackCause.LANE, true, null);

        Work closed = item(id).work();
        assertThat(closed.stage().closedAt()).isNotNull();
        assertThat(closed.outcome()).isEqualTo(new Work.Outcome("LANE", "Planning gebeld", true));
        assertThat(closed.telling()).isEqualTo(told.telling());
        assertThat(closed.stage().begunAt()).isEqualTo(told.stage().begunAt());
        refused(Reason.CLOSED, () -> work.take(id, 3));
        assertThat(version).isEqualTo(3);
    }

    @Test
    void a_customer_who_was_told_stays_told_whoever_has_it_next() {
        long id = complaint(null);
        work.tell(id, 0, "Gebeld", ToldBy.PHONE, "De monteur komt morgen.");
        Work told = item(id).work();
        refused(Reason.TOLD_ALREADY, () -> work.tell(id, 1, "Gebeld", ToldBy.APP, "Nog eens"));
        work.take(id, 1);

        assertThat(item(id).work().stage()).isEqualTo(told.stage());
        assertThat(item(id).work().telling()).isEqualTo(told.telling());
        assertThat(item(id).work().desk().handler()).isEqualTo("inbox AGENT");
    }

    @Test
    void who_closes_without_telling_says_why() {
        long id = complaint(own.name());
        refused(Reason.TELLING_MISSING, () -> work.close(id, 0, "Uitgezocht", FeedbackCause.PRICE, false, ""));
        work.close(id, 0, "Uitgezocht", FeedbackCause.PRICE, false, "Klant is verhuisd");

        assertThat(item(id).work().telling()).isEqualTo(new Work.Telling(null, null, null, "Klant is verhuisd"));
        assertThat(item(id).work().desk().owner()).isEqualTo(own.name());
    }

    @Test
    void a_second_save_of_the_same_version_is_refused_and_nothing_of_it_is_stored() {
        long id = complaint(null);
        work.take(id, 0);
        Work before = item(id).work();

        refused(Reason.CHANGED_MEANWHILE, () -> work.handOn(id, 0, other.id()));
        refused(Reason.CHANGED_MEANWHILE, () -> work.tell(id, 0, "a", ToldBy.APP, "b"));
        assertThat(item(id).work()).isEqualTo(before);
    }

    @Test
    void what_was_done_last_is_taken_back_as_long_as_nothing_came_after_it() {
        long id = complaint(null);
        Work first = item(id).work();
        int version = work.handOn(id, 0, other.id());
        assertThat(inbox.find(id)).as("handed on, and so out of sight").isEmpty();
        version = work.undo(id, version);
        assertThat(item(id).work()).isEqualTo(first);

        int told = work.tell(id, version, "Gebeld", ToldBy.EMAIL, "Het spijt ons");
        assertThat(inbox.draft(id)).isEmpty();
        int undone = work.undo(id, told);
        assertThat(inbox.draft(id))
                .as("the words are there to be sent again")
                .contains(new Draft("Gebeld", "Het spijt ons"));
        refused(Reason.CHANGED_MEANWHILE, () -> work.undo(id, told));
        work.take(id, undone);
        as(Role.LEAD, own);
        refused(Reason.CHANGED_MEANWHILE, () -> work.undo(id, undone + 1));
    }

    @Test
    void a_draft_is_kept_for_who_typed_it() {
        long id = complaint(null);
        work.keep(id, new Draft("Nog uitzoeken", null));
        work.keep(id, new Draft("Uitgezocht", "Beste mevrouw"));
        assertThat(inbox.draft(id)).contains(new Draft("Uitgezocht", "Beste mevrouw"));
        refused(Reason.TOO_LONG, () -> work.keep(id, new Draft("x".repeat(4_001), null)));

        SecurityContextHolder.setContext(
                SignedInAs.Factory.context(9_000_650, "somebody else", Set.of(Role.AGENT), own.id()));
        assertThat(inbox.draft(id)).isEmpty();
    }

    @Test
    void what_the_source_sends_later_changes_what_was_said_and_not_what_was_done() {
        NewFeedback first = said("1", FeedbackKind.NPS, 3, "Slecht", Duration.ofDays(1), FeedbackStatus.NEW, null);
        long id = add(first);
        int version = work.take(id, 0);

        assertThat(SystemWork.call(() -> items.store(List.of(first))))
                .as("the same again changes nothing, whatever was done here meanwhile")
                .containsExactly(Stored.KNOWN);
        NewFeedback again =
                said("1", FeedbackKind.NPS, 4, "Toch iets beter", Duration.ofDays(1), FeedbackStatus.CLOSED, "iemand");
        assertThat(SystemWork.call(() -> items.store(List.of(again, again))))
                .containsExactly(Stored.REPLACED, Stored.KNOWN);

        InboxItem item = item(id);
        assertThat(item.text()).isEqualTo("Toch iets beter");
        assertThat(item.score()).isEqualTo(4);
        assertThat(item.work().stage().status()).isEqualTo(FeedbackStatus.IN_PROGRESS);
        assertThat(item.work().desk().owner()).isEqualTo(own.code());
        refused(Reason.CHANGED_MEANWHILE, () -> work.tell(id, version, "a", ToldBy.APP, "b"));
        assertThat(SystemWork.call(() -> items.store(List.of(again)))).containsExactly(Stored.KNOWN);
    }

    @Test
    void until_somebody_takes_it_up_the_source_says_how_far_it_is() {
        long id = complaint(null);
        SystemWork.run(() -> items.store(List.of(said(
                "1",
                FeedbackKind.COMPLAINT,
                null,
                "Niemand belt terug",
                Duration.ofDays(2),
                FeedbackStatus.CLOSED,
                own.code()))));
        assertThat(item(id).work().stage().status()).isEqualTo(FeedbackStatus.CLOSED);
        assertThat(item(id).work().waiting()).isFalse();
    }

    @Test
    void groups_and_lists_hold_the_same_items_in_the_order_in_which_customers_should_have_heard() {
        List<NewFeedback> said = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            said.add(said(
                    "" + i,
                    i % 3 == 0 ? FeedbackKind.NPS : FeedbackKind.IDEA,
                    i % 3 == 0 ? (Integer) (i % 11) : null,
                    "nummer " + i,
                    Duration.ofHours(17L * i),
                    i % 5 == 4 ? FeedbackStatus.CLOSED : FeedbackStatus.NEW,
                    i % 2 == 0 ? own.code() : own.name().toUpperCase()));
        }
        SystemWork.run(() -> items.store(said));
        for (State state : State.values()) {
            for (FeedbackKind kind : new FeedbackKind[] {null, FeedbackKind.NPS}) {
                var filter = new InboxFilter(View.DEPARTMENT, state, kind);
                InboxCounts counts = inbox.counts(filter);
                List<InboxItem> all = inbox.page(filter, 0, 100);
                assertThat(counts.all())
                        .isEqualTo(all.size())
                        .isEqualTo(said.stream()
                                .filter(each -> kind == null || each.kind() == kind)
                                .filter(each -> switch (state) {
                                    case WAITING -> each.status() == FeedbackStatus.NEW;
                                    case TOLD -> false;
                                    case CLOSED -> each.status() == FeedbackStatus.CLOSED;
                                    case ALL -> true;
                                })
                                .count());
                List<InboxItem> paged = IntStream.range(0, all.size())
                        .mapToObj(i -> inbox.page(filter, i, 1).getFirst())
                        .toList();
                assertThat(paged).isEqualTo(all);
                assertThat(all)
                        .isSortedAccordingTo((a, b) -> state == State.WAITING
                                ? a.tellBy().compareTo(b.tellBy())
                                : b.receivedAt().compareTo(a.receivedAt()));
                Map<Group, Long> groups = counts.byGroup();
                for (Group group : groups.keySet()) {
                    assertThat(all.stream()
                                    .filter(item -> inbox.group(item.tellBy()) == group)
                                    .count())
                            .isEqualTo(groups.get(group));
                }
            }
        }
        // negative answers and complaints are due sooner than what is good to hear
        assertThat(inbox.page(new InboxFilter(View.DEPARTMENT, State.ALL, FeedbackKind.NPS), 0, 100))
                .allSatisfy(item -> assertThat(Duration.between(item.receivedAt(), item.tellBy())
                                .toHours())
                        .isBetween(item.negative() ? 167L : 335L, item.negative() ? 169L : 337L));
    }

    @Test
    void views_tell_apart_whose_it_is() {
        long nobodys = complaint(null);
        long departments =
                add(said("2", FeedbackKind.IDEA, null, "x", Duration.ofDays(1), FeedbackStatus.NEW, own.code()));
        long others =
                add(said("3", FeedbackKind.IDEA, null, "x", Duration.ofDays(1), FeedbackStatus.NEW, other.code()));
        long mine = add(said("4", FeedbackKind.IDEA, null, "x", Duration.ofDays(1), FeedbackStatus.NEW, null));
        work.take(mine, 0);

        assertThat(ids(View.DEPARTMENT)).containsExactlyInAnyOrder(departments, mine);
        assertThat(ids(View.MINE)).containsExactly(mine);
        assertThat(ids(View.UNASSIGNED)).contains(nobodys).doesNotContain(departments, others, mine);
        assertThat(ids(View.ALL)).contains(nobodys, departments, mine).doesNotContain(others);
    }

    private List<Long> ids(View view) {
        return inbox.page(new InboxFilter(view, State.ALL, null), 0, 500).stream()
                .map(InboxItem::id)
                .toList();
    }

    @Test
    void a_lead_sees_and_works_on_what_the_own_department_owns() {
        long nobodys = complaint(null);
        long departments =
                add(said("2", FeedbackKind.IDEA, null, "Woorden", Duration.ofDays(1), FeedbackStatus.NEW, own.code()));
        long others = add(
                said("3", FeedbackKind.IDEA, null, "Woorden", Duration.ofDays(1), FeedbackStatus.NEW, other.code()));
        as(Role.LEAD, own);
        assertThat(inbox.find(nobodys)).isEmpty();
        assertThat(inbox.find(others)).isEmpty();
        assertThat(item(departments).text()).isEqualTo("Woorden");
        assertThat(item(departments).workable()).isTrue();
        refused(Reason.GONE, () -> work.take(others, 0));
        refused(Reason.GONE, () -> work.keep(nobodys, new Draft("a", "b")));
        work.take(departments, 0);
    }

    @Test
    void a_marketer_sees_all_of_it_without_words_and_changes_nothing() {
        long id = complaint(other.code());
        as(Role.AGENT, other);
        work.tell(id, 0, "Gebeld met 06-12345678", ToldBy.EMAIL, "Beste Kim");
        as(Role.MARKETER, own);

        InboxItem seen = item(id);
        assertThat(seen.text()).isNull();
        assertThat(seen.work().outcome().done()).isNull();
        assertThat(seen.work().telling().text()).isNull();
        assertThat(seen.work().desk()).isEqualTo(new Work.Desk(null, null));
        assertThat(seen.work().stage().status()).isEqualTo(FeedbackStatus.TOLD);
        assertThat(seen.workable()).isFalse();
        assertThat(Objects.requireNonNull(seen.customer()).number()).isNotEqualTo("");
        assertThatThrownBy(() -> work.take(id, 1)).isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = Mode.EXCLUDE,
            names = {"AGENT", "LEAD", "MARKETER"})
    void nobody_else_gets_in(Role role) {
        long id = complaint(null);
        as(role, own);
        for (ThrowingCallable attempt : List.<ThrowingCallable>of(
                () -> inbox.page(InboxFilter.USUAL, 0, 1),
                () -> inbox.counts(InboxFilter.USUAL),
                () -> inbox.find(id),
                () -> inbox.draft(id),
                () -> work.take(id, 0),
                () -> work.handOn(id, 0, own.id()),
                () -> work.tell(id, 0, "a", ToldBy.APP, "b"),
                () -> work.close(id, 0, "a", FeedbackCause.OTHER, false, "b"),
                () -> work.keep(id, new Draft("a", "b")),
                () -> work.undo(id, 0))) {
            assertThatThrownBy(attempt).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void of_nobody_known_nobody_can_be_told() {
        long id = add(new NewFeedback(
                source,
                "9",
                null,
                null,
                null,
                null,
                FeedbackKind.IDEA,
                null,
                "Idee",
                null,
                null,
                now,
                FeedbackStatus.NEW,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null));
        refused(Reason.NOBODY_TO_TELL, () -> work.tell(id, 0, "a", ToldBy.APP, "b"));
        work.close(id, 0, "Doorgegeven", FeedbackCause.PRODUCT, true, "Onbekend van wie");
        assertThat(item(id).customer()).isNull();
    }
}
