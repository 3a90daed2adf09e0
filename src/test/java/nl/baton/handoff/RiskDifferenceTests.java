package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.baton.handoff.RiskDifference.Stratum;
import org.junit.jupiter.api.Test;

class RiskDifferenceTests {

    @Test
    void in_one_stratum_it_is_the_difference_of_the_shares() {
        RiskDifference loss =
                RiskDifference.of(List.of(new Stratum(10, 4, 20, 2))).orElseThrow();

        assertThat(loss.estimate()).isCloseTo(0.3, within(1e-12));
        assertThat(loss.broken()).isEqualTo(10);
        assertThat(loss.whole()).isEqualTo(20);
    }

    /** Worked out by hand: 2 and 5 / 6 over 20 / 3 and 10 / 3; P = −0.3111, −0.0278 and Q = 1.6, 0.9167. */
    @Test
    void strata_weigh_by_what_they_compare() {
        RiskDifference loss = RiskDifference.of(List.of(new Stratum(10, 4, 20, 2), new Stratum(5, 3, 10, 3)))
                .orElseThrow();

        assertThat(loss.estimate()).isCloseTo(0.3, within(1e-12));
        double p = (100.0 * 2 - 400 * 4 + 10 * 20 * 10 / 2.0) / 900 + (25.0 * 3 - 100 * 3 + 5 * 10 * 5 / 2.0) / 225;
        double q = (4 * 18.0 + 2 * 6) / 60 + (3 * 7.0 + 3 * 2) / 30;
        double half = 1.96 * Math.sqrt(0.3 * p + q) / 10;
        assertThat(loss.high() - loss.estimate()).isCloseTo(half, within(1e-12));
        assertThat(loss.estimate() - loss.low()).isCloseTo(half, within(1e-12));
    }

    @Test
    void strata_with_one_kind_only_say_nothing() {
        var compared = new Stratum(10, 4, 20, 2);

        assertThat(RiskDifference.of(List.of(new Stratum(10, 9, 0, 0), compared, new Stratum(0, 0, 30, 1))))
                .isEqualTo(RiskDifference.of(List.of(compared)));
        assertThat(RiskDifference.of(List.of(new Stratum(10, 9, 0, 0)))).isEmpty();
        assertThat(RiskDifference.of(List.of())).isEmpty();
    }

    /** Many strata of a few each, of customers who differ much from stratum to stratum: where a plain difference fails. */
    @Test
    void its_interval_covers_the_truth_in_small_strata_of_unlike_customers() {
        double truth = 0.08;
        int covered = 0;
        int rounds = 2_000;
        var random = new SplittableRandom(20_260_101);
        for (int round = 0; round < rounds; round++) {
            var strata = new ArrayList<Stratum>();
            for (int i = 0; i < 60; i++) {
                double base = 0.02 + 0.5 * i / 60;
                int broken = 1 + random.nextInt(1 + i / 4);
                int whole = 1 + random.nextInt(1 + (60 - i) / 3);
                strata.add(new Stratum(broken, lost(broken, base + truth, random), whole, lost(whole, base, random)));
            }
            RiskDifference loss = RiskDifference.of(strata).orElseThrow();
            covered += loss.low() <= truth && truth <= loss.high() ? 1 : 0;
        }

        assertThat(covered / (double) rounds).isBetween(0.935, 0.965);
    }

    private static int lost(int customers, double chance, SplittableRandom random) {
        int lost = 0;
        for (int i = 0; i < customers; i++) {
            lost += random.nextDouble() < chance ? 1 : 0;
        }
        return lost;
    }
}
