package nl.baton.value.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LossTests {

    private static final Optional<Rhythm> MONTHLY = Optional.of(new Rhythm(30, true));
    private static final int DAY = 1_000;

    private static boolean follows(int... purchases) {
        return Loss.follows(DAY, Dealings.ofPurchases(purchases), MONTHLY);
    }

    private static boolean follows(Dealings dealings) {
        return Loss.follows(DAY, dealings, Optional.empty());
    }

    @Test
    void a_contract_that_ends_within_the_half_year_is_a_loss() {
        assertThat(follows(contract(DAY))).isTrue();
        assertThat(follows(contract(DAY + 180))).isTrue();
        assertThat(follows(contract(DAY + 181))).isFalse();
        assertThat(follows(contract(DAY - 1))).isFalse();
        assertThat(follows(contract(Dealings.RUNS_ON))).isFalse();
    }

    private static Dealings contract(int end) {
        return new Dealings(new int[0], new int[] {DAY - 300}, new int[] {end});
    }

    @Test
    void a_silence_of_more_than_two_rhythms_is_a_loss_when_it_becomes_one_within_the_half_year() {
        assertThat(follows(DAY - 61)).as("silent too long already").isFalse();
        assertThat(follows(DAY - 60)).as("silent too long from the next day on").isTrue();
        assertThat(follows(DAY - 60, DAY + 1)).as("back in time").isTrue();
        assertThat(follows(DAY - 60, DAY + 1, DAY + 50, DAY + 100, DAY + 150)).isFalse();
        assertThat(follows(DAY - 200, DAY + 119)).as("on the last day").isTrue();
        assertThat(follows(DAY - 200, DAY + 120)).as("a day too late").isFalse();
        assertThat(Loss.follows(DAY, Dealings.ofPurchases(DAY - 10), Optional.empty()))
                .as("without a rhythm no silence is too long")
                .isFalse();
    }

    @Test
    void while_a_contract_runs_nobody_is_silent() {
        var runs = new Dealings(new int[] {DAY - 10}, new int[] {DAY - 300}, new int[] {Dealings.RUNS_ON});

        assertThat(Loss.follows(DAY, runs, MONTHLY)).isFalse();
    }
}
