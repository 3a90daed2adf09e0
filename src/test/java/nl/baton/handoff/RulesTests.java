package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.baton.department.Holidays;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.BreakdownRule.Circumstances;
import nl.baton.handoff.BreakdownRule.Evidence;
import nl.baton.handoff.rule.AskedAgain;
import nl.baton.handoff.rule.CustomerChased;
import nl.baton.handoff.rule.LatePickup;
import nl.baton.handoff.rule.Overrun;
import nl.baton.handoff.rule.PingPong;
import nl.baton.handoff.rule.Refused;
import nl.baton.handoff.rule.Returned;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyType.Clock;
import nl.baton.journey.JourneyType.Planned;
import nl.baton.journey.JourneyType.Stage;
import nl.baton.journey.Outcome;
import nl.baton.journey.Receipt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule at its edges, worked out by hand. Journeys begin on a Monday at nine in Amsterdam. */
class RulesTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final OpeningHours ALWAYS = OpeningHours.always(ZONE);

    private static Journey journey() {
        return new Journey();
    }

    private static JourneyType type(Set<Planned> planned, Stage... stages) {
        return new JourneyType(1, "test", "Test", null, planned, List.of(stages), JourneyType.USUAL_CONTACT_GAP);
    }

    private static Optional<Evidence> judge(
            BreakdownRule rule, Journey journey, int handoff, JourneyType type, OpeningHours receiver) {
        Relay relay = journey.relay();
        return rule.judge(
                relay.handoffs().get(handoff),
                circumstances(relay, type, Terms.usual(Duration.ofHours(8), 0), receiver));
    }

    private static Circumstances circumstances(Relay relay, JourneyType type, Terms terms, OpeningHours receiver) {
        return new Circumstances(
                relay, type, terms, receiver, Surroundings.NONE, Instant.parse("2027-01-01T00:00:00Z"), ZONE);
    }

    private static Optional<Evidence> judge(BreakdownRule rule, Journey journey, int handoff) {
        return judge(rule, journey, handoff, type(Set.of()), ALWAYS);
    }

    /** The handoffs that a rule calls broken. */
    private static String broken(BreakdownRule rule, Journey journey, JourneyType type) {
        return IntStream.range(0, journey.relay().handoffs().size())
                .filter(handoff -> judge(rule, journey, handoff, type, ALWAYS).isPresent())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    /** A passes at a moment, B begins at another. */
    private static Journey pass(String passed, String begun) {
        double from = hours(passed);
        return journey().at(from, "A").then().at(hours(begun), "B").then();
    }

    private static double hours(String moment) {
        return Duration.between(Journey.START, Instant.parse(moment)).toSeconds() / 3600.0;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            # what it shows                          , passed               , begun                , hours               , holidays, late
            exactly the agreed time is in time       , 2026-01-05T08:00:00Z , 2026-01-05T16:00:00Z , -                   , -       , false
            a second more is late                    , 2026-01-05T08:00:00Z , 2026-01-05T16:00:01Z , -                   , -       , true
            one working day                          , 2026-01-05T08:00:00Z , 2026-01-05T16:00:00Z , Mo-Fr 09:00-17:00   , -       , false
            into the next morning                    , 2026-01-05T08:00:00Z , 2026-01-06T08:00:01Z , Mo-Fr 09:00-17:00   , -       , true
            the night and the morning do not count   , 2026-01-05T08:00:00Z , 2026-01-06T08:00:00Z , Mo-Fr 09:00-17:00   , -       , false
            from Friday afternoon over a weekend     , 2026-01-09T12:00:00Z , 2026-01-12T12:00:00Z , Mo-Fr 09:00-17:00   , -       , false
            and a minute more                        , 2026-01-09T12:00:00Z , 2026-01-12T12:01:00Z , Mo-Fr 09:00-17:00   , -       , true
            over King’s Day: a Monday                , 2026-04-24T11:00:00Z , 2026-04-28T11:00:00Z , Mo-Fr 09:00-17:00   , NL      , false
            the same without holidays                , 2026-04-24T11:00:00Z , 2026-04-28T11:00:00Z , Mo-Fr 09:00-17:00   , -       , true
            summer time begins: a night is shorter  , 2026-03-28T20:00:00Z , 2026-03-29T04:00:00Z , -                   , -       , false
            by the clock on the wall that was nine   , 2026-03-28T20:00:00Z , 2026-03-29T04:00:01Z , -                   , -       , true
            an hour of Sunday night is skipped       , 2026-03-28T23:00:00Z , 2026-03-29T06:00:00Z , Mo-Su 00:00-08:00   , -       , false
            at the same moment                       , 2026-01-05T08:00:00Z , 2026-01-05T08:00:00Z , -                   , -       , false
            """)
    void late_pickup(
            String shows,
            String passed,
            String begun,
            @Nullable String hours,
            @Nullable String holidays,
            boolean late) {
        OpeningHours receiver =
                OpeningHours.parse(hours, ZONE, holidays == null ? Holidays.NONE : Holidays.of(holidays));

        assertThat(judge(new LatePickup(), pass(passed, begun), 0, type(Set.of()), receiver)
                        .isPresent())
                .as(shows)
                .isEqualTo(late);
    }

    @Test
    void a_journey_with_one_touchpoint_or_none_with_a_department_has_nothing_to_break() {
        assertThat(journey().at(0, "A").then().relay().handoffs()).isEmpty();
        assertThat(journey().at(0, null).then().at(9, null).then().relay().handoffs())
                .isEmpty();
        assertThat(journey()
                        .at(0, "A")
                        .then()
                        .at(4, null)
                        .asks("x")
                        .then()
                        .at(9, "A")
                        .then()
                        .relay()
                        .handoffs())
                .isEmpty();
    }

    @Test
    void ping_pong_unless_planned_or_done() {
        Journey there = journey().at(0, "A").then().at(1, "B").then().at(2, "A").then();
        assertThat(broken(new PingPong(), there, type(Set.of()))).isEqualTo("1");
        assertThat(broken(
                        new PingPong(),
                        there,
                        type(Set.of(new Planned(Journey.department("B"), Journey.department("A"))))))
                .isEmpty();
        assertThat(broken(
                        new PingPong(),
                        there,
                        type(Set.of(new Planned(Journey.department("A"), Journey.department("B"))))))
                .as("the way out is no returning pass")
                .isEqualTo("1");
        assertThat(broken(
                        new PingPong(),
                        journey()
                                .at(0, "A")
                                .then()
                                .at(1, "B")
                                .ends(Outcome.DONE)
                                .then()
                                .at(1.5, "B")
                                .then()
                                .at(2, "A")
                                .then(),
                        type(Set.of())))
                .as("the last known outcome counts")
                .isEmpty();
        assertThat(broken(
                        new PingPong(),
                        journey()
                                .at(0, "A")
                                .then()
                                .at(1, "B")
                                .ends(Outcome.DONE)
                                .then()
                                .at(1.5, "B")
                                .ends(Outcome.TRANSFERRED)
                                .then()
                                .at(2, "A")
                                .then(),
                        type(Set.of())))
                .isEqualTo("1");
    }

    @Test
    void returned_from_the_first_one_more_than_allowed_excepted_ones_counted() {
        Journey twice = journey()
                .at(0, "A")
                .then()
                .at(1, "B")
                .then()
                .at(2, "C")
                .then()
                .at(3, "A")
                .then()
                .at(4, "B")
                .then()
                .at(5, "C")
                .ends(Outcome.DONE)
                .then()
                .at(6, "A")
                .then();
        // C to A twice, the second one after work that was done; A to B and B to C once more each
        assertThat(broken(new Returned(), twice, type(Set.of()))).isEqualTo("2 3 4");
        Relay relay = twice.relay();
        Handoff second = relay.handoffs().get(3);
        assertThat(new Returned()
                        .judge(second, circumstances(relay, type(Set.of()), Terms.usual(Duration.ZERO, 1), ALWAYS)))
                .as("one return on that lane is allowed")
                .isEmpty();
    }

    @Test
    void chased_only_while_an_explicit_pass_waits() {
        assertThat(broken(
                        new CustomerChased(),
                        journey()
                                .at(0, "A")
                                .handsTo("B")
                                .then()
                                .at(1, null)
                                .inbound()
                                .then()
                                .at(2, "B")
                                .outbound()
                                .then(),
                        type(Set.of())))
                .isEqualTo("0");
        assertThat(broken(
                        new CustomerChased(),
                        journey()
                                .at(0, "A")
                                .then()
                                .at(1, null)
                                .inbound()
                                .then()
                                .at(2, "B")
                                .outbound()
                                .then(),
                        type(Set.of())))
                .isEmpty();
        assertThat(broken(
                        new CustomerChased(),
                        journey()
                                .at(0, "A")
                                .handsTo("B")
                                .then()
                                .at(1, null)
                                .then()
                                .at(2, "B")
                                .outbound()
                                .then(),
                        type(Set.of())))
                .as("of a contact without a direction nobody knows who made it")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, true", "ASKED_BACK, true", "ACCEPTED, false"})
    void refused_by_an_answer_to_this_pass(Receipt.State state, boolean isBroken) {
        Journey answered = journey()
                .at(0, "A")
                .handsTo("B")
                .then()
                .at(1, "B")
                .answers("t1", state)
                .then();
        assertThat(judge(new Refused(), answered, 0).isPresent()).isEqualTo(isBroken);

        Journey later = journey()
                .at(0, "A")
                .handsTo("B")
                .then()
                .at(1, "B")
                .answers("t1", Receipt.State.ACCEPTED)
                .then()
                .at(2, "B")
                .answers("t1", state)
                .then();
        assertThat(judge(new Refused(), later, 0).isPresent()).isEqualTo(isBroken);
    }

    @Test
    void an_answer_to_another_pass_refuses_nothing_of_this_one() {
        Journey former = journey()
                .at(0, "A")
                .handsTo("B")
                .then()
                .at(1, "B")
                .then()
                .at(2, "A")
                .handsTo("B")
                .then()
                .at(3, "B")
                .answers("t1", Receipt.State.REFUSED)
                .then();
        assertThat(broken(new Refused(), former, type(Set.of()))).isEmpty();
        Journey nobody = journey()
                .at(0, "A")
                .then()
                .at(1, "B")
                .answers("t9", Receipt.State.REFUSED)
                .then();
        assertThat(broken(new Refused(), nobody, type(Set.of()))).isEmpty();
    }

    @Test
    void asked_again_what_another_department_was_told_before() {
        Journey again = journey()
                .at(0, "A")
                .tells("Meternummer")
                .then()
                .at(1, "B")
                .asks(" meternummer ")
                .then();
        assertThat(judge(new AskedAgain(), again, 0)).hasValueSatisfying(evidence -> {
            assertThat(evidence.touchpoints()).containsExactly(1L, 2L);
            assertThat(evidence.subject()).isEqualTo("meternummer");
            assertThat(evidence.measured()).isEqualTo(1);
        });

        assertThat(broken(
                        new AskedAgain(),
                        journey()
                                .at(0, "A")
                                .asks("x")
                                .then()
                                .at(1, "B")
                                .asks("x")
                                .then(),
                        type(Set.of())))
                .as("asked, but never told")
                .isEmpty();
        assertThat(broken(
                        new AskedAgain(),
                        journey()
                                .at(0, "A")
                                .then()
                                .at(1, "B")
                                .tells("x")
                                .then()
                                .at(2, "B")
                                .asks("x")
                                .then(),
                        type(Set.of())))
                .as("told to the same department")
                .isEmpty();
        assertThat(broken(
                        new AskedAgain(),
                        journey()
                                .at(0, "A")
                                .then()
                                .at(1, "B")
                                .asks("x")
                                .then()
                                .at(2, "C")
                                .tells("x")
                                .then(),
                        type(Set.of())))
                .as("told only later")
                .isEmpty();
        assertThat(broken(
                        new AskedAgain(),
                        journey()
                                .at(0, null)
                                .tells("x")
                                .then()
                                .at(0, "A")
                                .then()
                                .at(1, "B")
                                .asks("x")
                                .then(),
                        type(Set.of())))
                .as("recorded by no department")
                .isEmpty();
        assertThat(broken(
                        new AskedAgain(),
                        journey()
                                .at(0, "A")
                                .tells("x")
                                .then()
                                .at(1, "B")
                                .then()
                                .at(2, "C")
                                .asks("x")
                                .then()
                                .at(3, "A")
                                .asks("x")
                                .then(),
                        type(Set.of())))
                .as("blamed is the pass to who asked; A only asks what A knows")
                .isEqualTo("1");
    }

    @Test
    void at_the_same_moment_the_place_in_the_file_tells_what_came_first() {
        assertThat(broken(
                        new AskedAgain(),
                        journey()
                                .at(1, "A")
                                .tells("x")
                                .then()
                                .at(1, "B")
                                .asks("x")
                                .then(),
                        type(Set.of())))
                .isEqualTo("0");
    }

    @Test
    void told_while_it_waited_is_known_too() {
        assertThat(broken(
                        new AskedAgain(),
                        journey()
                                .at(0, "A")
                                .handsTo("B")
                                .then()
                                .at(1, "C")
                                .inbound()
                                .tells("x")
                                .then()
                                .at(2, "B")
                                .outbound()
                                .asks("x")
                                .then(),
                        type(Set.of())))
                .isEqualTo("0");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            # what it shows                     , from                 , until                , promised, clock   , hours             , overrun
            exactly what was promised           , 2026-01-05T08:00:00Z , 2026-01-06T08:00:00Z , PT24H   , CALENDAR, -                 , false
            a second more                       , 2026-01-05T08:00:00Z , 2026-01-06T08:00:01Z , PT24H   , CALENDAR, Mo-Fr 09:00-17:00 , true
            in opening hours it is a day only   , 2026-01-05T08:00:00Z , 2026-01-06T08:00:01Z , PT24H   , BUSINESS, Mo-Fr 09:00-17:00 , false
            a weekend does not count            , 2026-01-09T08:00:00Z , 2026-01-12T16:00:00Z , PT16H   , BUSINESS, Mo-Fr 09:00-17:00 , false
            but the calendar’s clock runs on    , 2026-01-09T08:00:00Z , 2026-01-12T16:00:00Z , PT16H   , CALENDAR, Mo-Fr 09:00-17:00 , true
            one touchpoint without an end       , 2026-01-05T08:00:00Z , -                    , PT0S    , CALENDAR, -                 , false
            """)
    void overrun(
            String shows,
            String from,
            @Nullable String until,
            Duration promised,
            Clock clock,
            @Nullable String hours,
            boolean overrun) {
        Journey.Step step = journey().at(hours(from) - 1, "A").then().at(hours(from), "B");
        Journey journey = (until == null ? step : step.until(hours(until))).then();
        JourneyType type = type(Set.of(), new Stage(Journey.department("B"), promised, clock));

        assertThat(judge(new Overrun(), journey, 0, type, OpeningHours.parse(hours, ZONE))
                        .isPresent())
                .as(shows)
                .isEqualTo(overrun);
    }

    @Test
    void each_leg_is_measured_by_its_own_stage_and_more_legs_by_the_last() {
        Journey thrice = journey()
                .at(0, "B")
                .until(3)
                .then()
                .at(4, "A")
                .then()
                .at(5, "B")
                .until(8)
                .then()
                .at(9, "A")
                .then()
                .at(10, "B")
                .until(13)
                .then();
        long b = Journey.department("B");
        assertThat(broken(
                        new Overrun(),
                        thrice,
                        type(
                                Set.of(),
                                new Stage(b, Duration.ofHours(1), Clock.CALENDAR),
                                new Stage(b, Duration.ofHours(4), Clock.CALENDAR),
                                new Stage(b, Duration.ofHours(2), Clock.CALENDAR))))
                .as("the first leg is in no handoff")
                .isEqualTo("3");
        assertThat(broken(
                        new Overrun(),
                        thrice,
                        type(
                                Set.of(),
                                new Stage(b, Duration.ofHours(4), Clock.CALENDAR),
                                new Stage(b, Duration.ofHours(2), Clock.CALENDAR))))
                .isEqualTo("1 3");
        assertThat(broken(new Overrun(), thrice, type(Set.of()))).isEmpty();
    }
}
