package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.database.DatabaseTest;
import nl.baton.database.StatementCount;
import nl.baton.handoff.JourneyStory.JudgedHandoff;
import nl.baton.handoff.RelayStory.Bins;
import nl.baton.journey.CaseKey;
import nl.baton.journey.Direction;
import nl.baton.journey.Journeys;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Promised;
import nl.baton.journey.Settlement;
import nl.baton.journey.Timelines;
import nl.baton.journey.Timelines.Scope;
import nl.baton.journey.Timelines.Stretch;
import nl.baton.journey.Touchpoint;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
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

/** The relay of a customer, over a few contacts and over thousands, and for whom. */
@DatabaseTest
class RelayStoriesTests {

    private static final int PIXELS = 1_200;

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Customers customers;

    @Autowired
    private Projection projection;

    @Autowired
    private RelayStories relays;

    @Autowired
    private Timelines timelines;

    @Autowired
    private Journeys journeys;

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private final Instant start = Instant.now()
            .truncatedTo(ChronoUnit.DAYS)
            .minus(Duration.ofDays(400))
            .plus(Duration.ofHours(9));
    private long customer;

    @BeforeEach
    void aCustomer() {
        SystemWork.run(() -> customers.store(List.of(NewCustomer.of(key, "K", NewCustomer.Kind.PERSON, "Remco " + key)
                .build())));
        customer = jdbc.sql("SELECT id FROM customer WHERE source = ?")
                .param(key)
                .query(Long.class)
                .single();
        as(null, Role.AGENT);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private static void as(@Nullable Long home, Role... roles) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_200_000, "relay", Set.of(roles), home));
    }

    private NewTouchpoint.Builder step(String theCase, String id, double hour, String department) {
        return NewTouchpoint.of(key, theCase + id, new CaseKey(key, key, theCase), hour(hour))
                .customer(List.of(Identity.source("K")))
                .direction(Direction.OUTBOUND)
                .department(department + key);
    }

    private Instant hour(double hour) {
        return start.plusSeconds((long) (hour * 3_600));
    }

    private void arrive(List<NewTouchpoint> arriving) {
        SystemWork.run(() -> {
            touchpoints.append(arriving, Via.API);
            projection.projectAll(done -> {});
        });
    }

    /** A contact every hour; the departments take turns after each 8, B after a wait that breaks. */
    private void many(String theCase, int count) {
        var arriving = new ArrayList<NewTouchpoint>();
        for (int i = 0; i < count; i++) {
            String department = i / 8 % 2 == 0 ? "A" : "B";
            arriving.add(step(theCase, "-" + i, i, department)
                    .direction(i % 4 == 0 ? Direction.INBOUND : Direction.OUTBOUND)
                    .text("intern " + department)
                    .build());
        }
        arrive(arriving);
    }

    private long journey(String theCase) {
        return jdbc.sql("SELECT id FROM journey WHERE source = ? AND case_number = ?")
                .params(key, theCase)
                .query(Long.class)
                .single();
    }

    private long department(String letter) {
        return jdbc.sql("SELECT id FROM department WHERE name = ?")
                .param(letter + key)
                .query(Long.class)
                .single();
    }

    private Stretch hours(double from, double to) {
        return new Stretch(hour(from), hour(to));
    }

    @Test
    void a_customer_with_little_history_is_told_whole_whatever_the_window() {
        arrive(List.of(
                step("1", "a", 0, "A").build(),
                step("1", "b", 48, "B").build(),
                step("2", "a", 500, "A").build()));

        RelayStory all = relays.story(new Scope(customer, null), hours(490, 510), PIXELS);
        assertThat(all.loaded()).isNull();
        assertThat(all.bins()).isNull();
        assertThat(all.stories()).hasSize(2);
        assertThat(all.journeys()).extracting(RelayStory.Sketch::caseNumber).containsExactlyInAnyOrder("1", "2");

        RelayStory one = relays.story(new Scope(customer, journey("1")), hours(490, 510), PIXELS);
        assertThat(one.stories())
                .singleElement()
                .satisfies(story -> assertThat(story.relay().legs()).hasSize(2));
        assertThat(one.journeys()).hasSize(2);
    }

    @Test
    void more_contacts_than_can_be_drawn_come_added_up_and_nothing_is_lost() {
        many("1", 1_200);
        arrive(List.of(step("2", "a", 100, "C").build()));

        RelayStory told = relays.story(new Scope(customer, null), hours(0, 1_200), PIXELS);

        assertThat(told.stories()).isEmpty();
        Bins bins = Objects.requireNonNull(told.bins());
        assertThat(bins.bins()).hasSizeLessThan(500);
        assertThat(bins.bins())
                .allSatisfy(bin -> assertThat(bin.held().values())
                        .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0)));
        assertThat(bins.bins().stream()
                        .mapToLong(bin -> bin.inbound() + bin.outbound())
                        .sum())
                .isEqualTo(1_201);
        assertThat(bins.passes().stream().mapToLong(RelayStory.PassCount::count).sum())
                .isEqualTo(149);
        long broken = jdbc.sql("SELECT COUNT(*) FROM handoff h JOIN figures_generation g ON g.generation = h.generation"
                        + " AND g.state = 'LIVE' WHERE journey_id = ? AND grain = 'DEPARTMENT' AND broken = TRUE")
                .param(journey("1"))
                .query(Long.class)
                .single();
        assertThat(broken).isPositive();
        assertThat(bins.passes().stream()
                        .filter(RelayStory.PassCount::broken)
                        .mapToLong(RelayStory.PassCount::count)
                        .sum())
                .isEqualTo(broken);
        // A has the baton for 7 of every 16 hours, from its first contact to its last
        double held = bins.bins().stream()
                        .mapToDouble(bin -> bin.held().getOrDefault(department("A"), 0.0))
                        .sum()
                * bins.length().toSeconds();
        assertThat(held / 3_600).isCloseTo(75 * 7.0, within(8.0));
        assertThat(told.journeys()).hasSize(2);
        assertThat(told.journeys().stream().filter(RelayStory.Sketch::broken)).hasSize(1);
    }

    @Test
    void a_window_in_a_long_journey_is_told_one_by_one_and_judged_as_the_whole_is() {
        many("1", 1_200);

        RelayStory told = relays.story(new Scope(customer, journey("1")), hours(600, 700), PIXELS);

        assertThat(told.bins()).isNull();
        assertThat(Objects.requireNonNull(told.loaded()).from()).isEqualTo(hour(550));
        JourneyStory story = told.stories().getFirst();
        assertThat(story.touchpoints()).hasSizeBetween(200, 1_000);
        List<JudgedHandoff> seen = story.handoffs().stream()
                .filter(judged -> !judged.handoff().pickedUpAt().isBefore(hour(600))
                        && judged.handoff().pickedUpAt().isBefore(hour(700)))
                .toList();
        assertThat(seen).hasSize(13);
        // every pass but the first goes straight back, which a part of the journey alone would not show at its side
        assertThat(seen)
                .allSatisfy(judged -> assertThat(judged.findings())
                        .extracting(Finding::rule)
                        .containsExactlyElementsOf(stored(judged)));
        assertThat(seen).anySatisfy(judged -> assertThat(judged.findings()).isNotEmpty());
    }

    private List<String> stored(JudgedHandoff judged) {
        return jdbc.sql("""
                SELECT f.rule FROM finding f JOIN handoff h ON h.id = f.handoff_id
                    JOIN figures_generation g ON g.generation = h.generation AND g.state = 'LIVE'
                WHERE h.pickup_touchpoint_id = ? AND h.grain = 'DEPARTMENT' ORDER BY f.rule""")
                .param(judged.handoff().pickup().id())
                .query(String.class)
                .list();
    }

    @Test
    void the_number_of_statements_does_not_grow_with_the_history() {
        many("1", 40);
        var scope = new Scope(customer, null);
        int little = StatementCount.of(() -> relays.story(scope, hours(0, 40), PIXELS))
                .size();
        many("2", 1_100);
        int binned = StatementCount.of(() -> relays.story(scope, hours(0, 1_200), PIXELS))
                .size();
        int part = StatementCount.of(() -> relays.story(scope, hours(0, 90), PIXELS))
                .size();
        many("3", 1_600);
        for (int i = 4; i < 30; i++) {
            many(String.valueOf(i), 3);
        }

        assertThat(StatementCount.of(() -> relays.story(scope, hours(0, 1_700), PIXELS)))
                .hasSize(binned);
        assertThat(StatementCount.of(() -> relays.story(scope, hours(1_200, 1_290), PIXELS)))
                .hasSize(part);
        assertThat(little).isLessThanOrEqualTo(12);
        assertThat(binned).isLessThanOrEqualTo(10);
        assertThat(part).isLessThanOrEqualTo(18);
    }

    @Test
    void a_lead_sees_the_own_departments_journeys_without_the_internal_text_of_others() {
        arrive(List.of(
                step("1", "a", 0, "A")
                        .direction(Direction.INTERNAL)
                        .text("intern van A")
                        .build(),
                step("1", "b", 30, "B")
                        .direction(Direction.INTERNAL)
                        .text("intern van B")
                        .build(),
                step("2", "a", 60, "C").text("mail van C").build()));
        as(department("A"), Role.LEAD);

        RelayStory told = relays.story(new Scope(customer, null), hours(0, 100), PIXELS);

        assertThat(told.stories())
                .singleElement()
                .satisfies(story -> assertThat(story.touchpoints())
                        .extracting(Touchpoint::text)
                        .containsExactly("intern van A", null));
        assertThat(told.journeys()).hasSize(1);
        assertThat(relays.overview(customer)).hasSize(1);
        assertThat(relays.story(new Scope(customer, journey("2")), hours(0, 100), PIXELS)
                        .stories())
                .isEmpty();

        as(999_999_999L, Role.LEAD);
        assertThat(relays.overview(customer)).isEmpty();
        assertThat(relays.story(new Scope(customer, null), hours(0, 100), PIXELS)
                        .stories())
                .isEmpty();
    }

    @Test
    void a_lead_is_told_no_counts_of_journeys_of_others() {
        many("1", 600);
        arrive(List.of(step("2", "a", 60, "C").build()));
        as(department("C"), Role.LEAD);

        RelayStory told = relays.story(new Scope(customer, null), hours(0, 600), PIXELS);

        assertThat(told.bins()).isNull();
        assertThat(told.stories())
                .singleElement()
                .satisfies(story -> assertThat(story.touchpoints()).hasSize(1));
        Stretch whole = hours(-1, 700);
        var all = new Scope(customer, null);
        assertThat(timelines.count(all, List.of(whole))).containsExactly(1L);
        assertThat(timelines.counts(all, whole, Duration.ofHours(1))).hasSize(1);
        assertThat(timelines.held(all, whole, Duration.ofHours(1), Instant.now()))
                .extracting(Timelines.Held::department)
                .containsOnly(department("C"));
    }

    @Test
    void who_sees_journeys_in_summary_or_not_at_all_gets_no_relay() {
        var scope = new Scope(customer, null);
        for (Role role : List.of(Role.MARKETER, Role.EXECUTIVE, Role.ADMIN)) {
            as(null, role);
            assertThatThrownBy(() -> relays.story(scope, hours(0, 1), PIXELS))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> relays.overview(customer)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> timelines.contacts(scope)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> journeys.withTimeline(customer)).isInstanceOf(AccessDeniedException.class);
        }
        as(null, Role.STEWARD);
        assertThat(relays.story(scope, hours(0, 1), PIXELS).stories()).isEmpty();
    }

    @Test
    void a_promise_is_open_due_missed_or_kept_and_what_was_withdrawn_is_gone() {
        Instant now = Instant.now();
        arrive(List.of(
                step("1", "a", 0, "A")
                        .promises(List.of(
                                promise("kept", now.minus(Duration.ofDays(1))),
                                promise("missed", now.minus(Duration.ofDays(1))),
                                promise("withdrawn", now.minus(Duration.ofDays(1))),
                                promise("soon", now.plus(Duration.ofDays(1))),
                                promise("later", now.plus(Duration.ofDays(9)))))
                        .build(),
                step("1", "b", 5, "A")
                        .settles(List.of(
                                new Settlement("kept", Settlement.State.KEPT),
                                new Settlement("withdrawn", Settlement.State.WITHDRAWN)))
                        .build()));

        JourneyStory story = relays.story(new Scope(customer, null), hours(0, 1), PIXELS)
                .stories()
                .getFirst();

        assertThat(PromiseState.of(story.touchpoints(), now))
                .extracting(state -> state.promise().id() + " " + state.standing())
                .containsExactlyInAnyOrder("kept KEPT", "missed MISSED", "soon SOON_DUE", "later OPEN");
    }

    private static Promised promise(String id, Instant due) {
        return new Promised(id, "Belofte " + id, null, due, false);
    }
}
