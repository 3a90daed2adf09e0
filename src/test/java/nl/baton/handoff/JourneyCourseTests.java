package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.CourseTimes.TimeSums;
import nl.baton.handoff.JourneyCourse.StageTime;
import nl.baton.handoff.JourneyCourse.Way;
import nl.baton.journey.JourneyType;
import nl.baton.journey.JourneyType.Clock;
import nl.baton.journey.JourneyType.Stage;
import nl.baton.journey.Outcome;
import nl.baton.journey.Touchpoint;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How journeys go along their stages, by hand. The first hour is Monday 5 January 2026, 9:00 in Amsterdam. */
class JourneyCourseTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final OpeningHours OFFICE = OpeningHours.parse("Mo-Fr 09:00-17:00", ZONE);
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private static Stage stage(String department, int hours, Clock clock) {
        return new Stage(Journey.department(department), Duration.ofHours(hours), clock);
    }

    private static JourneyType type(Stage... stages) {
        return new JourneyType(
                7, "t", "T", Duration.ofDays(1), Set.of(), List.of(stages), JourneyType.USUAL_CONTACT_GAP);
    }

    /** One stage of eight hours for each letter. */
    private static JourneyType type(String letters) {
        return type(Arrays.stream(letters.split(""))
                .map(letter -> stage(letter, 8, Clock.CALENDAR))
                .toArray(Stage[]::new));
    }

    private static JourneyCourse course(JourneyType type, Journey journey) {
        List<Touchpoint> ordered =
                journey.touchpoints().stream().sorted(Touchpoint.ORDER).toList();
        return JourneyCourse.of(1, type, ordered, ZONE, department -> OFFICE);
    }

    /** One touchpoint an hour; the last one resolves it when there is an exclamation mark. */
    private static Journey going(String letters) {
        var journey = new Journey();
        String path = letters.replace("!", "");
        for (int i = 0; i < path.length(); i++) {
            var step = journey.at(i, path.substring(i, i + 1));
            journey = i + 1 == path.length() && letters.endsWith("!")
                    ? step.ends(Outcome.RESOLVED).then()
                    : step.then();
        }
        return journey;
    }

    private static String way(String stages, String path) {
        JourneyCourse course = course(type(stages), going(path));
        return course.way() + " " + course.reached() + (course.leftFor() == 0 ? "" : " " + (char) course.leftFor());
    }

    @Test
    void a_journey_follows_when_its_legs_are_the_stages_and_no_others() {
        assertThat(way("ABC", "ABC!")).isEqualTo("FOLLOWED 3");
        assertThat(way("ABC", "AABBBC!")).isEqualTo("FOLLOWED 3");
        assertThat(way("ABC", "ABC")).isEqualTo("FOLLOWED 3");
        assertThat(way("A", "A!")).isEqualTo("FOLLOWED 1");
    }

    @Test
    void an_open_one_follows_as_far_as_it_has_come_and_a_closed_one_has_stopped() {
        assertThat(way("ABC", "AB")).isEqualTo("UNDERWAY 2");
        assertThat(way("ABC", "A")).isEqualTo("UNDERWAY 1");
        assertThat(way("ABC", "AB!")).isEqualTo("STOPPED 2");
        assertThat(way("ABC", "A!")).isEqualTo("STOPPED 1");
    }

    @Test
    void it_leaves_where_the_next_leg_is_not_the_next_stage() {
        assertThat(way("ABC", "AC!")).as("a stage skipped").isEqualTo("LEFT 1 C");
        assertThat(way("ABC", "ABABC!")).as("a return").isEqualTo("LEFT 2 A");
        assertThat(way("ABC", "XABC!")).as("another begins").isEqualTo("LEFT 0 X");
        assertThat(way("ABC", "ABCX!")).as("it goes on after the last").isEqualTo("LEFT 3 X");
        assertThat(way("ABC", "ABX")).as("while open").isEqualTo("LEFT 2 X");
    }

    @Test
    void a_department_may_have_two_stages_but_not_one_after_the_other() {
        assertThat(way("ABA", "ABA!")).isEqualTo("FOLLOWED 3");
        assertThat(way("ABA", "AB!")).isEqualTo("STOPPED 2");
        assertThat(way("ABA", "A!")).isEqualTo("STOPPED 1");
        // as merging two departments may leave it: one leg cannot be two stages
        assertThat(way("AAB", "AB!")).isEqualTo("FOLLOWED 2");
        assertThat(JourneyCourse.expected(type("AABBA"))).hasSize(3);
    }

    @Test
    void without_stages_or_without_a_department_there_is_nothing_to_follow() {
        JourneyType none = type();
        assertThat(course(none, going("AB!")).way()).isEqualTo(Way.NO_STAGES);
        JourneyCourse nobody =
                course(type("AB"), new Journey().at(0, null).inbound().then());
        assertThat(nobody.way()).isEqualTo(Way.NO_LEG);
        assertThat(nobody.departments()).isEqualTo(",,");
        assertThat(nobody.stages()).isEmpty();
        assertThat(nobody.waitMillis()).isZero();
    }

    @Test
    void departments_are_named_once_and_not_at_all_where_there_are_too_many() {
        assertThat(course(type("AB"), going("BABA")).departments()).isEqualTo(",65,66,");
        var many = new StringBuilder();
        for (char letter = 1_000; letter < 1_200; letter++) {
            many.append(letter);
        }
        assertThat(course(type("AB"), going(many.toString())).departments()).isEqualTo(JourneyCourse.MANY);
    }

    @Test
    void one_touchpoint_is_a_journey_too() {
        JourneyCourse course = course(type("AB"), going("A"));
        assertThat(course.way()).isEqualTo(Way.UNDERWAY);
        assertThat(course.closedDay()).isEqualTo(JourneyCourse.OPEN);
        assertThat(course.begunMillis()).isEqualTo(course.lastMillis());
        assertThat(course.endKnown()).isFalse();
        assertThat(course.stages()).containsExactly(new StageTime(0, 0, 0, false, false));
    }

    @Test
    void a_touchpoint_without_a_department_is_in_no_leg() {
        assertThat(course(
                                type("AB"),
                                new Journey()
                                        .at(0, "A")
                                        .then()
                                        .at(1, null)
                                        .then()
                                        .at(2, "B")
                                        .ends(Outcome.RESOLVED)
                                        .then())
                        .way())
                .isEqualTo(Way.FOLLOWED);
    }

    @Test
    void equal_times_are_ordered_by_their_place() {
        Journey journey =
                new Journey().at(0, "A").then().at(0, "B").then().at(0, "C").then();
        assertThat(course(type("ABC"), journey).way()).isEqualTo(Way.FOLLOWED);
        assertThat(course(type("ACB"), journey).reached()).isEqualTo(1);
        assertThat(course(type("ABC"), journey).waitMillis()).isZero();
    }

    @Test
    void opened_again_it_is_open_and_closes_on_the_day_of_the_last_close() {
        Journey open = new Journey()
                .at(0, "A")
                .ends(Outcome.RESOLVED)
                .then()
                .at(30, "A")
                .ends(Outcome.REOPENED)
                .then();
        assertThat(course(type("AB"), open).way()).isEqualTo(Way.UNDERWAY);
        assertThat(course(type("AB"), open).closedDay()).isEqualTo(JourneyCourse.OPEN);

        JourneyCourse closed =
                course(type("AB"), open.at(54, "B").ends(Outcome.RESOLVED).then());
        assertThat(closed.way()).isEqualTo(Way.FOLLOWED);
        assertThat(closed.closedDay()).isEqualTo(LocalDate.of(2026, 1, 7));
    }

    @Test
    void the_day_of_closing_is_the_companys() {
        // 23:30 in London is the next day in Amsterdam
        assertThat(course(
                                type("A"),
                                new Journey()
                                        .at(15.5, "A")
                                        .ends(Outcome.RESOLVED)
                                        .then())
                        .closedDay())
                .isEqualTo(LocalDate.of(2026, 1, 6));
    }

    @Test
    void a_leg_is_measured_by_the_clock_of_its_stage_and_has_overrun_only_beyond_what_was_promised() {
        // Monday 9:00 to Tuesday 9:00: eight office hours, twenty-four by the calendar
        Journey journey = new Journey()
                .at(0, "A")
                .then()
                .at(24, "A")
                .then()
                .at(25, "B")
                .until(33)
                .ends(Outcome.RESOLVED)
                .then();

        assertThat(course(type(stage("A", 8, Clock.BUSINESS), stage("B", 8, Clock.CALENDAR)), journey)
                        .stages())
                .containsExactly(
                        new StageTime(0, 8 * HOUR, 0, true, false), new StageTime(1, 8 * HOUR, HOUR, true, false));
        assertThat(course(type(stage("A", 8, Clock.CALENDAR), stage("B", 7, Clock.CALENDAR)), journey)
                        .stages())
                .extracting(StageTime::usedMillis, StageTime::overran)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(24 * HOUR, true),
                        org.assertj.core.groups.Tuple.tuple(8 * HOUR, true));
    }

    @Test
    void a_leg_in_a_stage_ends_when_the_next_begins_or_the_journey_closes() {
        assertThat(course(type("ABC"), going("AB")).stages())
                .extracting(StageTime::ended)
                .containsExactly(true, false);
        assertThat(course(type("ABC"), going("AB!")).stages())
                .extracting(StageTime::ended)
                .containsExactly(true, true);
        assertThat(course(type("ABC"), going("AX")).stages())
                .extracting(StageTime::ended)
                .containsExactly(true);
    }

    @Test
    void a_waiting_pass_goes_on_and_what_lies_before_the_first_leg_is_a_wait() {
        JourneyCourse course = course(
                type("AB"),
                new Journey()
                        .at(0, null)
                        .inbound()
                        .then()
                        .at(3, "A")
                        .then()
                        .at(5, "A")
                        .until(6)
                        .handsTo("B")
                        .then());

        assertThat(course.waitMillis()).isEqualTo(3 * HOUR);
        assertThat(course.waitingSince()).isEqualTo(Journey.hour(6).toEpochMilli());
        assertThat(course.endKnown()).isFalse();
        assertThat(course.asked()).isTrue();
    }

    @Test
    void silence_is_what_exceeds_the_rhythm_from_the_first_question_on() {
        // the rhythm is a day: asked at 0, heard at 30 (30 hours of silence), heard at 40, closed at 70 (30 hours)
        Journey journey = new Journey()
                .at(0, "A")
                .inbound()
                .then()
                .at(30, "A")
                .outbound()
                .then()
                .at(40, "A")
                .outbound()
                .then();
        JourneyCourse open = course(type("A"), journey);
        assertThat(open.silenceMillis()).isEqualTo(30 * HOUR);
        assertThat(open.heardMillis()).isEqualTo(Journey.hour(40).toEpochMilli());

        JourneyCourse closed =
                course(type("A"), journey.at(70, "A").ends(Outcome.RESOLVED).then());
        assertThat(closed.silenceMillis()).isEqualTo(60 * HOUR);
        assertThat(closed.heardMillis()).isNull();

        JourneyCourse exactly = course(
                type("A"),
                new Journey()
                        .at(0, "A")
                        .inbound()
                        .then()
                        .at(24, "A")
                        .outbound()
                        .ends(Outcome.RESOLVED)
                        .then());
        assertThat(exactly.silenceMillis()).isZero();
    }

    @Test
    void a_customer_who_never_asked_hears_no_silence() {
        JourneyCourse course = course(
                type("A"),
                new Journey().at(0, "A").then().at(90, "A").outbound().then());
        assertThat(course.asked()).isFalse();
        assertThat(course.silenceMillis()).isZero();
        assertThat(course.heardMillis()).isNull();
    }

    @Test
    void waits_lie_within_the_whole_and_the_order_of_arrival_makes_no_difference() {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            var journey = new Journey();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                var step = journey.at(
                        random.nextInt(200), random.nextInt(6) == 0 ? null : "" + (char) ('A' + random.nextInt(4)));
                if (random.nextInt(4) == 0) {
                    step = step.handsTo("" + (char) ('A' + random.nextInt(4)));
                }
                if (random.nextInt(3) == 0) {
                    step = random.nextBoolean() ? step.inbound() : step.outbound();
                }
                if (random.nextInt(8) == 0) {
                    step = step.ends(Outcome.values()[random.nextInt(5)]);
                }
                journey = step.then();
            }
            JourneyCourse course = course(type("ABC"), journey);
            assertThat(course.waitMillis()).isBetween(0L, course.lastMillis() - course.begunMillis());
            assertThat(course.silenceMillis()).isBetween(0L, course.lastMillis() - course.begunMillis());
            assertThat(course.stages()).hasSize(course.reached());

            var shuffled = new ArrayList<>(journey.touchpoints());
            Collections.shuffle(shuffled, random);
            shuffled.sort(Touchpoint.ORDER);
            assertThat(JourneyCourse.of(1, type("ABC"), shuffled, ZONE, department -> OFFICE))
                    .isEqualTo(course);
        }
    }

    @Test
    void the_share_of_time_has_the_interval_of_a_ratio() {
        // two journeys: 1 of 10 hours, 6 of 10; together 7 of 20
        CourseFigures.Portion portion = CourseComputation.portion(new TimeSums(2, 20, 7, 200, 37, 70));
        assertThat(portion.share()).isEqualTo(0.35);
        // residuals −2.5 and 2.5: the variance is 12.5; √(12.5 / 2) / 10 = 0.25; times 1.96
        assertThat(portion.high()).isCloseTo(0.35 + 0.49, Offset.offset(1e-9));
        assertThat(portion.low()).isZero();
        assertThat(CourseComputation.portion(new TimeSums(0, 0, 0, 0, 0, 0))).isNull();
        assertThat(CourseComputation.portion(new TimeSums(1, 10, 2, 100, 4, 20)))
                .isEqualTo(new CourseFigures.Portion(0.2, 0, 1));
    }

    @Test
    void a_list_is_named_in_an_address_and_found_by_its_name() {
        for (CourseList list : List.of(
                CourseList.of(CourseList.Kind.FOLLOW),
                CourseList.of(CourseList.Kind.NO_LEG),
                CourseList.of(CourseList.Kind.REACHED, 2),
                new CourseList(CourseList.Kind.LEFT, 0, 1003))) {
            assertThat(CourseList.read(list.code())).contains(list);
        }
        assertThat(CourseList.read("left-1")).isEmpty();
        assertThat(CourseList.read("reached")).isEmpty();
        assertThat(CourseList.read("all-1")).isEmpty();
        assertThat(CourseList.read("' OR 1=1")).isEmpty();
    }
}
