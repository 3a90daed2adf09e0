package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Page;
import nl.baton.base.Period;
import nl.baton.customer.Customers;
import nl.baton.customer.Identity;
import nl.baton.customer.NewCustomer;
import nl.baton.database.DatabaseTest;
import nl.baton.database.StatementCount;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.feedback.CustomerFeedback.Said;
import nl.baton.feedback.FeedbackItems;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.FeedbackStatus;
import nl.baton.feedback.NewFeedback;
import nl.baton.handoff.LaneAnalysis.Affected;
import nl.baton.handoff.LaneAnalysis.Holder;
import nl.baton.handoff.LaneAnalysis.Part;
import nl.baton.handoff.LaneAnalysis.SplitClock;
import nl.baton.handoff.LaneAnalysis.Week;
import nl.baton.handoff.LaneEvidence.Which;
import nl.baton.handoff.LaneReach.Depth;
import nl.baton.handoff.LaneReach.Reached;
import nl.baton.journey.CaseKey;
import nl.baton.journey.ChannelKind;
import nl.baton.journey.Direction;
import nl.baton.journey.Fact;
import nl.baton.journey.JourneyTypes;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Outcome;
import nl.baton.journey.Touchpoints;
import nl.baton.journey.Via;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** A small lane worked out by hand: when it broke, for whom, whose time it was, and what customers said of it. */
@DatabaseTest
class LaneAnalysisTests {

    @Autowired
    private Touchpoints touchpoints;

    @Autowired
    private Customers customers;

    @Autowired
    private FeedbackItems feedback;

    @Autowired
    private Projection projection;

    @Autowired
    private Departments departments;

    @Autowired
    private JourneyTypes types;

    @Autowired
    private HandoffFigures figures;

    @Autowired
    private LaneEvidence evidence;

    @Autowired
    private LaneSlices slices;

    @Autowired
    private LaneFeedback voices;

    @Autowired
    private LaneReach reach;

    @Autowired
    private BatonProperties properties;

    @Autowired
    private JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private final List<NewTouchpoint.Builder> batch = new ArrayList<>();
    private LaneFilter filter;
    private long a;
    private long b;
    private long c;

