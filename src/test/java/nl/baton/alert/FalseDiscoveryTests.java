package nl.baton.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.baton.handoff.TwoProportions;
import org.junit.jupiter.api.Test;

/** The plain maths behind "this lane has worsened", worked out by hand. */
class FalseDiscoveryTests {

    /**
     * The fifteen chances of the 1995 paper's own example (section 3.2). At 5 % the limits are k · 0.05 / 15: for k = 4
     * 0.0133, and p₍₄₎ = 0.0095 lies under it; for k = 5 0.0167 and p₍₅₎ = 0.0201 does not, nor does any later one.
     */
    @Test
    void the_example_of_the_paper_leaves_four() {
        List<Double> chances = List.of(
                0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
                0.7590, 1.0);

        assertThat(FalseDiscovery.believed(chances, 0.05)).containsExactly(0, 1, 2, 3);
    }

    /** p₍₁₎ = 0.03 is over 1 · 0.05 / 3 = 0.0167, p₍₃₎ = 0.04 is under 3 · 0.05 / 3 = 0.05: it takes the others along. */
    @Test
    void a_later_one_under_its_limit_takes_the_earlier_ones_along() {
        assertThat(FalseDiscovery.believed(List.of(0.04, 0.03, 0.035), 0.05)).containsExactly(0, 1, 2);
    }

    @Test
    void a_chance_exactly_at_its_limit_is_believed() {
        assertThat(FalseDiscovery.believed(List.of(0.025, 0.9), 0.05)).containsExactly(0);
        assertThat(FalseDiscovery.believed(List.of(0.0251, 0.9), 0.05)).isEmpty();
    }

    @Test
    void of_none_none_is_believed() {
        assertThat(FalseDiscovery.believed(List.of(), 0.05)).isEmpty();
    }

    /**
     * 30 of 100 now, 20 of 100 before: pooled 0.25, variance 0.25 · 0.75 · 0.02 = 0.00375, z = 0.1 / 0.0612372 = 1.63299;
     * the table of the normal distribution gives 0.0512 above it.
     */
    @Test
    void two_shares_are_compared_by_the_pooled_test() {
        double z = TwoProportions.z(30, 100, 20, 100);

        assertThat(z).isCloseTo(1.63299, within(0.00001));
        assertThat(TwoProportions.oneSided(z)).isCloseTo(0.05124, within(0.00005));
        assertThat(TwoProportions.oneSided(1.959964)).isCloseTo(0.025, within(0.000001));
        assertThat(TwoProportions.oneSided(0)).isCloseTo(0.5, within(0.000001));
        assertThat(TwoProportions.oneSided(-1.644854)).isCloseTo(0.95, within(0.000001));
    }

    @Test
    void nothing_is_said_where_all_or_none_broke() {
        assertThat(TwoProportions.z(0, 40, 0, 40)).isZero();
        assertThat(TwoProportions.z(40, 40, 40, 40)).isZero();
        assertThat(TwoProportions.z(1, 0, 1, 10)).isZero();
    }
}
