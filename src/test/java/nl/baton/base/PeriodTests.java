package nl.baton.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTests {

    private final Period march = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @Test
    void both_ends_are_included() {
        assertThat(march.days()).isEqualTo(31);
        assertThat(march.contains(LocalDate.of(2026, 3, 1))).isTrue();
        assertThat(march.contains(LocalDate.of(2026, 3, 31))).isTrue();
        assertThat(march.contains(LocalDate.of(2026, 4, 1))).isFalse();
        assertThat(march.contains(LocalDate.of(2026, 2, 28))).isFalse();
    }

    @Test
    void the_previous_period_is_as_long_and_adjoins() {
        assertThat(march.previous()).isEqualTo(new Period(LocalDate.of(2026, 1, 29), LocalDate.of(2026, 2, 28)));
        assertThat(march.previous().days()).isEqualTo(march.days());
    }

    @Test
    void it_ends_on_the_day_asked_for() {
        assertThat(Period.endingOn(LocalDate.of(2026, 5, 28), 90))
                .isEqualTo(new Period(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 5, 28)));
    }

    @Test
    void its_moments_follow_the_clock_of_the_zone() {
        ZoneId amsterdam = ZoneId.of("Europe/Amsterdam");

        assertThat(march.start(amsterdam)).isEqualTo(Instant.parse("2026-02-28T23:00:00Z"));
        // Summer time began on the 29th.
        assertThat(march.end(amsterdam)).isEqualTo(Instant.parse("2026-03-31T22:00:00Z"));
    }

    @Test
    void an_end_before_the_beginning_is_refused() {
        assertThatThrownBy(() -> new Period(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
