package nl.baton.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpeningHoursTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(AMSTERDAM).toInstant();
    }

    @Test
    void a_weekend_is_no_business_time() {
        OpeningHours hours = OpeningHours.parse("Mo-Fr 08:30-17:00", AMSTERDAM);

        // Friday afternoon to Monday morning: half an hour and half an hour
        assertThat(hours.between(at("2026-03-06T16:30"), at("2026-03-09T09:00")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void spans_of_one_day_may_be_several_and_overlap() {
        OpeningHours hours = OpeningHours.parse("Mo,We 08:00-12:00,11:00-13:00,14:00-15:00; Sa 10:00-24:00", AMSTERDAM);

        assertThat(hours.between(at("2026-03-02T00:00"), at("2026-03-09T00:00")))
                .isEqualTo(Duration.ofHours(6 + 6 + 14));
        assertThat(hours.workingDay()).isEqualTo(Duration.ofMinutes((6 + 6 + 14) * 60 / 3));
    }

    @Test
    void the_night_of_summer_time_is_an_hour_shorter() {
        OpeningHours hours = OpeningHours.parse("Mo-Su 00:00-24:00", AMSTERDAM);

        assertThat(hours.between(at("2026-03-29T00:00"), at("2026-03-30T00:00")))
                .isEqualTo(Duration.ofHours(23));
    }

    @Test
    void without_hours_business_time_is_calendar_time() {
        assertThat(OpeningHours.parse(null, AMSTERDAM).between(at("2026-03-06T16:30"), at("2026-03-09T09:00")))
                .isEqualTo(Duration.ofMinutes(64 * 60 + 30));
    }

    @Test
    void what_is_closed_is_all_that_is_no_business_time() {
        OpeningHours hours = OpeningHours.parse("Mo-Fr 08:30-12:00,13:00-17:00", AMSTERDAM);

        // Friday afternoon to Monday noon
        assertThat(hours.closed(at("2026-03-06T16:30"), at("2026-03-09T12:30")))
                .containsExactly(
                        new OpeningHours.Closed(at("2026-03-06T17:00"), at("2026-03-09T08:30")),
                        new OpeningHours.Closed(at("2026-03-09T12:00"), at("2026-03-09T12:30")));
        assertThat(OpeningHours.always(AMSTERDAM).closed(at("2026-03-06T16:30"), at("2026-03-09T12:30")))
                .isEmpty();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Instant from = at("2026-03-26T00:00").plusSeconds(random.nextInt(5 * 86_400));
            Instant to = from.plusSeconds(random.nextInt(3 * 86_400));
            Duration closed = hours.closed(from, to).stream()
                    .map(one -> Duration.between(one.from(), one.to()))
                    .reduce(Duration.ZERO, Duration::plus);
            assertThat(closed.plus(hours.between(from, to))).isEqualTo(Duration.between(from, to));
        }
    }

    @Test
    void the_moment_after_some_business_time_is_the_first_that_has_so_much() {
        OpeningHours hours = OpeningHours.parse("Mo-Th 08:30-17:00; Fr 09:00-12:00", AMSTERDAM);
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            Instant from = at("2026-03-02T00:00").plusSeconds(random.nextInt(40 * 86_400));
            Duration business = Duration.ofMinutes(1 + random.nextInt(3_000));
            Instant then = hours.after(from, business);

            assertThat(hours.between(from, then)).isEqualTo(business);
            assertThat(hours.between(from, then.minusMillis(1))).isLessThan(business);
        }
    }

    @Test
    void what_cannot_be_read_is_named() {
        assertThatThrownBy(() -> OpeningHours.parse("Mo-Fr 8 to 5", AMSTERDAM)).hasMessageContaining("Mo-Fr 8 to 5");
        assertThatThrownBy(() -> OpeningHours.parse("Xx 08:00-17:00", AMSTERDAM))
                .hasMessageContaining("Xx");
        assertThatThrownBy(() -> OpeningHours.parse("Mo 17:00-08:00", AMSTERDAM))
                .hasMessageContaining("17:00-08:00");
    }
}
