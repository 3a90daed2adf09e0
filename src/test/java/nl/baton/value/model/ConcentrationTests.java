package nl.baton.value.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The curve of concentration against adding up the best so many one by one. */
class ConcentrationTests {

    private static Concentration of(double... values) {
        var builder = new Concentration.Builder(values.length);
        var counted = new TreeMap<Double, Long>(Collections.reverseOrder());
        Arrays.stream(values).forEach(value -> counted.merge(value, 1L, Long::sum));
        counted.forEach(builder::add);
        return builder.build();
    }

    @Test
    void every_point_is_what_the_best_so_many_hold_whatever_the_ties() {
        var random = new Random(7);
        for (int run = 0; run < 200; run++) {
            double[] values = random.doubles(1 + random.nextInt(90))
                    .map(value -> Math.rint(20 * value - 5))
                    .toArray();
            double[] sorted = Arrays.stream(values)
                    .map(value -> -value)
                    .sorted()
                    .map(value -> -value)
                    .toArray();
            double all = Arrays.stream(sorted).filter(value -> value > 0).sum();
            Concentration found = of(values);
            assertThat(found.points()).hasSize(all > 0 ? 20 : 0);
            for (Concentration.Point point : found.points()) {
                int best = (int) Math.ceil(values.length * point.percent() / 100.0 - 1e-9);
                double held = Arrays.stream(sorted)
                        .limit(best)
                        .filter(value -> value > 0)
                        .sum();
                assertThat(point.customers()).isEqualTo(best);
                assertThat(point.share()).isCloseTo(held / all, within(1e-12));
            }
        }
    }

    @Test
    void all_worth_the_same_hold_as_much_as_they_are() {
        double[] values = new double[40];
        Arrays.fill(values, 3);
        of(values)
                .points()
                .forEach(point -> assertThat(point.share()).isCloseTo(point.percent() / 100.0, within(1e-12)));
    }

    @Test
    void where_nobody_holds_anything_there_is_no_curve() {
        assertThat(of().points()).isEmpty();
        assertThat(of(0, -4).points()).isEmpty();
        assertThat(of(0, -4).customers()).isEqualTo(2);
    }
}
