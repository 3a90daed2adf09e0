package nl.baton.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DaysTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void days_later_it_is_the_same_clock_time_also_when_summer_time_begins_in_between() {
        Instant tenInTheMorning = Instant.parse("2026-03-27T09:00:00Z");

        assertThat(Days.plusDays(tenInTheMorning, 7, AMSTERDAM)).isEqualTo(Instant.parse("2026-04-03T08:00:00Z"));
    }

    @Test
    void a_clock_time_that_is_skipped_comes_an_hour_later() {
        Instant halfPastTwo = Instant.parse("2026-03-28T01:30:00Z");

        // On 29 March the clock goes from 02:00 to 03:00: 02:30 becomes 03:30.
        assertThat(Days.plusDays(halfPastTwo, 1, AMSTERDAM)).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void of_a_clock_time_that_comes_twice_it_is_the_first() {
        Instant halfPastTwo = Instant.parse("2026-10-24T00:30:00Z");

        assertThat(Days.plusDays(halfPastTwo, 1, AMSTERDAM)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void also_when_it_starts_from_the_second_of_both() {
        Instant secondHalfPastTwo = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(Days.plusDays(secondHalfPastTwo, 0, AMSTERDAM)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(Days.plusDays(secondHalfPastTwo, 1, AMSTERDAM)).isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void a_moment_falls_on_the_day_of_the_zone_and_a_day_ends_with_it() {
        assertThat(Days.dayOf(Instant.parse("2026-05-28T22:30:00Z"), AMSTERDAM)).isEqualTo(LocalDate.of(2026, 5, 29));
        assertThat(Days.endOf(LocalDate.of(2026, 5, 28), AMSTERDAM)).isEqualTo(Instant.parse("2026-05-28T22:00:00Z"));
    }
}
