package nl.baton.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.base.Page;
import nl.baton.customer.Customers;
import nl.baton.database.DatabaseTest;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import nl.baton.segment.Condition.All;
import nl.baton.segment.Condition.Any;
import nl.baton.segment.Condition.Not;
import nl.baton.segment.Crowd.Person;
import nl.baton.segment.Migration.Flow;
import nl.baton.segment.Migration.Kind;
import nl.baton.segment.SegmentMembers.Member;
import nl.baton.segment.SegmentMembers.Mover;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Segments are kept, taken down day by day, and tell who moved and why; who may see what. */
@DatabaseTest
class SegmentTests {

    private static final Set<LifecycleStage> GOING = Set.of(LifecycleStage.AT_RISK, LifecycleStage.DORMANT);

    @Autowired
    private Segments segments;

    @Autowired
    private SegmentPages pages;

    @Autowired
    private SegmentMembers members;

    @Autowired
    private Migrations migrations;

    @Autowired
    private MembershipSteps steps;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SchedulerClient work;

    @Autowired
    private Clock clock;

    private final List<Long> made = new ArrayList<>();
    private Crowd crowd;
    private Condition condition;

    @BeforeEach
    void gather() {
        crowd = new Crowd(jdbc, customers, work, clock, 7);
        condition = new All(List.of(
                new Any(List.of(new Trait.StageIs(GOING), new Trait.TierIs(Set.of(Tier.A)))),
                new Not(new Trait.ComplaintOpen()),
                new Trait.AttributeIs("woning " + crowd.key, Set.of("koop", "huur"))));
        as(1, Role.MARKETER);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
        for (long id : made) {
            jdbc.sql("DELETE FROM segment WHERE id = ?").param(id).update();
            jdbc.sql("DELETE FROM segment_version WHERE segment_id = ?")
                    .param(id)
                    .update();
            jdbc.sql("DELETE FROM segment_figures WHERE segment_id = ?")
                    .param(id)
                    .update();
            jdbc.sql("DELETE FROM membership_move WHERE segment_id = ?")
                    .param(id)
                    .update();
        }
        jdbc.sql("DELETE FROM membership_day").update();
        jdbc.sql("DELETE FROM membership_run").update();
        crowd.leave();
    }

    private static void as(long user, Role... roles) {
        SecurityContextHolder.setContext(
                SignedInAs.Factory.context(9_000_300 + user, "segment tester", Set.of(roles), null));
    }

    private long add(String name, Condition of) {
        long id = segments.add(name, of);
        made.add(id);
        return id;
    }

    private boolean belongs(Person person) {
        boolean going = person.stage != null && GOING.contains(person.stage) || person.tier == Tier.A;
        return going && !person.complaint && person.home != null;
    }

    private Set<Long> belonging() {
        return crowd.people.stream().filter(this::belongs).map(p -> p.id).collect(Collectors.toSet());
    }

    private void take() {
        SystemWork.run(() -> steps.all(() -> false));
    }

    /** What was taken today is of yesterday now, and today is to be taken again. */
    private void aDayGoesBy() {
        LocalDate today = jdbc.sql("SELECT MAX(of_day) FROM membership_run")
                .query(LocalDate.class)
                .single();
        for (String table : List.of("membership_run", "membership_day", "membership_move")) {
            jdbc.sql("UPDATE " + table + " SET of_day = ? WHERE of_day = ?")
                    .params(today.minusDays(1), today)
                    .update();
        }
    }

