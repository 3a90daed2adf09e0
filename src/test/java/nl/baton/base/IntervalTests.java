package nl.baton.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class IntervalTests {

    /** The design's own example: 2,916 of 20,322 broken is 13.9 to 14.8 per cent. */
    @Test
    void the_interval_of_the_design_comes_out() {
        Interval interval = Interval.wilson(2_916, 20_322).orElseThrow();

        assertThat(interval.low()).isCloseTo(0.139, offset(0.0005));
        assertThat(interval.high()).isCloseTo(0.148, offset(0.0005));
        assertThat(interval.n()).isEqualTo(20_322);
    }

    /** Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I. */
    @Test
    void published_score_intervals_come_out() {
        assertThat(Interval.wilson(81, 263).orElseThrow().low()).isCloseTo(0.2553, offset(0.0001));
        assertThat(Interval.wilson(81, 263).orElseThrow().high()).isCloseTo(0.3662, offset(0.0001));
        assertThat(Interval.wilson(15, 148).orElseThrow().low()).isCloseTo(0.0624, offset(0.0001));
        assertThat(Interval.wilson(15, 148).orElseThrow().high()).isCloseTo(0.1605, offset(0.0001));
        assertThat(Interval.wilson(1, 29).orElseThrow().low()).isCloseTo(0.0061, offset(0.0001));
        assertThat(Interval.wilson(1, 29).orElseThrow().high()).isCloseTo(0.1718, offset(0.0001));
    }

    @Test
    void without_n_there_is_no_interval() {
        assertThat(Interval.wilson(0, 0)).isEmpty();
    }

    @Test
    void at_the_ends_it_stays_within_zero_and_one() {
        assertThat(Interval.wilson(0, 20).orElseThrow().low()).isZero();
        assertThat(Interval.wilson(0, 20).orElseThrow().high()).isCloseTo(0.1611, offset(0.0001));
        assertThat(Interval.wilson(20, 20).orElseThrow().high()).isEqualTo(1);
    }

    @Test
    void more_than_all_is_refused() {
        assertThatThrownBy(() -> Interval.wilson(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_difference_of_shares_lies_between_minus_one_and_one() {
        // (5.75 - 2.75) / 13 = 0.2308; 1.96 * sqrt((0.4423 + 0.2115 - 0.2308²) / 13) = 0.4213
        assertThat(Interval.difference(5, 2, 10).orElseThrow().low()).isCloseTo(-0.1905, offset(0.0001));
        assertThat(Interval.difference(5, 2, 10).orElseThrow().high()).isCloseTo(0.6521, offset(0.0001));
        assertThat(Interval.difference(2, 0, 2).orElseThrow().high()).isEqualTo(1);
        assertThat(Interval.difference(0, 0, 0)).isEmpty();
        assertThatThrownBy(() -> Interval.difference(3, 2, 4)).isInstanceOf(IllegalArgumentException.class);
    }
}
