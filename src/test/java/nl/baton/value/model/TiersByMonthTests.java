package nl.baton.value.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TiersByMonthTests {

    @Test
    void thresholds_are_those_of_all_values_to_within_one_percent() {
        var random = new Random(8);
        var months = new TiersByMonth(2);
        double[] values = new double[5_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(10) == 0 ? 0 : Math.exp(3 + 2 * random.nextGaussian());
            months.add(new double[] {i % 2 == 0 ? values[i] : 7, values[i]}, i % 2);
        }

        assertThat(months.at(0).n()).isEqualTo(2_500);
        Tiers found = months.at(1);
        Tiers exact = exactly(values);
        assertThat(found.n()).isEqualTo(5_000);
        assertThat(found.a() / exact.a()).isBetween(0.99, 1.01);
        assertThat(found.b() / exact.b()).isBetween(0.99, 1.01);
    }

    @Test
    void equal_values_share_a_tier_and_nothing_is_the_last_one() {
        var months = new TiersByMonth(1);
        for (int i = 0; i < 40; i++) {
            months.add(new double[] {i < 3 ? 120.5 : 60}, 0);
        }
        months.add(new double[] {-5}, 0);

        Tiers tiers = months.at(0);
        assertThat(tiers.of(120.5)).isEqualTo(Tier.A);
        assertThat(tiers.of(60)).isEqualTo(Tier.A);
        assertThat(tiers.of(59)).isEqualTo(Tier.C);
        assertThat(tiers.of(-5)).isEqualTo(Tier.C);
        assertThat(new TiersByMonth(1).at(0).of(1)).isEqualTo(Tier.C);
    }

    private static Tiers exactly(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        var builder = new Tiers.Builder(sorted.length);
        for (int i = sorted.length - 1; i >= 0; i--) {
            int from = i;
            while (from > 0 && sorted[from - 1] == sorted[i]) {
                from--;
            }
            builder.add(sorted[i], i - from + 1L);
            i = from;
        }
        return builder.build();
    }
}
