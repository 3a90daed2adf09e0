package nl.baton.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import nl.baton.value.model.Retention.Running;
import org.junit.jupiter.api.Test;

/** Intervals contain what they promise as often as they promise. */
class IntervalTests {

    private static final BgNbd TRUTH = new BgNbd(0.5, 6, 0.8, 2.5);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final double MARGIN_RATE = 0.3;

    private record Fitted(List<Simulated.Person> people, BgNbd.Fit purchases, GammaGamma.Fit spend) {}

    private static Fitted fitted(int customers, long seed) {
        var simulated = new Simulated(TRUTH, SPEND, seed);
        var people = new ArrayList<Simulated.Person>();
        var counts = new PurchaseCounts.Builder();
        var spends = new SpendCounts.Builder();
        for (int i = 0; i < customers; i++) {
            Simulated.Person person = simulated.person(150 + i % 400);
            people.add(person);
            counts.add(person.buyer());
            spends.add(person.buyer());
        }
        return new Fitted(people, BgNbd.fit(counts.build()), GammaGamma.fit(spends.build()));
    }

    @Test
    void that_of_the_outcome_holds_what_comes() {
        Fitted fitted = fitted(4_000, 21);
        var outcomes = new Outcomes(fitted.purchases.model(), fitted.spend.model(), null, MARGIN_RATE);
        int held = 0;
        int above = 0;
        for (int i = 0; i < fitted.people.size(); i++) {
            Simulated.Person person = fitted.people.get(i);
            Range range = outcomes.of(i, person.buyer(), List.of());
            held += range.contains(MARGIN_RATE * person.spent()) ? 1 : 0;
            above += MARGIN_RATE * person.spent() > range.high() ? 1 : 0;
        }
        double n = fitted.people.size();
        assertThat(held / n).isBetween(0.88, 0.99);
        assertThat(above / n).isCloseTo(0.05, within(0.015));
    }

    @Test
    void that_of_the_expected_value_holds_what_is_true() {
        int held = 0;
        int n = 0;
        for (int run = 0; run < 150; run++) {
            Fitted fitted = fitted(1_200, 1_000 + run);
            for (int i = 0; i < fitted.people.size(); i += 100) {
                Buyer buyer = fitted.people.get(i).buyer();
                double truth = MARGIN_RATE
                        * new Outlook(TRUTH).discounted(buyer)
                        * SPEND.expected(buyer.repeats(), buyer.spend());
                held += Expectation.of(buyer, fitted.purchases, fitted.spend, MARGIN_RATE)
                                .range()
                                .contains(truth)
                        ? 1
                        : 0;
                n++;
            }
        }
        assertThat((double) held / n).isBetween(0.85, 0.95);
    }

    @Test
    void the_mean_of_the_paths_of_a_contract_is_its_expected_value() {
        var retention = new Retention(0.7, 12);
        var outcomes = new Outcomes(null, null, retention, 1);
        var contract = new Running(8, Months.AHEAD, 10);
        double low = 0;
        for (int i = 0; i < 500; i++) {
            Range range = outcomes.of(i, null, List.of(contract));
            low += range.contains(retention.discounted(contract)) ? 1 : 0;
        }
        assertThat(low).isEqualTo(500);
        assertThat(outcomes.of(1, null, List.of()).high()).isZero();
    }

    @Test
    void the_same_customer_has_the_same_interval_another_one_another() {
        var outcomes = new Outcomes(TRUTH, SPEND, null, MARGIN_RATE);
        var buyer = new Buyer(4, 100, 120, 30);

        assertThat(outcomes.of(7, buyer, List.of())).isEqualTo(outcomes.of(7, buyer, List.of()));
        assertThat(outcomes.of(8, buyer, List.of())).isNotEqualTo(outcomes.of(7, buyer, List.of()));
        assertThat(outcomes.of(7, null, List.of())).isEqualTo(new Range(0, 0));
    }
}
