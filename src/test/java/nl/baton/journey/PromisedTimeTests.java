package nl.baton.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromisedTimeTests {

    private static final Duration DAY = Duration.ofHours(8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 working days 4 h|PT20H",
                "2 werkdagen 4 uur|PT20H",
                "2d4h|PT20H",
                "1 werkdag en 30 minuten|PT8H30M",
                "1 day, 2 hours and 5 min|PT10H5M",
                "1,5 uur|PT1H30M",
                "0.5 days|PT4H",
                "90 m|PT1H30M",
                "3 kalenderdagen|",
                "3 kalender dagen|PT24H",
                "PT16H|PT16H",
                "P2D|PT48H"
            })
    void a_time_is_read_as_people_write_it(String text, String duration) {
        if (duration == null) {
            assertThatThrownBy(() -> PromisedTime.read(text, DAY)).isInstanceOf(PromisedTime.Unreadable.class);
        } else {
            assertThat(PromisedTime.read(text, DAY)).isEqualTo(Duration.parse(duration));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2", "2 weeks", "4 h later", "-2 days", "1 day x 2 h", "PT", "99999999 d"})
    void what_cannot_be_read_is_named(String text) {
        assertThatThrownBy(() -> PromisedTime.read(text, DAY))
                .isInstanceOfSatisfying(
                        PromisedTime.Unreadable.class,
                        unreadable -> assertThat(text).contains(unreadable.part()));
    }

    @Test
    void a_day_is_what_the_clock_says_it_is() {
        assertThat(PromisedTime.read("2 days", Duration.ofHours(24))).isEqualTo(Duration.ofHours(48));
        assertThat(PromisedTime.of(Duration.ofHours(20), DAY)).isEqualTo(new PromisedTime(2, 4, 0));
        assertThat(PromisedTime.of(Duration.ofHours(20), Duration.ofHours(24))).isEqualTo(new PromisedTime(0, 20, 0));
        assertThat(PromisedTime.of(Duration.ofSeconds(1), DAY)).isEqualTo(new PromisedTime(0, 0, 1));
    }
}
