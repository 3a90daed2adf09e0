package nl.baton.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rhythm and lifecycle stage, worked out by hand. */
class LifecycleTests {

    /** Half of the buyers come back within 40 days, nine of ten within 100. */
    private static final FirstGap ALL = new FirstGap(OptionalInt.of(40), OptionalInt.of(100), 1_000);

    private static final FirstGap NO_P90 = new FirstGap(OptionalInt.of(40), OptionalInt.empty(), 1_000);
    private static final FirstGap P90_BEYOND_DORMANT = new FirstGap(OptionalInt.of(40), OptionalInt.of(130), 1_000);

    private static int[] days(String text) {
        return Arrays.stream(text.split(" "))
                .filter(day -> !day.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        // purchases, starts, ends, day, stage
        "'',               '',        '',        1000, PROSPECT",
        "'1001',           '',        '',        1000, PROSPECT",
        "'911',            '',        '',        1000, NEW",
        "'910',            '',        '',        1000, ACTIVE", // 90 days, and 90 is not more than 100
        "'900',            '',        '',        1000, ACTIVE",
        "'899',            '',        '',        1000, AT_RISK", // 101 days is more than nine of ten took
        "'880',            '',        '',        1000, AT_RISK", // 120 days is not more than 3 x 40
        "'879',            '',        '',        1000, DORMANT",
        "'760',            '',        '',        1000, DORMANT", // 240 days is not more than 6 x 40
        "'759',            '',        '',        1000, LOST",
        // two purchase days: the rhythm of all, 1.5 x 40
        "'800 940',        '',        '',        1000, ACTIVE",
        "'800 939',        '',        '',        1000, AT_RISK",
        "'800 880',        '',        '',        1000, AT_RISK",
        "'800 879',        '',        '',        1000, DORMANT",
        // three: the own rhythm, the median of 10 and 30 is 20
        "'860 870 900',    '',        '',        1000, DORMANT",
        "'900 910 940',    '',        '',        1000, AT_RISK",
        "'900 910 970',    '',        '',        1000, ACTIVE",
        "'800 810 840',    '',        '',        1000, LOST",
        // a purchase after more than 6 x 40 days of silence, within the last 90 days
        "'600 911',        '',        '',        1000, WON_BACK",
        "'700 941',        '',        '',        1000, ACTIVE", // 240 days until the day before: not lost
        "'699 941',        '',        '',        1000, WON_BACK",
        // contracts
        "'',               '500',     '2147483647', 1000, ACTIVE",
        "'100',            '500',     '2147483647', 1000, ACTIVE", // never silent
        "'',               '950',     '2147483647', 1000, NEW",
        "'',               '500',     '1000',    1000, ACTIVE", // its last day
        "'',               '500',     '999',     1000, LOST",
        "'990',            '500',     '980',     1000, WON_BACK", // nothing ran, and then a purchase
        "'895', '500', '890', 1000, AT_RISK", // bought since the contract ended
        "'900',            '500',     '900',     1000, LOST", // not since
        "'',               '500 950', '899 2147483647', 1000, WON_BACK",
        "'',               '500 950', '949 2147483647', 1000, ACTIVE", // the next began when the former ended
        "'',               '1005',    '2147483647', 1000, PROSPECT"
    })
    void stage_at_the_end_of_a_day(String purchases, String starts, String ends, int day, LifecycleStage stage) {
        var dealings = new Dealings(days(purchases), days(starts), days(ends));
        assertThat(Lifecycle.at(day, dealings, at -> ALL).stage()).isEqualTo(stage);
    }

    @Test
    void a_purchase_ninety_days_ago_is_no_longer_of_late() {
        var dealings = Dealings.ofPurchases(600, 910);
        assertThat(Lifecycle.at(999, dealings, at -> ALL).stage()).isEqualTo(LifecycleStage.WON_BACK);
        assertThat(Lifecycle.at(1000, dealings, at -> ALL).stage()).isEqualTo(LifecycleStage.AT_RISK);
    }

    @Test
    void with_one_purchase_nobody_is_at_risk_where_nine_of_ten_never_come_back_or_not_before_dormant() {
        for (FirstGap gap : new FirstGap[] {NO_P90, P90_BEYOND_DORMANT}) {
            for (int silence = 90; silence <= 120; silence++) {
                assertThat(stage(1000 - silence, gap)).isEqualTo(LifecycleStage.ACTIVE);
            }
            assertThat(stage(879, gap)).isEqualTo(LifecycleStage.DORMANT);
        }
    }

    private static LifecycleStage stage(int purchase, FirstGap gap) {
        return Lifecycle.at(1000, Dealings.ofPurchases(purchase), at -> gap).stage();
    }