    @Test
    void members_are_taken_down_at_once_and_lead_to_exactly_themselves() {
        long id = add("gaan weg", condition);
        assertThat(pages.find(id).orElseThrow().figures()).isNull();
        take();

        SegmentPage page = pages.find(id).orElseThrow();
        SegmentFigures figures = Objects.requireNonNull(page.figures());
        Page<Member> listed = members.of(id, null, 0, 1_000);
        assertThat(listed.items().stream().map(Member::customer).collect(Collectors.toSet()))
                .isEqualTo(belonging());
        assertThat(figures.customers())
                .isEqualTo(listed.total())
                .isEqualTo(belonging().size());
        assertThat(listed.items().stream()
                        .map(member -> crowd.people.stream()
                                .filter(p -> p.id == member.customer())
                                .findFirst()
                                .orElseThrow()
                                .total)
                        .map(total -> total == null ? new BigDecimal("1000000") : total.negate())
                        .toList())
                .as("the most valuable first")
                .isSorted();
        assertThat(listed.items())
                .allMatch(member -> Objects.requireNonNull(member.name()).contains("Geheim"));
        figures.stages()
                .forEach((stage, n) -> assertThat(members.of(id, new Trait.StageIs(Set.of(stage)), 0, 1)
                                .total())
                        .isEqualTo(n));
        figures.tiers()
                .forEach((tier, n) -> assertThat(members.of(id, new Trait.TierIs(Set.of(tier)), 0, 1)
                                .total())
                        .isEqualTo(n));
        for (SegmentFigures.Bin bin : figures.worth()) {
            assertThat(members.of(id, new Trait.WorthIs(Trait.WorthIs.Worth.TOTAL, bin.from(), bin.below()), 0, 1)
                            .total())
                    .isEqualTo(bin.customers());
        }
        assertThat(figures.pain().answers())
                .isEqualTo(crowd.people.stream()
                        .filter(this::belongs)
                        .filter(p -> p.lastNps != null)
                        .mapToLong(p -> p.lastNps == 9 ? 2 : 1)
                        .sum());
        assertThat(figures.pain().handoffs())
                .isEqualTo(crowd.people.stream()
                        .filter(this::belongs)
                        .filter(p -> p.brokenDaysAgo >= 0)
                        .count());
        assertThat(segments.count(condition).customers()).isEqualTo(figures.customers());
    }

