package nl.baton.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import nl.baton.value.model.Retention.Running;
import org.junit.jupiter.api.Test;

/** How long contracts last. */
class RetentionTests {

    /** Share of 1,000 customers of a magazine left after so many renewals (Fader and Hardie 2007, table 1, high end). */
    private static final int[] HIGH_END = {1000, 869, 743, 653, 593, 551, 517, 491};

    @Test
    void the_published_fit_comes_out() {
        var counts = new RetentionCounts();
        for (int i = 1; i < HIGH_END.length; i++) {
            for (int j = 0; j < HIGH_END[i - 1] - HIGH_END[i]; j++) {
                counts.add(i - 1, true);
            }
        }
        for (int j = 0; j < HIGH_END[HIGH_END.length - 1]; j++) {
            counts.add(HIGH_END.length - 1, false);
        }
        Retention.Fit fit = Retention.fit(counts);

        assertThat(fit.model().gamma()).isCloseTo(0.668, within(0.0006));
        assertThat(fit.model().delta()).isCloseTo(3.806, within(0.0006));
        assertThat(fit.maximum().logLikelihood()).isCloseTo(-1_611.2, within(0.05));
        assertThat(fit.maximum().converged()).isTrue();
        assertThat(fit.maximum().agreeing()).isEqualTo(3);
    }

    @Test
    void what_is_to_come_is_the_mean_of_simulated_contracts() {
        var model = new Retention(0.668, 3.806);
        var random = new SplittableRandom(4);
        int months = 5;
        double sum = 0;
        int n = 0;
        while (n < 200_000) {
            int lasts = Draws.first(Draws.beta(model.gamma(), model.delta(), random), random);
            if (lasts < months) {
                continue;
            }
            n++;
            for (int month = 1; month <= Months.AHEAD && months + month <= lasts; month++) {
                sum += 12 * Math.pow(1.1, -month / 12.0);
            }
        }
        double expected = model.discounted(new Running(months, Months.AHEAD, 12));
        assertThat(expected).isCloseTo(sum / n, within(0.01 * expected));
    }

    @Test
    void what_is_to_come_is_the_sum_of_the_definition() {
        var model = new Retention(0.668, 3.806);
        double sum = 0;
        for (int k = 1; k <= 36; k++) {
            sum += 12 * model.survival(5 - 1 + k) / model.survival(5 - 1) * Math.pow(1.1, -k / 12.0);
        }
        assertThat(model.discounted(new Running(5, Integer.MAX_VALUE, 12))).isCloseTo(sum, within(1e-9));
    }

    @Test
    void a_contract_whose_end_is_known_brings_nothing_after_it() {
        var model = new Retention(0.668, 3.806);
        assertThat(model.discounted(new Running(5, 0, 12))).isZero();
        assertThat(model.discounted(new Running(5, 1, 12)))
                .isCloseTo(12 * model.survival(5) / model.survival(4) * Math.pow(1.1, -1 / 12.0), within(1e-9));
    }

    @Test
    void parameters_come_back_from_simulated_contracts_of_which_many_still_run() {
        var truth = new Retention(1.4, 20);
        var random = new SplittableRandom(9);
        var counts = new RetentionCounts();
        for (int i = 0; i < 40_000; i++) {
            int age = 1 + random.nextInt(60);
            int lasts = Draws.first(Draws.beta(truth.gamma(), truth.delta(), random), random);
            counts.add(Math.min(age, lasts) - 1, lasts < age);
        }
        Retention.Fit fit = Retention.fit(counts);
        assertThat(fit.model().gamma())
                .isCloseTo(
                        truth.gamma(),
                        within(4 * truth.gamma() * fit.precision().error(0)));
        assertThat(fit.precision().error(0)).isLessThan(0.1);
        assertThat(fit.model().delta()).isCloseTo(truth.delta(), within(0.15 * truth.delta()));
    }

    @Test
    void without_an_end_nothing_is_known_of_how_long_they_last() {
        RetentionCounts counts = new RetentionCounts().add(3, false).add(50, false);
        assertThatThrownBy(() -> Retention.fit(counts)).isInstanceOf(IllegalArgumentException.class);
    }
}
