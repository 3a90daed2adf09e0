package nl.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LargestRemainderTests {

    @Test
    void what_rounding_down_leaves_goes_to_those_that_lost_most() {
        assertThat(LargestRemainder.shares(new long[] {1, 1, 1}, 100)).containsExactly(34, 33, 33);
        assertThat(LargestRemainder.shares(new long[] {416, 337, 247}, 10)).containsExactly(4, 3, 3);
        assertThat(LargestRemainder.shares(new long[] {0, 0}, 1_000)).containsExactly(0, 0);
        assertThat(LargestRemainder.shares(new long[] {0, 7}, 1_000)).containsExactly(0, 1_000);
    }

    @Test
    void shares_always_add_up() {
        var random = new Random(9);
        for (int i = 0; i < 500; i++) {
            long[] parts = random.longs(4, 0, Long.MAX_VALUE / 8).toArray();
            assertThat(Arrays.stream(LargestRemainder.shares(parts, 1_000)).sum())
                    .isEqualTo(1_000);
        }
    }
}