    @Test
    void who_moved_is_told_why_from_what_to_what() {
        long id = add("gaan weg", condition);
        take();
        Map<Long, String> stages = new HashMap<>();
        crowd.people.forEach(p -> stages.put(p.id, String.valueOf(p.stage)));
        Set<Long> before = belonging();
        Set<Long> open =
                crowd.people.stream().filter(p -> p.complaint).map(p -> p.id).collect(Collectors.toSet());
        aDayGoesBy();
        crowd.revalue(crowd.scoring + 1, new Random(8));
        jdbc.sql("UPDATE feedback SET status = 'CLOSED' WHERE source = ?")
                .param(crowd.key)
                .update();
        crowd.people.forEach(p -> p.complaint = false);
        take();
        Set<Long> after = belonging();

        LocalDate today = jdbc.sql("SELECT MAX(of_day) FROM membership_run")
                .query(LocalDate.class)
                .single();
        List<Mover> entered = members.moved(id, today, today, true, 0, 1_000).items();
        List<Mover> left = members.moved(id, today, today, false, 0, 1_000).items();
        assertThat(entered.stream().map(Mover::customer))
                .doesNotHaveDuplicates()
                .allMatch(c -> after.contains(c) && !before.contains(c));
        assertThat(entered)
                .hasSize((int) after.stream().filter(c -> !before.contains(c)).count())
                .isNotEmpty();
        assertThat(left)
                .hasSize((int) before.stream().filter(c -> !after.contains(c)).count())
                .isNotEmpty();
        for (Mover mover : List.of(entered, left).stream().flatMap(List::stream).toList()) {
            assertThat(mover.reasons()).isNotEmpty().allMatch(reason -> reason.kind() == Reason.Kind.TRAIT);
            for (Reason reason : mover.reasons()) {
                if (reason.trait() instanceof Trait.StageIs) {
                    assertThat(reason.from()).isEqualTo(stages.get(mover.customer()));
                    assertThat(reason.to()).isNotEqualTo(reason.from());
                    assertThat(GOING.contains(LifecycleStage.valueOf(Objects.requireNonNull(reason.to()))))
                            .isEqualTo(reason.now());
                } else if (reason.trait() instanceof Trait.ComplaintOpen) {
                    assertThat(open).contains(mover.customer());
                    assertThat(reason.now()).isFalse();
                }
            }
        }
        SegmentPage page = pages.find(id).orElseThrow();
        SegmentPage.Stability stability = Objects.requireNonNull(page.stability());
        assertThat(stability.then()).isEqualTo(before.size());
        assertThat(stability.stayed())
                .isEqualTo(before.stream().filter(after::contains).count());
        assertThat(stability.entered()).isEqualTo(entered.size());
        assertThat(page.sizes().values()).containsExactly((long) before.size(), (long) after.size());
        assertThat(jdbc.sql("SELECT COUNT(*) FROM customer_value WHERE scoring = ?")
                        .param(crowd.scoring - 1)
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void a_day_that_is_taken_again_comes_out_the_same() {
        long id = add("gaan weg", condition);
        take();
        aDayGoesBy();
        crowd.revalue(crowd.scoring + 1, new Random(8));
        take();
        LocalDate today = jdbc.sql("SELECT MAX(of_day) FROM membership_run")
                .query(LocalDate.class)
                .single();
        List<Mover> once = members.moved(id, today, today, true, 0, 1_000).items();
        SegmentFigures figures = pages.find(id).orElseThrow().figures();
        jdbc.sql("UPDATE membership_run SET scoring = 0 WHERE of_day = ?")
                .param(today)
                .update();
        take();

        assertThat(members.moved(id, today, today, true, 0, 1_000).items()).isEqualTo(once);
        assertThat(pages.find(id).orElseThrow().figures()).isEqualTo(figures);
    }

    @Test
    void a_segment_described_anew_is_taken_at_once_and_says_so() {
        long id = add("gaan weg", condition);
        take();
        aDayGoesBy();
        take();
        segments.change(
                id,
                1,
                "complaint",
                new All(List.of(
                        new Trait.ComplaintOpen(),
                        new Trait.AttributeIs("woning " + crowd.key, Set.of("koop", "huur")))));
        assertThat(pages.find(id).orElseThrow().current()).isFalse();
        take();

        SegmentPage page = pages.find(id).orElseThrow();
        assertThat(page.current()).isTrue();
        assertThat(Objects.requireNonNull(page.stability()).redescribed()).isTrue();
        LocalDate today = jdbc.sql("SELECT MAX(of_day) FROM membership_run")
                .query(LocalDate.class)
                .single();
        assertThat(members.moved(id, today, today, true, 0, 10).items())
                .isNotEmpty()
                .allMatch(mover -> mover.reasons().getFirst().kind() == Reason.Kind.DESCRIPTION);
    }

    @Test
    void flows_between_two_days_add_up_and_lead_to_their_customers() {
        take();
        Map<Long, LifecycleStage> before = new HashMap<>();
        crowd.people.forEach(p -> before.put(p.id, p.stage));
        aDayGoesBy();
        crowd.revalue(crowd.scoring + 1, new Random(9));
        take();

        List<LocalDate> days = migrations.days();
        Migration migration =
                migrations.between(Kind.STAGE, days.getLast(), days.getFirst()).orElseThrow();
        Map<Flow, Long> expected = crowd.people.stream()
                .collect(Collectors.groupingBy(
                        p -> new Flow("STAGE:" + before.get(p.id), "STAGE:" + p.stage, 0), Collectors.counting()));
        assertThat(migration.flows().stream()
                        .filter(flow -> !flow.from().equals(Migration.NONE)
                                && !flow.to().equals(Migration.NONE))
                        .collect(Collectors.toMap(flow -> new Flow(flow.from(), flow.to(), 0), Flow::customers)))
                .isEqualTo(expected);
        for (Migration.Group group : migration.groups()) {
            assertThat(migration.flows().stream()
                            .filter(flow -> flow.from().equals(group.code()))
                            .mapToLong(Flow::customers)
                            .sum())
                    .isEqualTo(group.before());
            assertThat(migration.flows().stream()
                            .filter(flow -> flow.to().equals(group.code()))
                            .mapToLong(Flow::customers)
                            .sum())
                    .isEqualTo(group.after());
        }
        Flow largest = migration.flows().getFirst();
        assertThat(members.flowed(Kind.STAGE, largest, days.getLast(), days.getFirst(), 0, 1)
                        .total())
                .isEqualTo(largest.customers());
        assertThat(migrations.between(Kind.STAGE, days.getFirst(), LocalDate.EPOCH))
                .isEmpty();
    }

    @Test
    void segments_overlap_as_often_as_customers_are_in_both() {
        long one = add("gaan weg", condition);
        Trait home = new Trait.AttributeIs("woning " + crowd.key, Set.of("koop"));
        long other = add("koop", home);
        take();

        assertThat(pages.find(one).orElseThrow().overlaps()).anySatisfy(overlap -> {
            assertThat(overlap.segment()).isEqualTo(other);
            assertThat(overlap.common())
                    .isEqualTo(crowd.people.stream()
                            .filter(p -> belongs(p) && "koop".equals(p.home))
                            .count());
        });
    }

    @Test
    void others_see_what_is_shared_and_only_its_maker_changes_it() {
        long id = add("van mij", condition);
        as(2, Role.MARKETER);
        assertThat(segments.find(id)).isEmpty();
        assertThat(pages.find(id)).isEmpty();
        assertThat(members.of(id, null, 0, 10).total()).isZero();
        as(1, Role.MARKETER);
        segments.share(id, true);
        as(2, Role.MARKETER);
        assertThat(segments.find(id)).get().matches(segment -> !segment.mine());
        assertRefused(SegmentRefused.Reason.GONE, () -> segments.change(id, 1, "x", condition));
        assertRefused(SegmentRefused.Reason.GONE, () -> segments.share(id, false));
        assertRefused(SegmentRefused.Reason.GONE, () -> segments.remove(id));
        as(3, Role.EXECUTIVE);
        assertThat(pages.all()).anyMatch(listed -> listed.segment().id() == id);
    }

    @Test
    void who_changes_what_another_tab_has_changed_is_told_and_removing_can_be_taken_back() {
        long id = add("van mij", condition);
        segments.change(id, 1, "van mij", new Trait.ComplaintOpen());
        assertRefused(SegmentRefused.Reason.CHANGED_MEANWHILE, () -> segments.change(id, 1, "y", condition));
        segments.remove(id);
        assertThat(segments.find(id)).isEmpty();
        segments.restore(id);
        assertThat(segments.find(id)).get().matches(segment -> segment.version() == 2);
    }

    @Test
    void what_cannot_be_kept_is_refused_with_the_reason() {
        assertRefused(SegmentRefused.Reason.NAME_EMPTY, () -> segments.add(" ", condition));
        assertRefused(SegmentRefused.Reason.NAME_LONG, () -> segments.add("x".repeat(121), condition));
        assertRefused(SegmentRefused.Reason.NO_CONDITION, () -> segments.add("x", new All(List.of())));
        Condition deep = new Trait.ComplaintOpen();
        for (int i = 0; i <= Condition.DEEPEST; i++) {
            deep = new Any(List.of(deep));
        }
        Condition deepest = deep;
        assertRefused(SegmentRefused.Reason.TOO_DEEP, () -> segments.add("x", deepest));
        Condition many = new All(Collections.nCopies(41, new Trait.ComplaintOpen()));
        assertRefused(SegmentRefused.Reason.TOO_MANY_TRAITS, () -> segments.count(many));
    }

    private static void assertRefused(SegmentRefused.Reason reason, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        SegmentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @EnumSource
    void totals_are_for_marketers_and_executives_and_customers_for_marketers(Role role) {
        long id = add("van mij", condition);
        as(1, role);
        boolean marketer = role == Role.MARKETER;
        boolean totals = EnumSet.of(Role.MARKETER, Role.EXECUTIVE).contains(role);
        LocalDate day = LocalDate.EPOCH;
        check(
                totals,
                segments::all,
                () -> segments.find(id),
                pages::all,
                () -> pages.find(id),
                migrations::days,
                () -> migrations.between(Kind.TIER, day, day));
        check(
                marketer,
                () -> segments.count(condition),
                segments::prepare,
                () -> segments.share(id, false),
                () -> segments.change(id, 1, "van mij", condition),
                () -> segments.remove(id),
                () -> segments.restore(id),
                () -> made.add(segments.add("nog een", condition)),
                () -> members.of(id, null, 0, 1),
                () -> members.moved(id, day, day, true, 0, 1),
                () -> members.flowed(Kind.TIER, new Flow("TIER:A", "TIER:B", 1), day, day, 0, 1));
    }

    private static void check(boolean allowed, ThrowingCallable... attempts) {
        for (ThrowingCallable attempt : attempts) {
            if (allowed) {
                assertThatCode(attempt).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(attempt).isInstanceOf(AccessDeniedException.class);
            }
        }
    }
}
