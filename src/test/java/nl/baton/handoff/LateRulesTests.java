package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.BreakdownRule.Circumstances;
import nl.baton.handoff.Surroundings.Discontent;
import nl.baton.handoff.Surroundings.Given;
import nl.baton.handoff.rule.Abandoned;
import nl.baton.handoff.rule.BrokenPromise;
import nl.baton.handoff.rule.ChannelSwitch;
import nl.baton.handoff.rule.LostContext;
import nl.baton.handoff.rule.Reopened;
import nl.baton.handoff.rule.Soured;
import nl.baton.journey.Beginning;
import nl.baton.journey.JourneyType;
import nl.baton.journey.Outcome;
import nl.baton.journey.Party;
import nl.baton.journey.Settlement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that look beyond the leg, at their edges, worked out by hand. Hours count from a Monday at nine. */
class LateRulesTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final JourneyType TYPE =
            new JourneyType(1, "test", "Test", null, Set.of(), List.of(), JourneyType.USUAL_CONTACT_GAP);
    private static final double DAY = 24;

    private static final Surroundings REPORTED = new Surroundings(true, List.of(), List.of(), List.of());

    /** The handoffs that a rule finds broken, seen so many hours after the beginning. */
    private static String broken(BreakdownRule rule, Journey journey, Surroundings around, double now, Terms terms) {
        Relay relay = journey.relay();
        var circumstances =
                new Circumstances(relay, TYPE, terms, OpeningHours.always(ZONE), around, Journey.hour(now), ZONE);
        return IntStream.range(0, relay.handoffs().size())
                .filter(i -> rule.judge(relay.handoffs().get(i), circumstances).isPresent())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    private static String broken(BreakdownRule rule, Journey journey, Surroundings around, double now) {
        return broken(rule, journey, around, now, Terms.usual(Duration.ofHours(8), 0));
    }

    /** The handoffs whose window has closed by then. */
    private static String judged(BreakdownRule rule, Journey journey, Surroundings around, double now) {
        Relay relay = journey.relay();
        var circumstances = new Circumstances(
                relay,
                TYPE,
                Terms.usual(Duration.ofHours(8), 0),
                OpeningHours.always(ZONE),
                around,
                Journey.hour(now),
                ZONE);
        return IntStream.range(0, relay.handoffs().size())
                .filter(i -> rule.closes(relay.handoffs().get(i), circumstances)
                        .filter(circumstances::isPast)
                        .isPresent())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    private static Journey journey() {
        return new Journey();
    }

    @Test
    void lost_context_asks_for_what_the_pact_requires_up_to_and_including_the_pass() {
        var terms = new Terms(Duration.ofHours(8), 0, List.of("Meter number", "date"), true);
        Journey told = journey()
                .at(0, null)
                .tells("meter NUMBER ")
                .then()
                .at(1, "A")
                .tells("date")
                .handsTo("B")
                .then()
                .at(2, "B")
                .then();
        assertThat(broken(new LostContext(), told, REPORTED, 9, terms)).isEmpty();
        Journey afterwards = journey()
                .at(1, "A")
                .tells("date")
                .handsTo("B")
                .then()
                .at(1, "A")
                .tells("meter number")
                .then()
                .at(2, "B")
                .then();
        assertThat(broken(new LostContext(), afterwards, REPORTED, 9, terms))
                .as("told after the pass, at the same moment")
                .isEqualTo("0");
        assertThat(broken(
                        new LostContext(),
                        journey()
                                .at(1, "A")
                                .asks("date")
                                .tells("meter number")
                                .then()
                                .at(2, "B")
                                .then(),
                        REPORTED,
                        9,
                        terms))
                .as("asked is not told")
                .isEqualTo("0");
        assertThat(broken(new LostContext(), afterwards, REPORTED, 9))
                .as("nothing agreed")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            # what it shows                              , before , after , hours , asked again, broken
            another channel and asked again              , e-mail , phone , 30    , 31         , 0
            the same channel under another name          , e-mail , mail  , 30    , 31         , -
            another channel and not asked again          , e-mail , phone , 30    , -          , -
            asked again on the seventh day to the hour   , e-mail , phone , 30    , 170        , 0
            asked again an hour later                    , e-mail , phone , 30    , 170.1      , -
            back after seven days                        , e-mail , phone , 170.1 , 30         , -
            back at the very end of the seventh day      , e-mail , phone , 170   , 30         , 0
            no known channel before                      , -      , phone , 30    , 31         , -
            no known channel after                       , e-mail , -     , 30    , 31         , -
            """)
    void channel_switch(
            String shows,
            @Nullable String before,
            @Nullable String after,
            double back,
            @Nullable Double asked,
            @Nullable String broken) {
        Journey journey = journey();
        journey.at(0, "A").tells("order").then();
        (before == null ? journey.at(0.5, "A").inbound() : journey.at(0.5, "A").inbound(before)).then();
        journey.at(2, "B").outbound().then();
        (after == null ? journey.at(back, "B").inbound() : journey.at(back, "B").inbound(after)).then();
        if (asked != null) {
            journey.at(asked, "B").asks("order").then();
        }

        assertThat(broken(new ChannelSwitch(), journey, REPORTED, 400 * DAY))
                .as(shows)
                .isEqualTo(broken == null ? "" : broken);
    }

    @Test
    void channel_switch_by_a_journey_that_was_begun_anew() {
        Journey journey = journey()
                .at(0, "A")
                .inbound("web")
                .about("Invoice")
                .then()
                .at(2, "B")
                .outbound()
                .then();
        Beginning.Inbound call = new Beginning.Inbound(9, Journey.hour(50), "phone");
        assertThat(broken(new ChannelSwitch(), journey, anew(49, "invoice", call), 400 * DAY))
                .isEqualTo("0");
        assertThat(broken(new ChannelSwitch(), journey, anew(49, "meter", call), 400 * DAY))
                .as("about something else")
                .isEmpty();
        assertThat(broken(new ChannelSwitch(), journey, anew(2, "invoice", call), 400 * DAY))
                .as("begun at the pick-up, not after it")
                .isEmpty();
        assertThat(broken(
                        new ChannelSwitch(),
                        journey,
                        anew(49, "invoice", new Beginning.Inbound(9, Journey.hour(50), "website")),
                        400 * DAY))
                .as("by the same channel")
                .isEmpty();
        assertThat(judged(new ChannelSwitch(), journey, REPORTED, 2 + 7 * DAY - 0.1))
                .isEmpty();
        assertThat(judged(new ChannelSwitch(), journey, REPORTED, 2 + 7 * DAY)).isEqualTo("0");
    }

    private static Surroundings anew(double hour, String topic, Beginning.Inbound inbound) {
        return new Surroundings(
                true, List.of(new Beginning(7, 8, Journey.hour(hour), topic, inbound)), List.of(), List.of());
    }

    @Test
    void abandoned_when_the_customer_cancels_after_it() {
        Journey cancelled = journey()
                .at(0, "A")
                .then()
                .at(2, "B")
                .then()
                .at(3, "C")
                .then()
                .at(4, "C")
                .ends(Outcome.CANCELLED)
                .by(Party.CUSTOMER)
                .then();
        assertThat(broken(new Abandoned(), cancelled, REPORTED, 5)).isEqualTo("1");
        assertThat(broken(new Abandoned(), cancelled, Surroundings.NONE, 5))
                .as("a source that never says how things end")
                .isEmpty();
        assertThat(judged(new Abandoned(), cancelled, Surroundings.NONE, 400 * DAY))
                .isEmpty();
        assertThat(broken(
                        new Abandoned(),
                        journey()
                                .at(0, "A")
                                .then()
                                .at(2, "B")
                                .then()
                                .at(4, "B")
                                .ends(Outcome.CANCELLED)
                                .by(Party.COMPANY)
                                .then(),
                        REPORTED,
                        5))
                .isEmpty();
        assertThat(broken(
                        new Abandoned(),
                        journey()
                                .at(0, "A")
                                .then()
                                .at(2, "B")
                                .then()
                                .at(4, "C")
                                .inbound()
                                .ends(Outcome.CANCELLED)
                                .by(Party.CUSTOMER)
                                .then(),
                        REPORTED,
                        5))
                .as("who takes the call that cancels was not passed anything before it")
                .isEqualTo("0");
        assertThat(broken(
                        new Abandoned(),
                        journey()
                                .at(0, "A")
                                .then()
                                .at(2, "B")
                                .handsTo("C")
                                .then()
                                .at(4, null)
                                .inbound()
                                .ends(Outcome.CANCELLED)
                                .by(Party.CUSTOMER)
                                .then(),
                        REPORTED,
                        5))
                .as("a pass that still waited is what was abandoned")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            # what it shows                            , outcome     , hours , broken
            thirty days of silence to the hour         , TRANSFERRED , 724   , 0
            an hour less                               , TRANSFERRED , 723   , -
            nothing is known of how it ended           , -           , 724   , 0
            it was done                                , DONE        , 724   , -
            it was resolved                            , RESOLVED    , 724   , -
            """)
    void abandoned_by_silence(String shows, @Nullable Outcome outcome, double now, @Nullable String broken) {
        Journey journey = journey().at(0, "A").then();
        journey.at(2, "B").then();
        Journey.Step last = journey.at(4, "B");
        (outcome == null ? last : last.ends(outcome)).then();

        assertThat(broken(new Abandoned(), journey, REPORTED, now)).as(shows).isEqualTo(broken == null ? "" : broken);
    }

    @Test
    void silence_is_counted_by_the_clock_on_the_wall() {
        // from 2 March at nine to 1 April at nine the clocks skip an hour: 719 hours
        double second = Duration.between(Journey.START, Instant.parse("2026-03-02T08:00:00Z"))
                .toHours();
        Journey journey = journey().at(0, "A").then().at(second, "B").then();
        assertThat(broken(new Abandoned(), journey, REPORTED, second + 719)).isEqualTo("0");
        assertThat(broken(new Abandoned(), journey, REPORTED, second + 718.9)).isEmpty();
    }

    @Test
    void reopened_within_fourteen_days_after_the_last_resolution() {
        Journey.Step resolved = journey().at(0, "A").then().at(2, "B").then().at(10, "B");
        Journey journey = resolved.until(11).ends(Outcome.RESOLVED).then();
        assertThat(broken(new Reopened(), journey, REPORTED, 400 * DAY)).isEmpty();
        assertThat(judged(new Reopened(), journey, REPORTED, 11 + 14 * DAY - 0.1))
                .isEmpty();
        assertThat(judged(new Reopened(), journey, REPORTED, 11 + 14 * DAY)).isEqualTo("0");
        journey.at(11 + 14 * DAY, "C").ends(Outcome.REOPENED).then();
        assertThat(broken(new Reopened(), journey, REPORTED, 400 * DAY)).isEqualTo("0");
        assertThat(broken(new Reopened(), journey, Surroundings.NONE, 400 * DAY))
                .isEmpty();

        Journey late =
                journey().at(0, "A").then().at(2, "B").ends(Outcome.RESOLVED).then();
        late.at(2 + 14 * DAY + 0.1, "C").ends(Outcome.REOPENED).then();
        assertThat(broken(new Reopened(), late, REPORTED, 400 * DAY)).isEmpty();
        assertThat(judged(new Reopened(), late, REPORTED, 400 * DAY)).isEqualTo("0");

        Journey twice = journey()
                .at(0, "A")
                .then()
                .at(2, "B")
                .ends(Outcome.RESOLVED)
                .then()
                .at(3, "C")
                .ends(Outcome.RESOLVED)
                .then()
                .at(4, "D")
                .ends(Outcome.REOPENED)
                .then();
        assertThat(broken(new Reopened(), twice, REPORTED, 400 * DAY))
                .as("of two resolutions, the last")
                .isEqualTo("1");
    }

    @Test
    void broken_promise_by_the_last_pass_between_the_promise_and_its_due_moment() {
        Journey journey = journey()
                .at(0, "A")
                .handsTo("B")
                .then()
                .at(2, "B")
                .then()
                .at(20, "B")
                .then()
                .at(30, "C")
                .then();
        assertThat(broken(new BrokenPromise(), journey, promised(journey, 1, 10, null), 10))
                .isEqualTo("0");
        assertThat(broken(new BrokenPromise(), journey, promised(journey, 1, 10, null), 9.9))
                .as("not due yet")
                .isEmpty();
        assertThat(judged(new BrokenPromise(), journey, promised(journey, 1, 10, null), 9.9))
                .isEmpty();
        assertThat(broken(new BrokenPromise(), journey, promised(journey, 1, 10, Settlement.State.KEPT), 40))
                .isEmpty();
        assertThat(judged(new BrokenPromise(), journey, promised(journey, 1, 10, Settlement.State.KEPT), 40))
                .isEqualTo("0");
        assertThat(broken(new BrokenPromise(), journey, promised(journey, 1, 10, Settlement.State.BROKEN), 40))
                .isEqualTo("0");
        assertThat(judged(new BrokenPromise(), journey, promised(journey, 1, 10, Settlement.State.WITHDRAWN), 40))
                .as("taken back in time")
                .isEmpty();
        assertThat(broken(new BrokenPromise(), journey, promised(journey, 1, 35, null), 40))
                .as("B to C was the last pass in time")
                .isEqualTo("1");
        assertThat(broken(new BrokenPromise(), journey, promised(journey, 4, 60, null), 90))
                .as("no pass after the promise")
                .isEmpty();
    }

    private static Surroundings promised(
            Journey journey, int touchpoint, double due, Settlement.@Nullable State byDue) {
        return new Surroundings(
                true,
                List.of(),
                List.of(),
                List.of(new Given(journey.touchpoints().get(touchpoint - 1), Journey.hour(due), byDue)));
    }

    @Test
    void soured_by_feedback_within_fourteen_days_after_the_pick_up() {
        Journey journey =
                journey().at(0, "A").then().at(2, "B").then().at(30, "C").then();
        assertThat(broken(new Soured(), journey, said(29.9), 400 * DAY)).isEqualTo("0");
        assertThat(broken(new Soured(), journey, said(30), 400 * DAY)).isEqualTo("1");
        assertThat(broken(new Soured(), journey, said(1.9), 400 * DAY))
                .as("before any pass")
                .isEmpty();
        assertThat(broken(new Soured(), journey, said(30 + 14 * DAY), 400 * DAY))
                .isEqualTo("1");
        assertThat(broken(new Soured(), journey, said(30 + 14 * DAY + 0.1), 400 * DAY))
                .isEmpty();
    }

    private static Surroundings said(double hour) {
        return new Surroundings(true, List.of(), List.of(new Discontent("NPS", 3, 6, Journey.hour(hour))), List.of());
    }

    @Test
    void one_touchpoint_or_none_with_a_department_breaks_nothing() {
        Journey journey =
                journey().at(0, null).ends(Outcome.CANCELLED).by(Party.CUSTOMER).then();
        journey.at(1, "A").then();
        for (BreakdownRule rule : List.of(
                new LostContext(),
                new ChannelSwitch(),
                new Abandoned(),
                new Reopened(),
                new BrokenPromise(),
                new Soured())) {
            assertThat(broken(rule, journey, REPORTED, 400 * DAY)).isEmpty();
        }
    }
}
