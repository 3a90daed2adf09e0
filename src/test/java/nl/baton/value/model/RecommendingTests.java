package nl.baton.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.baton.value.model.Recommending.Estimate;
import org.junit.jupiter.api.Test;

/** What may come of recommending, against working it out from the customers one by one. */
class RecommendingTests {

    private record Customer(int[] scores, Integer reach, double brought, Double bought) {}

    private static Recommending of(List<Customer> customers) {
        var builder = new Recommending.Builder();
        for (Customer customer : customers) {
            builder.answered(customer.scores, customer.reach).brought(customer.brought);
            if (customer.bought != null) {
                builder.bought(customer.bought);
            }
        }
        return builder.build();
    }

    private static List<Customer> some(Random random) {
        var customers = new ArrayList<Customer>();
        int n = 40 + random.nextInt(200);
        for (int i = 0; i < n; i++) {
            customers.add(new Customer(
                    random.ints(random.nextInt(5), 0, 11).toArray(),
                    random.nextBoolean() ? random.nextInt(200) : null,
                    random.nextInt(4) == 0 ? random.nextDouble() : 0,
                    random.nextInt(3) == 0 ? null : 100 * random.nextGaussian() + 80));
        }
        return customers;
    }

    private static boolean alike(int one, int other) {
        return one <= 6 == other <= 6 && one >= 9 == other >= 9;
    }

    @Test
    void the_estimate_is_the_definition_worked_out_customer_by_customer() {
        var random = new Random(11);
        int told = 0;
        for (int run = 0; run < 300; run++) {
            List<Customer> customers = some(random);
            Recommending found = of(customers);
            int last = random.nextInt(11);
            int reach = random.nextInt(300);
            double n = 0;
            double next = 0;
            double promoters = 0;
            double reaching = 0;
            double reached = 0;
            double brought = 0;
            double buyers = 0;
            double value = 0;
            for (Customer customer : customers) {
                int[] scores = customer.scores;
                for (int i = 0; i + 1 < scores.length; i++) {
                    if (alike(scores[i], last)) {
                        n++;
                        next += scores[i + 1] > 8 ? 1 : 0;
                    }
                }
                if (scores.length > 0 && scores[scores.length - 1] > 8) {
                    promoters++;
                    reaching += customer.reach == null ? 0 : 1;
                    reached += customer.reach == null ? 0 : customer.reach;
                }
                brought += customer.brought;
                buyers += customer.bought == null ? 0 : 1;
                value += customer.bought == null ? 0 : customer.bought;
            }
            if (n < 10 || reaching == 0 || reached == 0) {
                assertThat(found.worth(last, reach)).isEmpty();
                continue;
            }
            told++;
            double p = next / n;
            double factor = reach / (reached / reaching) * (brought / promoters) * (value / buyers);
            double middle = (p + 1.9208 / n) / (1 + 3.8416 / n);
            double half = 1.96 / (1 + 3.8416 / n) * Math.sqrt(p * (1 - p) / n + 0.9604 / (n * n));
            Estimate estimate = found.worth(last, reach).orElseThrow();
            assertThat(estimate.value()).isCloseTo(p * factor, within(1e-9 + 1e-9 * Math.abs(factor)));
            double low = Math.min((middle - half) * factor, (middle + half) * factor);
            double high = Math.max((middle - half) * factor, (middle + half) * factor);
            assertThat(estimate.low()).isCloseTo(low, within(1e-9 + 1e-9 * Math.abs(factor)));
            assertThat(estimate.high()).isCloseTo(high, within(1e-9 + 1e-9 * Math.abs(factor)));
            assertThat(estimate.value()).isBetween(estimate.low(), estimate.high());
            assertThat(estimate.n()).isEqualTo((long) n);
        }
        assertThat(told).isGreaterThan(200);
    }

    @Test
    void bands_part_at_seven_and_nine() {
        assertThat(List.of(0, 6, 7, 8, 9, 10)).extracting(Recommending::band).containsExactly(0, 0, 1, 1, 2, 2);
    }

    @Test
    void nothing_is_said_where_too_few_answered_twice() {
        var customers = new ArrayList<Customer>();
        for (int i = 0; i < 9; i++) {
            customers.add(new Customer(new int[] {9, 10}, 10, 1, 50.0));
        }
        assertThat(of(customers).worth(9, 10)).isEmpty();
        customers.add(new Customer(new int[] {10, 3}, 10, 0, 50.0));
        assertThat(of(customers).worth(9, 10).orElseThrow().value()).isCloseTo(0.9 * 50, within(1e-9));
        assertThat(of(customers).worth(5, 10)).isEmpty();
    }
}
