package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WaitsTests {

    private static Waits fromBuckets(long[] millis) {
        var buckets = new TreeMap<Integer, Long>();
        for (long wait : millis) {
            buckets.merge(WaitBuckets.of(wait), 1L, Long::sum);
        }
        return Waits.fromBuckets(buckets, Arrays.stream(millis).sum());
    }

    @Test
    void quantiles_are_interpolated_between_order_statistics() {
        Waits waits = Waits.exactly(new long[] {1_000, 2_000, 4_000, 8_000}, 15_000);

        assertThat(waits.p50()).isEqualTo(3.0);
        assertThat(waits.p90()).isEqualTo(6.8, within(1e-9));
        assertThat(waits.totalHours()).isEqualTo(15 / 3600.0);
        assertThat(waits.exact()).isTrue();
    }

    @Test
    void the_middle_of_few_waits_lies_between_the_least_and_the_most() {
        Waits waits = Waits.exactly(new long[] {60_000, 36_000_000}, 36_060_000);

        assertThat(waits.p50Low()).isEqualTo(60);
        assertThat(waits.p50High()).isEqualTo(36_000);
    }

    @Test
    void nothing_has_no_quantile() {
        assertThat(Waits.exactly(new long[0], 0).p50()).isNull();
        assertThat(fromBuckets(new long[0]).p90()).isNull();
    }

    @Test
    void buckets_are_at_most_one_percent_off() {
        for (long wait = 1_000; wait < 400L * 86_400_000; wait += 1 + wait / 37) {
            assertThat(WaitBuckets.middle(WaitBuckets.of(wait))).isCloseTo(wait, within(0.0101 * wait));
        }
    }

    @Test
    void quantiles_from_buckets_follow_the_exact_ones_however_few_or_many_there_are() {
        Random random = new Random(3);
        for (int n : new int[] {1, 2, 3, 10, 11, 1_000}) {
            long[] waits = random.longs(n, 1_000, 30L * 86_400_000)
                    .map(wait -> (long) Math.pow(wait, 0.8))
                    .map(wait -> wait + 1_000)
                    .sorted()
                    .toArray();
            Waits exact = Waits.exactly(waits, Arrays.stream(waits).sum());
            Waits rolled = fromBuckets(waits);

            assertThat(rolled.p50()).isCloseTo(Objects.requireNonNull(exact.p50()), within(0.0101 * exact.p50()));
            assertThat(rolled.p90()).isCloseTo(Objects.requireNonNull(exact.p90()), within(0.0101 * exact.p90()));
            assertThat(rolled.totalHours()).isEqualTo(exact.totalHours());
        }
    }
}
