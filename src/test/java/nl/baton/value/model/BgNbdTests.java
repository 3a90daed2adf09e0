package nl.baton.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What BG/NBD says, each thing found in a second way. */
class BgNbdTests {

    private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);

    @ParameterizedTest
    @CsvSource({
        "39, 2, 213, 272, .243, 4.414, .793, 2.426",
        "39, 0, 0, 272, .243, 4.414, .793, 2.426",
        "156, 26, 200, 210, .243, 4.414, .793, 2.426",
        "0.01, 3, 20, 700, .243, 4.414, .793, 2.426",
        "12, 5, 300, 400, 2, 12, 1.7, 40",
        "50, 1, 9, 900, .6, 30, .05, .4",
        "20, 300, 990, 1000, 1.5, 2, 8, 900",
        "156, 4, 50, 60, .3, 9, 90, 160"
    })
    void expectations_are_those_of_the_published_closed_form(
            double weeks, int x, int recency, int age, double r, double alpha, double a, double b) {
        var model = new BgNbd(r, alpha, a, b);

        double closed = ClosedForm.expected(model, weeks, x, recency, age);
        assertThat(model.expected(weeks, x, recency, age)).isCloseTo(closed, within(1e-7 * closed + 1e-12));
    }

    @Test
    void a_chance_to_leave_where_the_closed_form_divides_by_nothing_is_nothing_special() {
        double below = new BgNbd(.5, 5, 1 - 1e-6, 3).expected(30, 3, 90, 120);
        double at = new BgNbd(.5, 5, 1, 3).expected(30, 3, 90, 120);
        double above = new BgNbd(.5, 5, 1 + 1e-6, 3).expected(30, 3, 90, 120);

        assertThat(at).isBetween(Math.min(below, above), Math.max(below, above));
        assertThat(below).isCloseTo(above, within(1e-5));
    }

    @Test
    void chances_of_every_number_of_purchases_add_up_to_what_is_expected() {
        double sum = 0;
        double mean = 0;
        for (int n = 0; n < 400; n++) {
            double chance = CDNOW.chance(n, 39);
            sum += chance;
            mean += n * chance;
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(mean).isCloseTo(CDNOW.expected(39), within(1e-6));
    }

    @Test
    void the_chance_to_be_alive_is_the_part_of_the_likelihood_that_stayed() {
        double a = CDNOW.a();
        double b = CDNOW.b();
        double s = CDNOW.r() + 2;
        double stayed = Math.exp(BgNbd.logBeta(a, b + 2)) * Math.pow(CDNOW.alpha() + 272 / 7.0, -s);
        double left = Math.exp(BgNbd.logBeta(a + 1, b + 1)) * Math.pow(CDNOW.alpha() + 213 / 7.0, -s);
        assertThat(CDNOW.alive(2, 213, 272)).isCloseTo(stayed / (stayed + left), within(1e-12));
        assertThat(CDNOW.alive(0, 0, 272)).isEqualTo(1);
    }

    @Test
    void many_purchases_overflow_nothing() {
        assertThat(CDNOW.alive(5_000, 5_100, 5_101)).isBetween(0.9, 1.0);
        assertThat(CDNOW.alive(5_000, 5_100, 8_000)).isBetween(0.0, 1e-100);
        assertThat(CDNOW.expected(52, 5_000, 5_100, 5_101)).isBetween(200.0, 400.0);
        assertThat(CDNOW.logLikelihood(
                        new PurchaseCounts.Builder().add(5_000, 5_100, 5_101).build()))
                .isFinite();
    }

    @Test
    void the_likelihood_is_that_of_every_pace_and_chance_to_leave_weighed_by_how_common_they_are() {
        var model = new BgNbd(0.7, 5, 0.9, 2.5);
        double integral = 0;
        double weights = 0;
        double step = 0.05;
        // over the logarithm of the pace and the logit of the chance, by the densities that the model states
        for (double u = -30; u < 6; u += step) {
            double pace = Math.exp(u);
            double ofPace = Math.exp(model.r() * u - model.alpha() * pace);
            for (double v = -30; v < 15; v += step) {
                double leaves = 1 / (1 + Math.exp(-v));
                double weight = ofPace * Math.pow(leaves, model.a()) * Math.pow(1 - leaves, model.b());
                double bought = Math.pow(pace, 3);
                double alive = Math.pow(1 - leaves, 3) * bought * Math.exp(-pace * 20);
                double left = leaves * Math.pow(1 - leaves, 2) * bought * Math.exp(-pace * 8);
                weights += weight;
                integral += weight * (alive + left);
            }
        }
        var counts = new PurchaseCounts.Builder().add(3, 56, 140).build();
        assertThat(model.logLikelihood(counts)).isCloseTo(Math.log(integral / weights), within(1e-6));
    }

    @Test
    void the_likelihood_of_customers_alike_is_that_of_one_as_often() {
        var one = new PurchaseCounts.Builder().add(2, 213, 272).build();
        var three = new PurchaseCounts.Builder();
        IntStream.range(0, 3).forEach(i -> three.add(2, 213, 272));

        assertThat(three.build().rows()).isEqualTo(1);
        assertThat(CDNOW.logLikelihood(three.build())).isCloseTo(3 * CDNOW.logLikelihood(one), within(1e-9));
    }

    @Test
    void the_value_of_36_months_is_that_of_simulated_customers_who_look_the_same() {
        var simulated = new Simulated(CDNOW, SPEND, 11);
        var outlook = new Outlook(CDNOW);
        double expected = 0;
        double year = 0;
        double spent = 0;
        double bought = 0;
        int n = 200_000;
        for (int i = 0; i < n; i++) {
            Simulated.Person person = simulated.person(272);
            Buyer buyer = person.buyer();
            expected += outlook.discounted(buyer) * SPEND.expected(buyer.repeats(), buyer.spend());
            year += outlook.purchases(buyer);
            spent += person.spent();
            bought += person.purchasesNextYear();
        }
        assertThat(expected / n).isCloseTo(spent / n, within(0.02 * spent / n));
        assertThat(year / n).isCloseTo(bought / n, within(0.02 * bought / n));
    }

    @Test
    void parameters_come_back_from_simulated_customers() {
        var truth = new BgNbd(0.8, 9, 0.9, 3.5);
        var simulated = new Simulated(truth, SPEND, 5);
        var counts = new PurchaseCounts.Builder();
        var spends = new SpendCounts.Builder();
        for (int i = 0; i < 60_000; i++) {
            Buyer buyer = simulated.person(200 + i % 500).buyer();
            counts.add(buyer);
            spends.add(buyer);
        }
        BgNbd.Fit fit = BgNbd.fit(counts.build());
        GammaGamma.Fit spend = GammaGamma.fit(spends.build());

        assertThat(fit.maximum().converged()).isTrue();
        // purchases of one day are one, which makes a little less of who buys often
        assertThat(fit.model().r()).isCloseTo(truth.r(), within(0.1 * truth.r()));
        assertThat(fit.model().alpha()).isCloseTo(truth.alpha(), within(0.1 * truth.alpha()));
        assertThat(fit.model().a()).isCloseTo(truth.a(), within(0.1 * truth.a()));
        assertThat(fit.model().b()).isCloseTo(truth.b(), within(0.1 * truth.b()));
        var found = (GammaGamma) spend.model();
        assertThat(found.p()).isCloseTo(SPEND.p(), within(0.1 * SPEND.p()));
        assertThat(found.q()).isCloseTo(SPEND.q(), within(0.05 * SPEND.q()));
        assertThat(found.v()).isCloseTo(SPEND.v(), within(0.1 * SPEND.v()));
    }

    @Test
    void standard_errors_are_those_of_fits_to_many_samples() {
        var truth = new BgNbd(0.8, 9, 0.9, 3.5);
        int runs = 40;
        double[] logs = new double[runs];
        double said = 0;
        for (int run = 0; run < runs; run++) {
            var simulated = new Simulated(truth, SPEND, 100 + run);
            var counts = new PurchaseCounts.Builder();
            for (int i = 0; i < 2_000; i++) {
                counts.add(simulated.person(400).buyer());
            }
            BgNbd.Fit fit = BgNbd.fit(counts.build());
            logs[run] = Math.log(fit.model().r());
            said += fit.precision().error(0) / runs;
        }
        double mean =
                IntStream.range(0, runs).mapToDouble(i -> logs[i]).average().orElseThrow();
        double squares = IntStream.range(0, runs)
                .mapToDouble(i -> (logs[i] - mean) * (logs[i] - mean))
                .sum();
        assertThat(said).isCloseTo(Math.sqrt(squares / (runs - 1)), within(0.3 * said));
    }

    @Test
    void without_anybody_who_came_back_there_is_nothing_to_fit() {
        var counts = new PurchaseCounts.Builder().add(0, 0, 30).add(0, 0, 60).build();
        assertThatThrownBy(() -> BgNbd.fit(counts)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void customers_who_never_leave_are_a_limit_of_the_model_and_it_is_said() {
        var counts = new PurchaseCounts.Builder();
        for (int i = 0; i < 500; i++) {
            counts.add(30, 210, 210 + i % 7);
        }
        BgNbd.Fit fit = BgNbd.fit(counts.build());
        assertThat(fit.maximum().ending()).isEqualTo(Maximum.Ending.LIMIT);
        assertThat(fit.maximum().converged()).isTrue();
        assertThat(fit.model().alive(30, 210, 213)).isCloseTo(1, within(1e-4));
        assertThat(fit.model().expected(7, 30, 210, 213)).isCloseTo(7.0, within(0.1));
        assertThat(fit.precision().error(0)).isFinite();
    }

    @Test
    void numbers_that_contradict_each_other_are_refused() {
        assertThatThrownBy(() -> new Buyer(0, 3, 5, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Buyer(1, 0, 5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Buyer(4, 3, 5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Buyer(1, 6, 5, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