    @Test
    void without_a_rhythm_no_silence_is_too_long() {
        Lifecycle lifecycle = Lifecycle.at(1000, Dealings.ofPurchases(1, 2), at -> FirstGap.UNKNOWN);
        assertThat(lifecycle.stage()).isEqualTo(LifecycleStage.ACTIVE);
        assertThat(lifecycle.rhythm()).isEmpty();
        assertThat(lifecycle.silence()).contains(998);
    }

    @Test
    void who_was_lost_is_judged_by_the_rhythm_that_was_known_then() {
        // until day 900 half came back within 100 days, which makes 302 days of silence none of the lost
        var dealings = Dealings.ofPurchases(600, 902);
        FirstGap slow = new FirstGap(OptionalInt.of(100), OptionalInt.empty(), 10);
        assertThat(Lifecycle.at(950, dealings, day -> day < 902 ? slow : ALL).stage())
                .isEqualTo(LifecycleStage.ACTIVE);
        assertThat(Lifecycle.at(950, dealings, day -> ALL).stage()).isEqualTo(LifecycleStage.WON_BACK);
    }

    @Test
    void the_rhythm_is_the_median_gap_of_three_purchase_days_and_more() {
        assertThat(Rhythm.of(days("10 20 50"), ALL)).contains(new Rhythm(20, true));
        assertThat(Rhythm.of(days("10 20 50 51"), ALL)).contains(new Rhythm(10, true));
        assertThat(Rhythm.of(days("10 20"), ALL)).contains(new Rhythm(40, false));
        assertThat(Rhythm.of(days(""), ALL)).contains(new Rhythm(40, false));
        assertThat(Rhythm.of(days("10"), FirstGap.UNKNOWN)).isEmpty();
    }

    @Test
    void who_has_not_come_back_yet_is_censored() {
        // gaps 5, 8, 8, 12; one watched for 8 days, one for 20: S(5) = 5/6, S(8) = 5/6 · 3/5, S(12) = 1/2 · 1/2
        long[] happened = new long[13];
        happened[5] = 1;
        happened[8] = 2;
        happened[12] = 1;
        long[] watched = new long[21];
        watched[8] = 1;
        watched[20] = 1;
        var gaps = new KaplanMeier(happened, watched);
        assertThat(gaps.n()).isEqualTo(6);
        assertThat(gaps.survival(4)).isEqualTo(1);
        assertThat(gaps.survival(7)).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(gaps.survival(11)).isCloseTo(0.5, within(1e-12));
        assertThat(gaps.survival(30)).isCloseTo(0.25, within(1e-12));
        assertThat(gaps.quantile(0.5)).hasValue(8);
        assertThat(gaps.quantile(0.75)).hasValue(12);
        assertThat(gaps.quantile(0.9)).isEmpty();
    }

    @Test
    void first_gaps_are_what_was_known_at_the_end_of_each_day() {
        var random = new Random(6);
        int[][] customers = new int[400][];
        for (int i = 0; i < customers.length; i++) {
            int first = 100 + random.nextInt(300);
            customers[i] = random.nextBoolean()
                    ? new int[] {first}
                    : new int[] {first, first + 1 + random.nextInt(120), first + 500};
        }
        var gaps = new FirstGaps(100, IntStream.rangeClosed(320, 410).toArray());
        for (int[] customer : customers) {
            gaps.add(customer);
        }
        for (int day = 320; day <= 410; day++) {
            long[] happened = new long[600];
            long[] watched = new long[600];
            for (int[] customer : customers) {
                if (customer[0] <= day) {
                    boolean back = customer.length > 1 && customer[1] <= day;
                    (back ? happened : watched)[back ? customer[1] - customer[0] : day - customer[0]]++;
                }
            }
            assertThat(gaps.at(day)).isEqualTo(FirstGap.of(new KaplanMeier(happened, watched)));
        }
        assertThat(gaps.at(410).n()).isEqualTo(400);
        assertThat(new FirstGaps(500, 20).at(20)).isEqualTo(FirstGap.UNKNOWN);
    }

    @Test
    void a_date_of_long_ago_costs_no_memory_and_spoils_nothing() {
        var gaps = new FirstGaps(-700_000, 20_000, 20_090);
        gaps.add(-700_000, -600_000);
        gaps.add(-700_000, 20_010);
        for (int i = 0; i < 8; i++) {
            gaps.add(19_000 + i, 19_030 + i);
        }
        assertThat(gaps.at(20_090).median()).hasValue(30);
        assertThat(gaps.at(20_000).n()).isEqualTo(10);
    }
}
