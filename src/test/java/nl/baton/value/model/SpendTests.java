package nl.baton.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Spend, where there is something to fit and where not. */
class SpendTests {

    @Test
    void who_all_spend_the_same_are_expected_to_go_on_so() {
        var counts = new SpendCounts.Builder();
        for (int i = 1; i < 200; i++) {
            counts.add(i, 9.95);
        }
        GammaGamma.Fit fit = GammaGamma.fit(counts.build());

        assertThat(fit.model()).isInstanceOf(EqualSpend.class);
        assertThat(fit.model().expected(0, 0)).isCloseTo(9.95, within(1e-9));
        assertThat(fit.model().expected(7, 9.95)).isCloseTo(9.95, within(1e-9));
        assertThat(fit.hasMean()).isTrue();
        assertThat(fit.maximum().converged()).isTrue();
        assertThat(counts.build().withFrequency().known()).isFalse();
    }

    @Test
    void purchases_that_cost_nothing_are_counted_apart() {
        SpendCounts counts =
                new SpendCounts.Builder().add(0, 0).add(1, 0).add(2, 5).build();
        assertThat(counts.customers()).isEqualTo(1);
        assertThat(counts.withoutSpend()).isEqualTo(1);
        SpendCounts none = new SpendCounts.Builder().add(1, 0).build();
        assertThatThrownBy(() -> GammaGamma.fit(none)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_currency_does_not_matter() {
        GammaGamma dollars = (GammaGamma) GammaGamma.fit(Cdnow.spends()).model();
        var counts = new SpendCounts.Builder();
        Cdnow.buyers(Cdnow.CUT).forEach(buyer -> counts.add(buyer.repeats(), 100_000 * buyer.spend()));
        GammaGamma.Fit inRupiah = GammaGamma.fit(counts.build());
        GammaGamma rupiah = (GammaGamma) inRupiah.model();

        assertThat(rupiah.p()).isCloseTo(dollars.p(), within(1e-4));
        assertThat(rupiah.q()).isCloseTo(dollars.q(), within(1e-4));
        assertThat(rupiah.v()).isCloseTo(100_000 * dollars.v(), within(100.0));
        assertThat(GammaGamma.fit(Cdnow.spends()).maximum().logLikelihood()
                        - inRupiah.maximum().logLikelihood())
                .isCloseTo(counts.build().customers() * Math.log(100_000), within(1e-3));
    }

    @Test
    void the_expected_spend_is_the_mean_of_paces_drawn_from_what_is_known() {
        var model = new GammaGamma(6.25, 3.74, 15.44);
        var random = new SplittableRandom(2);
        double sum = 0;
        int n = 300_000;
        for (int i = 0; i < n; i++) {
            sum += model.sum(1, model.draw(2, 22.35, random), random);
        }
        assertThat(sum / n).isCloseTo(model.expected(2, 22.35), within(0.1));
    }

    @Test
    void who_differ_too_much_have_no_mean_and_it_is_said() {
        var random = new SplittableRandom(8);
        var counts = new SpendCounts.Builder();
        for (int i = 0; i < 3_000; i++) {
            double pace = Draws.gamma(0.6, random);
            counts.add(3, Draws.gamma(6, random) / 3 / pace);
        }
        assertThat(GammaGamma.fit(counts.build()).hasMean()).isFalse();
    }
}
