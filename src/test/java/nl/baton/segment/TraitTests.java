package nl.baton.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.baton.customer.Customers;
import nl.baton.customer.NewCustomer;
import nl.baton.database.DatabaseTest;
import nl.baton.feedback.FeedbackKind;
import nl.baton.security.SystemWork;
import nl.baton.segment.Condition.All;
import nl.baton.segment.Condition.Any;
import nl.baton.segment.Condition.Not;
import nl.baton.segment.Crowd.Person;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.RfmSegment;
import nl.baton.value.model.Tier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What statements find is what one finds who goes through the customers one by one. */
@DatabaseTest
class TraitTests {

    @Autowired
    private TraitQuery query;

    @Autowired
    private LiveSets live;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Customers customers;

    @Autowired
    private JsonMapper json;

    @Autowired
    private SchedulerClient work;

    @Autowired
    private Clock clock;

    private Crowd crowd;

    @BeforeEach
    void gather() {
        crowd = new Crowd(jdbc, customers, work, clock, 20_261_123);
    }

    @AfterEach
    void leave() {
        crowd.leave();
    }

    private record Known(Condition condition, Predicate<Person> holds) {}

    private List<Known> traits() {
        return List.of(
                new Known(new Trait.KindIs(NewCustomer.Kind.COMPANY), p -> p.kind == NewCustomer.Kind.COMPANY),
                new Known(new Trait.AttributeIs("woning " + crowd.key, Set.of("koop")), p -> "koop".equals(p.home)),
                new Known(new Trait.AttributeIs("woning " + crowd.key, Set.of("koop", "huur")), p -> p.home != null),
                new Known(
                        new Trait.LivesAs(Trait.LivesAs.Aspect.LIFE_STAGE, Set.of(crowd.key + "gezin")),
                        p -> (crowd.key + "gezin").equals(p.lifeStage)),
                new Known(new Trait.Prefers(Trait.Prefers.Wish.CHANNEL, "E-mail"), p -> "E-mail".equals(p.channel)),
                new Known(new Trait.TierIs(Set.of(Tier.A, Tier.B)), p -> p.tier == Tier.A || p.tier == Tier.B),
                new Known(new Trait.StageIs(Set.of(LifecycleStage.LOST)), p -> p.stage == LifecycleStage.LOST),
                new Known(
                        new Trait.RfmIs(Set.of(RfmSegment.LOYAL, RfmSegment.GONE)),
                        p -> p.rfm == RfmSegment.LOYAL || p.rfm == RfmSegment.GONE),
                new Known(
                        new Trait.WorthIs(Trait.WorthIs.Worth.TOTAL, BigDecimal.valueOf(500), null),
                        p -> p.total != null && p.total.intValue() >= 500),
                new Known(
                        new Trait.WorthIs(Trait.WorthIs.Worth.CURRENT, BigDecimal.ZERO, BigDecimal.valueOf(900)),
                        p -> p.total != null && p.total.signum() >= 0 && p.total.intValue() < 900),
                new Known(new Trait.AliveIs(null, new BigDecimal("0.5")), p -> p.alive != null && p.alive < 0.5),
                new Known(new Trait.JourneyOpen(null), p -> !p.openTypes.isEmpty()),
                new Known(new Trait.JourneyOpen(Crowd.TYPES + 1), p -> p.openTypes.contains(Crowd.TYPES + 1)),
                new Known(
                        new Trait.JourneyBegun(Crowd.TYPES, 20),
                        p -> p.begunDaysAgo.getOrDefault(Crowd.TYPES, 99) < 20),
                new Known(new Trait.BreakdownOpen(null), p -> p.openRule != null || p.overdue),
                new Known(new Trait.BreakdownOpen("OVERRUN"), p -> "OVERRUN".equals(p.openRule)),
                new Known(new Trait.BreakdownOpen("NOT_PICKED_UP"), p -> p.overdue),
                new Known(
                        new Trait.HandoffBroken(null, null, null, 25),
                        p -> p.brokenDaysAgo >= 0 && p.brokenDaysAgo < 25),
                new Known(
                        new Trait.HandoffBroken("LATE_PICKUP", crowd.from(), null, 3_000),
                        p -> "LATE_PICKUP".equals(p.brokenRule)),
                new Known(new Trait.HandoffBroken(null, null, crowd.from(), 3_000), p -> false),
                new Known(
                        new Trait.FeedbackGiven(FeedbackKind.COMPLAINT, 10),
                        p -> p.complaintDaysAgo >= 0 && p.complaintDaysAgo < 10),
                new Known(new Trait.LastScore(FeedbackKind.NPS, 0, 6), p -> Objects.equals(p.lastNps, 3)),
                new Known(new Trait.ComplaintOpen(), p -> p.complaint),
                new Known(new Trait.ConsentTo("mail " + crowd.key), p -> p.consents));
    }