    /** On days of the week of Monday 2 February 2026, in the company's time zone. */
    @BeforeEach
    void play() {
        step("1", 2, 9, 0, "A").direction(Direction.INBOUND).channel("e-mail").topic("Boiler");
        step("1", 2, 9, 30, "A").direction(Direction.INTERNAL);
        step("1", 2, 10, 0, "B").direction(Direction.INTERNAL);
        step("1", 2, 11, 0, "B").outcome(Outcome.RESOLVED);

        step("2", 2, 8, 0, "A")
                .direction(Direction.INBOUND)
                .channel("Telephone")
                .topic(" boiler ");
        step("2", 3, 8, 0, "B").direction(Direction.INTERNAL);
        step("2", 3, 9, 0, "B")
                .direction(Direction.OUTBOUND)
                .facts(List.of(new Fact("meter number", Fact.Act.ASKED, null)));
        step("2", 3, 12, 0, "B").direction(Direction.INBOUND).channel("phone");
        step("2", 3, 13, 0, "B").outcome(Outcome.RESOLVED);

        step("3", 3, 14, 0, "A");
        step("3", 4, 14, 0, "B").outcome(Outcome.RESOLVED);

        // not over yet: its leg has not ended, but thirty days are
        step("4", 6, 23, 59, "A").direction(Direction.INBOUND);
        step("4", 7, 0, 30, "B");

        step("5", 4, 9, 0, "A");
        step("5", 4, 9, 10, "B");
        step("5", 4, 10, 0, "C").outcome(Outcome.RESOLVED);
        SystemWork.run(() -> {
            customers.store(List.of(NewCustomer.of(key, "K", NewCustomer.Kind.PERSON, "Wilhelmina " + key)
                    .build()));
            touchpoints.append(batch.stream().map(NewTouchpoint.Builder::build).toList(), Via.API);
            feedback.store(List.of(
                    said("before", "2", FeedbackKind.NPS, 9, null, null, at(2, 10, 0)),
                    said("nps", "2", FeedbackKind.NPS, 3, "Veel te laat", "B" + key, at(5, 9, 0)),
                    said("csat", "1", FeedbackKind.CSAT, 5, "Prima", null, at(6, 9, 0)),
                    said("complaint", "3", FeedbackKind.COMPLAINT, null, "Schandalig", "C" + key, at(7, 9, 0)),
                    said("elsewhere", "5", FeedbackKind.NPS, 10, "Top", "B" + key, at(8, 9, 0))));
            projection.projectAll(done -> {});
            filter = new LaneFilter(Grain.DEPARTMENT, types.resolve(key), null, null);
        });
        a = department("A");
        b = department("B");
        c = department("C");
        as(null, Role.EXECUTIVE);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private NewTouchpoint.Builder step(String journey, int day, int hour, int minute, String department) {
        var step = NewTouchpoint.of(
                        key, key + batch.size() + journey, new CaseKey(key, key, journey), at(day, hour, minute))
                .customer(List.of(Identity.source("K")))
                .department(department + key);
        batch.add(step);
        return step;
    }

    private Instant at(int day, int hour, int minute) {
        return LocalDateTime.of(2026, 2, day, hour, minute)
                .atZone(properties.zone())
                .toInstant();
    }

    private NewFeedback said(
            String id,
            String caseNumber,
            FeedbackKind kind,
            @Nullable Integer score,
            @Nullable String text,
            @Nullable String owner,
            Instant at) {
        return new NewFeedback(
                key,
                id,
                "K",
                new CaseKey(key, key, caseNumber),
                null,
                null,
                kind,
                score,
                text,
                null,
                null,
                at,
                FeedbackStatus.NEW,
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

    private long department(String letter) {
        UnitName name = UnitName.of(letter + key, null);
        return SystemWork.call(
                () -> departments.resolve(List.of(name)).get(name).departmentId());
    }

    private static void as(@Nullable Long home, Role... roles) {
        SecurityContextHolder.setContext(SignedInAs.Factory.context(9_200_000, "lane", Set.of(roles), home));
    }

    private LaneFigures lane() {
        return figures.lane(filter, a, b).orElseThrow();
    }

    private long listed(LaneSlice slice) {
        Page<HandoffEvidence> page = evidence.handoffs(filter, lane(), new Which.Slice(slice), 0, 100);
        assertThat(page.items()).as(slice.toString()).hasSize((int) page.total());
        return page.total();
    }

    @Test
    void each_hour_of_the_week_counts_what_was_passed_on_in_it() {
        Week week = slices.week(filter, lane());
        assertThat(week.recent()).isNull();
        assertThat(week.uncomputed()).isZero();
        assertThat(week.cells())
                .containsExactly(
                        new LaneAnalysis.Cell(DayOfWeek.MONDAY, 8, BreakdownRate.of(1, 2)),
                        new LaneAnalysis.Cell(DayOfWeek.TUESDAY, 14, BreakdownRate.of(1, 1)),
                        new LaneAnalysis.Cell(DayOfWeek.WEDNESDAY, 8, BreakdownRate.of(0, 1)),
                        new LaneAnalysis.Cell(DayOfWeek.FRIDAY, 22, BreakdownRate.of(0, 1)));
        assertThat(total(week)).isEqualTo(lane().rate());
    }

    private static BreakdownRate total(Week week) {
        return week.cells().stream()
                .map(LaneAnalysis.Cell::rate)
                .reduce((x, y) -> BreakdownRate.of(x.broken() + y.broken(), x.judged() + y.judged()))
                .orElseThrow();
    }

    @Test
    void channels_are_those_last_heard_of_before_the_pass_and_topics_the_first_of_the_journey() {
        Affected affected = slices.affected(filter, lane());
        assertThat(affected.channels())
                .containsExactlyInAnyOrder(
                        new LaneAnalysis.OnChannel(ChannelKind.PHONE, BreakdownRate.of(1, 1)),
                        new LaneAnalysis.OnChannel(ChannelKind.MAIL, BreakdownRate.of(0, 1)),
                        new LaneAnalysis.OnChannel(null, BreakdownRate.of(1, 3)));
        assertThat(affected.topics())
                .containsExactly(
                        new LaneAnalysis.About(null, BreakdownRate.of(1, 3)),
                        new LaneAnalysis.About("boiler", BreakdownRate.of(1, 2)));
        assertThat(affected.knownTopics()).isEqualTo(1);
    }

    @Test
    void tiers_are_those_of_the_last_valuation() {
        assertThat(listed(new LaneSlice.OfTier(null, false)))
                .isEqualTo(lane().rate().judged());
        value("A");

        LaneAnalysis.Tiers tiers = slices.tiers(filter, lane());

        assertThat(tiers.tiers()).containsExactly(new LaneAnalysis.InTier(Tier.A, lane().rate()));
        assertThat(listed(new LaneSlice.OfTier(Tier.A, false)))
                .isEqualTo(lane().rate().judged());
        assertThat(listed(new LaneSlice.OfTier(Tier.A, true)))
                .isEqualTo(lane().rate().broken());
        assertThat(listed(new LaneSlice.OfTier(Tier.B, false))).isZero();
        assertThat(listed(new LaneSlice.OfTier(null, false))).isZero();
    }

    /** More than are read with their customers, fewer than are read from the index. */
    @Test
    void of_a_busy_lane_the_list_of_a_tier_reaches_as_far_back_as_its_figure() {
        value("A");
        LocalDate wednesday = LocalDate.of(2026, 2, 4);
        filter = new LaneFilter(
                Grain.DEPARTMENT,
                filter.journeyType(),
                new Period(wednesday.minusDays(2), wednesday.plusDays(4)),
                null);
        LaneFigures lane = lane();
        String busy =
                "UPDATE lane_span SET handoffs = handoffs + ? WHERE lane_id = ? AND span = 'D' AND span_start = ?";
        jdbc.sql(busy).params(20_000, lane.laneId(), wednesday).update();
        try {
            LaneAnalysis.Tiers tiers = slices.tiers(filter, lane);
            assertThat(tiers.recent()).isNotNull();
            assertThat(tiers.tiers().getFirst().rate().judged())
                    .isLessThan(lane.rate().judged())
                    .isEqualTo(listed(new LaneSlice.OfTier(Tier.A, false)));
            assertThat(slices.week(filter, lane).recent()).isNull();
            assertThat(listed(new LaneSlice.Channel(ChannelKind.PHONE, false))).isEqualTo(1);
        } finally {
            jdbc.sql(busy).params(-20_000, lane.laneId(), wednesday).update();
        }
    }

    /** What a valuation says of the customer. */
    private void value(String tier) {
        List<Integer> live = jdbc.sql("SELECT scoring FROM value_scoring WHERE state = 'LIVE'")
                .query(Integer.class)
                .list();
        if (live.isEmpty()) {
            jdbc.sql("""
                    INSERT INTO value_scoring (scoring, state, step, as_of, next_customer, customers, done, begun_at, changed_at)
                    VALUES (1, 'LIVE', 'RANK', '2026-02-01', 0, 0, 0, '2026-02-01', '2026-02-01')""").update();
        }
        jdbc.sql("""
                INSERT INTO customer_value (scoring, customer_id, stage, purchase_days, running_contracts, potential_ground,
                    tier)
                SELECT s.scoring, c.id, 'ACTIVE', 1, 0, 'TOO_FEW', ? FROM customer c JOIN value_scoring s ON s.state = 'LIVE'
                WHERE c.source = ? AND c.external_id = 'K'""").params(tier, key).update();
    }

    @Test
    void the_parts_of_the_time_add_up_to_all_of_it() {
        SplitClock clock = slices.clock(filter, lane());
        long minute = 60_000;
        assertThat(clock.handoffs()).isEqualTo(4);
        // 30 minutes in A; waits of 30, 1440, 1440 and 10; in B 60 and 120; the customer looked up a meter number for
        // 180
        assertThat(clock.parts())
                .containsExactly(
                        new Part(Holder.PASSING, 30 * minute, 9),
                        new Part(Holder.NOBODY, 2_920 * minute, 882),
                        new Part(Holder.RECEIVING, 180 * minute, 55),
                        new Part(Holder.CUSTOMER, 180 * minute, 54));
        assertThat(clock.parts())
                .extracting(Part::tenths)
                .satisfies(all -> assertThat(
                                all.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(1_000));
        assertThat(listed(new LaneSlice.Ended())).isEqualTo(4);
    }

    @Test
    void every_figure_is_the_length_of_its_list_whatever_the_rule() {
        for (String rule : Arrays.asList(null, "LATE_PICKUP", "SOURED", "REOPENED")) {
            filter = new LaneFilter(Grain.DEPARTMENT, filter.journeyType(), null, rule);
            Week week = slices.week(filter, lane());
            for (LaneAnalysis.Cell cell : week.cells()) {
                assertThat(listed(new LaneSlice.Hours(cell.day(), cell.from(), false)))
                        .isEqualTo(cell.rate().judged());
                assertThat(listed(new LaneSlice.Hours(cell.day(), cell.from(), true)))
                        .isEqualTo(cell.rate().broken());
            }
            if (lane().rate().judged() > 0) {
                assertThat(total(week)).as(rule).isEqualTo(lane().rate());
            }
            Affected affected = slices.affected(filter, lane());
            affected.channels().forEach(channel -> {
                assertThat(listed(new LaneSlice.Channel(channel.kind(), false)))
                        .isEqualTo(channel.rate().judged());
                assertThat(listed(new LaneSlice.Channel(channel.kind(), true)))
                        .isEqualTo(channel.rate().broken());
            });
            affected.topics().forEach(topic -> {
                assertThat(listed(new LaneSlice.About(topic.topic(), false)))
                        .isEqualTo(topic.rate().judged());
                assertThat(listed(new LaneSlice.About(topic.topic(), true)))
                        .isEqualTo(topic.rate().broken());
            });
        }
    }

    @Test
    void of_very_many_handoffs_the_last_days_are_read_and_that_is_said() {
        Reached reached = reach.of(filter, lane().laneId(), new Depth(4, 2));
        // picked up on Monday, Tuesday, twice on Wednesday, and on Saturday
        LocalDate wednesday = LocalDate.of(2026, 2, 4);
        assertThat(reached.recent()).isEqualTo(new LaneAnalysis.Recent(wednesday, 3));
        assertThat(reached.filter().period()).isEqualTo(new Period(wednesday, wednesday.plusDays(3)));
        assertThat(evidence.handoffs(reached.filter(), lane(), new Which.All(), 0, 10)
                        .total())
                .isEqualTo(3);
        assertThat(reach.of(filter, lane().laneId(), new Depth(5, 2)).recent()).isNull();
    }

    @Test
    void what_is_said_counts_for_the_last_pass_before_it() {
        as(b, Role.AGENT);
        assertThat(voices.said(filter, lane(), 0, 10).items())
                .extracting(LaneVoice::said)
                .extracting(Said::kind, Said::score, Said::text)
                .containsExactly(tuple(FeedbackKind.CSAT, 5, "Prima"), tuple(FeedbackKind.NPS, 3, "Veel te laat"));
        assertThat(voices.said(filter, lane(), 1, 1).items()).singleElement().satisfies(voice -> {
            assertThat(voice.said().text()).isEqualTo("Veel te laat");
            assertThat(voice.customer()).isNotNull();
        });
        assertThat(voices.said(filter, figures.lane(filter, b, c).orElseThrow(), 0, 10)
                        .items())
                .extracting(voice -> voice.said().text())
                .containsExactly("Top");
    }

    @Test
    void each_role_hears_what_the_access_table_gives_it() {
        as(b, Role.LEAD);
        assertThat(voices.said(filter, lane(), 0, 10).items())
                .extracting(voice -> voice.said().text())
                .containsExactly("Veel te laat");
        assertThat(kinds()).containsExactlyEntriesOf(Map.of(FeedbackKind.NPS, 1L));
        assertThat(voices.totals(filter, lane()).items()).isEqualTo(1);

        as(b, Role.MARKETER);
        Page<LaneVoice> all = voices.said(filter, lane(), 0, 10);
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.items()).allSatisfy(voice -> {
            assertThat(voice.said().text()).isNull();
            assertThat(voice.said().owner()).isNull();
            assertThat(voice.customer()).isNull();
        });

        as(null, Role.EXECUTIVE);
        LaneFigures lane = lane();
        assertThat(kinds())
                .containsOnly(
                        Map.entry(FeedbackKind.COMPLAINT, 1L),
                        Map.entry(FeedbackKind.CSAT, 1L),
                        Map.entry(FeedbackKind.NPS, 1L));
        assertThat(voices.totals(filter, lane).items()).isZero();
        assertThatThrownBy(() -> voices.said(filter, lane, 0, 10)).isInstanceOf(AccessDeniedException.class);

        as(c, Role.AGENT);
        assertThat(voices.said(filter, lane, 0, 10).total()).isZero();
        assertThat(voices.totals(filter, lane).kinds()).isEmpty();
        for (Role role : List.of(Role.STEWARD, Role.ADMIN)) {
            as(b, role);
            assertThatThrownBy(() -> voices.said(filter, lane, 0, 10)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> voices.totals(filter, lane)).isInstanceOf(AccessDeniedException.class);
        }
    }

    private Map<FeedbackKind, Long> kinds() {
        return voices.totals(filter, lane()).kinds().stream()
                .collect(Collectors.toMap(FeedbackTotal::kind, FeedbackTotal::n));
    }

    @Test
    void an_analysis_is_for_who_sees_the_lane() {
        LaneFigures lane = lane();
        as(null, Role.MARKETER);
        assertThat(slices.week(filter, lane).cells()).hasSize(4);
        for (Role role : List.of(Role.AGENT, Role.LEAD)) {
            as(a, role);
            assertThat(slices.clock(filter, lane).handoffs()).isEqualTo(4);
            as(c, role);
            assertThat(slices.week(filter, lane).cells()).isEmpty();
            assertThat(slices.affected(filter, lane).channels()).isEmpty();
            assertThat(slices.clock(filter, lane).handoffs()).isZero();
            assertThat(evidence.handoffs(filter, lane, new Which.Slice(new LaneSlice.Ended()), 0, 10)
                            .total())
                    .isZero();
        }
        as(null, Role.EXECUTIVE);
        // of one lane only
        assertThat(evidence.handoffs(filter, null, new Which.Slice(new LaneSlice.Ended()), 0, 10)
                        .total())
                .isZero();
        for (Role role : List.of(Role.STEWARD, Role.ADMIN)) {
            as(b, role);
            assertThatThrownBy(() -> slices.week(filter, lane)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> slices.affected(filter, lane)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> slices.clock(filter, lane)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void it_takes_as_few_statements_however_long_the_history() {
        as(b, Role.AGENT);
        List<String> few = StatementCount.of(this::all);
        batch.clear();
        for (int i = 0; i < 120; i++) {
            step("more " + i, 2 + i % 7, i % 24, 0, "A").topic("topic " + i).channel("chat");
            step("more " + i, 9 + i % 7, i % 24, 0, "B").outcome(Outcome.RESOLVED);
        }
        SystemWork.run(() -> {
            touchpoints.append(batch.stream().map(NewTouchpoint.Builder::build).toList(), Via.API);
            projection.projectAll(done -> {});
        });
        assertThat(lane().handoffs()).isEqualTo(125);
        assertThat(StatementCount.of(this::all)).hasSameSizeAs(few);
    }

    private void all() {
        LaneFigures lane = lane();
        slices.week(filter, lane);
        slices.affected(filter, lane);
        slices.clock(filter, lane);
        voices.totals(filter, lane);
        voices.said(filter, lane, 0, 10);
    }
}
