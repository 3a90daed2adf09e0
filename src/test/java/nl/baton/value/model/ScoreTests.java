package nl.baton.value.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores, their names, and tiers. */
class ScoreTests {

    private static Quintiles quintiles(double... values) {
        var counts = new TreeMap<Double, Long>();
        Arrays.stream(values).forEach(value -> counts.merge(value, 1L, Long::sum));
        var builder = new Quintiles.Builder(values.length);
        counts.forEach(builder::add);
        return builder.build();
    }

    private static Tiers tiers(double... values) {
        var counts = new TreeMap<Double, Long>();
        Arrays.stream(values).forEach(value -> counts.merge(value, 1L, Long::sum));
        var builder = new Tiers.Builder(values.length);
        counts.descendingMap().forEach(builder::add);
        return builder.build();
    }

    @Test
    void scores_follow_the_definition_whatever_is_equal() {
        var random = new Random(1);
        for (int round = 0; round < 200; round++) {
            int n = 20 + random.nextInt(60);
            double[] values =
                    random.ints(n, 0, 1 + random.nextInt(30)).asDoubleStream().toArray();
            Quintiles quintiles = quintiles(values);
            for (double value : values) {
                double worse =
                        Arrays.stream(values).filter(other -> other < value).count();
                double equal =
                        Arrays.stream(values).filter(other -> other == value).count();
                int score = 1 + (int) Math.floor(5 * (worse + equal / 2) / n);
                assertThat(quintiles.score(value)).hasValue(score);
            }
        }
    }

    @Test
    void all_equal_are_in_the_middle_and_fewer_than_twenty_have_no_scores() {
        double[] equal = new double[20];
        assertThat(quintiles(equal).score(0)).hasValue(3);
        assertThat(quintiles(new double[19]).score(0)).isEmpty();
        double[] different = new double[20];
        Arrays.setAll(different, i -> i);
        Quintiles scores = quintiles(different);
        assertThat(Arrays.stream(different)
                        .mapToInt(value -> scores.score(value).orElseThrow()))
                .containsExactly(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5);
    }

    @Test
    void every_cell_has_one_name_and_none_is_a_stage() {
        Map<RfmSegment, Integer> cells = new EnumMap<>(RfmSegment.class);
        for (int r = 1; r <= 5; r++) {
            for (int f = 1; f <= 5; f++) {
                for (int m = 1; m <= 5; m++) {
                    RfmSegment segment = RfmSegment.of(r, f, m);
                    int fm = (int) Math.ceil((f + m) / 2.0);
                    assertThat(names(r, fm)).containsExactly(segment);
                    cells.merge(segment, 1, Integer::sum);
                }
            }
        }
        assertThat(cells).hasSameSizeAs(RfmSegment.values());
        assertThat(cells.values().stream().mapToInt(n -> n).sum()).isEqualTo(125);
        assertThat(Arrays.stream(LifecycleStage.values()).map(Enum::name))
                .doesNotContainAnyElementsOf(
                        Arrays.stream(RfmSegment.values()).map(Enum::name).toList());
    }

    private static List<RfmSegment> names(int r, int fm) {
        return Arrays.stream(RfmSegment.values())
                .filter(name -> defined(name, r, fm))
                .toList();
    }

    /** The definition, name by name. */
    private static boolean defined(RfmSegment name, int r, int fm) {
        return switch (name) {
            case CHAMPIONS -> r == 5 && fm >= 4;
            case LOYAL -> (r == 4 || r == 3) && fm >= 4;
            case POTENTIAL_LOYALIST -> (r == 5 || r == 4) && (fm == 3 || fm == 2);
            case NEWCOMER -> r == 5 && fm == 1;
            case PROMISING -> r == 4 && fm == 1;
            case NEED_ATTENTION -> r == 3 && fm == 3;
            case ABOUT_TO_SLEEP -> r == 3 && fm <= 2;
            case SLIPPING -> r == 2 && fm >= 3 || r == 1 && fm == 3;
            case HIBERNATING -> r == 2 && fm <= 2 || r == 1 && fm == 2;
            case CANT_LOSE_THEM -> r == 1 && fm >= 4;
            case GONE -> r == 1 && fm == 1;
        };
    }

    @Test
    void tiers_follow_the_definition_whatever_is_equal() {
        var random = new Random(2);
        for (int round = 0; round < 200; round++) {
            int n = 1 + random.nextInt(60);
            double[] values =
                    random.ints(n, -5, 1 + random.nextInt(30)).asDoubleStream().toArray();
            Tiers tiers = tiers(values);
            for (double value : values) {
                double better =
                        Arrays.stream(values).filter(other -> other > value).count();
                Tier tier = value > 0 && better / n < 0.1 ? Tier.A : value > 0 && better / n < 0.3 ? Tier.B : Tier.C;
                assertThat(tiers.of(value)).isEqualTo(tier);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"10, A", "9, B", "8, B", "7, C", "1, C"})
    void of_ten_one_is_an_a_and_two_are_a_b(double value, Tier tier) {
        assertThat(tiers(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).of(value)).isEqualTo(tier);
    }

    @Test
    void who_is_worth_nothing_is_a_c_even_among_the_best() {
        Tiers tiers = tiers(0, 0, -3);
        assertThat(tiers.of(0)).isEqualTo(Tier.C);
        assertThat(tiers.of(-3)).isEqualTo(Tier.C);
        assertThat(tiers(5, 5, 5, 5).of(5)).isEqualTo(Tier.A);
        assertThat(new Tiers.Builder(0).build().of(5)).isEqualTo(Tier.C);
    }
}
