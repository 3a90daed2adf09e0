package nl.baton.segment.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Areas are as large as what they stand for, and none lies over another. */
class TilingTests {

    @Test
    void areas_go_by_weight_fill_the_field_and_do_not_overlap() {
        var random = new Random(11);
        for (int round = 0; round < 200; round++) {
            List<Double> weights = random.doubles(1 + random.nextInt(11), 0.001, 1000)
                    .map(Math::ceil)
                    .boxed()
                    .sorted((one, other) -> Double.compare(other, one))
                    .toList();
            double total = weights.stream().mapToDouble(Double::doubleValue).sum();
            List<Tiling.Place> places = Tiling.of(weights, 2);

            assertThat(places).hasSameSizeAs(weights);
            for (int i = 0; i < places.size(); i++) {
                Tiling.Place place = places.get(i);
                assertThat(place.width() * place.height()).isCloseTo(weights.get(i) / total, within(1e-9));
                assertThat(place.left()).isBetween(-1e-9, 1.0);
                assertThat(place.left() + place.width()).isLessThan(1 + 1e-9);
                assertThat(place.top() + place.height()).isLessThan(1 + 1e-9);
                places.subList(0, i)
                        .forEach(other -> assertThat(overlap(place, other)).isLessThan(1e-9));
            }
        }
    }

    @Test
    void the_worked_example_of_the_paper_comes_out() {
        List<Tiling.Place> places = Tiling.of(List.of(6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0), 1.5);

        // 6 by 4: two sixes left, over each other, each 3 wide and 2 high; then 4 and 3 side by side
        assertThat(places.get(0)).isEqualTo(new Tiling.Place(0, 0, 0.5, 0.5));
        assertThat(places.get(1)).isEqualTo(new Tiling.Place(0, 0.5, 0.5, 0.5));
        assertThat(places.get(2).height()).isCloseTo(7.0 / 12, within(1e-9));
        assertThat(places.get(3).height()).isCloseTo(7.0 / 12, within(1e-9));
    }

    private static double overlap(Tiling.Place one, Tiling.Place other) {
        double wide =
                Math.min(one.left() + one.width(), other.left() + other.width()) - Math.max(one.left(), other.left());
        double high =
                Math.min(one.top() + one.height(), other.top() + other.height()) - Math.max(one.top(), other.top());
        return Math.max(0, wide) * Math.max(0, high);
    }
}