    private CustomerSet found(Condition condition) {
        Moment now = query.now();
        return TraitQuery.of(condition, query.everyone(), trait -> query.of(trait, now));
    }

    private void check(Known known, CustomerSet found) {
        List<Long> expected = crowd.people.stream()
                .filter(known.holds)
                .map(person -> person.id)
                .sorted()
                .toList();
        assertThat(crowd.people.stream()
                        .map(person -> person.id)
                        .filter(found::contains)
                        .sorted()
                        .toList())
                .as("%s", known.condition)
                .isEqualTo(expected);
    }

    @Test
    void each_trait_finds_whom_it_is_true_of() {
        for (Known known : traits()) {
            check(known, found(known.condition));
            assertThat(crowd.people.stream().filter(known.holds).count())
                    .as("%s says something", known.condition)
                    .isBetween(
                            known.condition.equals(new Trait.HandoffBroken(null, null, crowd.from(), 3_000)) ? 0L : 1L,
                            Crowd.SIZE - 1L);
        }
    }

    @Test
    void any_traits_joined_in_any_way_find_whom_going_through_all_of_them_finds() {
        var random = new Random(42);
        List<Known> traits = traits();
        for (int i = 0; i < 150; i++) {
            Known tree = tree(traits, random, 3);
            check(tree, found(tree.condition));
            String written = json.writerFor(Condition.class).writeValueAsString(tree.condition);
            assertThat(json.readValue(written, Condition.class)).isEqualTo(tree.condition);
        }
    }

    private static Known tree(List<Known> traits, Random random, int deepest) {
        int form = deepest == 0 ? 3 : random.nextInt(4);
        if (form == 3) {
            return traits.get(random.nextInt(traits.size()));
        }
        if (form == 2) {
            Known part = tree(traits, random, deepest - 1);
            return new Known(new Not(part.condition), part.holds.negate());
        }
        List<Known> parts = IntStream.range(0, random.nextInt(4))
                .mapToObj(n -> tree(traits, random, deepest - 1))
                .toList();
        List<Condition> conditions =
                new ArrayList<>(parts.stream().map(Known::condition).toList());
        return form == 0
                ? new Known(new All(conditions), p -> parts.stream().allMatch(part -> part.holds.test(p)))
                : new Known(new Any(conditions), p -> parts.stream().anyMatch(part -> part.holds.test(p)));
    }

    @Test
    void a_count_while_building_is_the_same_and_says_of_when_it_is() throws Exception {
        live.forget();
        for (Known known : traits()) {
            check(known, live.of(known.condition).members());
        }
        // and again by what was read ahead
        live.forget();
        SystemWork.call(live::warm).get();
        for (Known known : traits()) {
            check(known, live.of(known.condition).members());
        }
        LiveSets.Found found = live.of(new Not(new Trait.ComplaintOpen()));
        assertThat(found.asOf()).isBeforeOrEqualTo(clock.instant());
        assertThat(found.everyone()).isGreaterThanOrEqualTo(found.members().size());
    }

    @Test
    void anonymous_customers_belong_to_nothing() {
        jdbc.sql("UPDATE customer SET kind = 'ANONYMOUS' WHERE id = ?")
                .param(crowd.people.getFirst().id)
                .update();

        assertThat(found(new Not(new Any(List.of()))).contains(crowd.people.getFirst().id))
                .isFalse();
        assertThat(found(new All(List.of())).contains(crowd.people.get(1).id)).isTrue();
    }

    @Test
    void what_somebody_typed_is_a_parameter_and_never_a_part_of_the_statement() {
        String hostile = "' OR 1 = 1 -- ";
        Moment now = query.now();
        for (Trait trait : List.of(
                new Trait.AttributeIs(hostile, Set.of(hostile)),
                new Trait.LivesAs(Trait.LivesAs.Aspect.LIFESTYLE, Set.of(hostile)),
                new Trait.Prefers(Trait.Prefers.Wish.LANGUAGE, hostile),
                new Trait.ConsentTo(hostile),
                new Trait.BreakdownOpen(hostile),
                new Trait.HandoffBroken(hostile, null, null, 5))) {
            assertThat(query.of(trait, now).size()).as("%s", trait).isZero();
        }
    }

    @Test
    void what_cannot_be_is_refused_by_the_name_of_its_field() {
        Map<String, Runnable> refused = Map.of(
                "days", () -> new Trait.JourneyBegun(null, 0),
                "from", () -> new Trait.AliveIs(null, null),
                "kind", () -> new Trait.LastScore(FeedbackKind.IDEA, 0, 1),
                "tiers", () -> new Trait.TierIs(Set.of()),
                "values", () -> new Trait.AttributeIs("x", Set.of(" ")),
                "purpose", () -> new Trait.ConsentTo(""));
        refused.forEach((field, attempt) -> assertThatThrownBy(attempt::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field + ":"));
    }
}
