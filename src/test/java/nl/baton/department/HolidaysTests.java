package nl.baton.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HolidaysTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Holidays DUTCH = Holidays.of("NL");
    private static final OpeningHours OFFICE = OpeningHours.parse("Mo-Fr 09:00-17:00", AMSTERDAM, DUTCH);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(AMSTERDAM).toInstant();
    }

    private static boolean on(String code, String day) {
        return Holidays.of(code).on(LocalDate.parse(day));
    }

    @Test
    void easter_monday_moves_and_good_friday_is_a_holiday_in_germany_only() {
        assertThat(on("NL", "2024-04-01")).isTrue();
        assertThat(on("NL", "2025-04-21")).isTrue();
        assertThat(on("NL", "2026-04-06")).isTrue();
        assertThat(on("NL", "2026-04-07")).isFalse();

        assertThat(on("NL", "2026-04-03")).isFalse();
        assertThat(on("BE", "2026-04-03")).isFalse();
        assertThat(on("DE", "2026-04-03")).isTrue();
    }

    @Test
    void the_kings_day_is_a_day_earlier_when_the_27th_is_a_sunday() {
        assertThat(on("NL", "2025-04-26")).isTrue();
        assertThat(on("NL", "2025-04-27")).isFalse();
        assertThat(on("NL", "2026-04-27")).isTrue();
        assertThat(on("NL", "2026-04-26")).isFalse();
        assertThat(on("NL", "2013-04-30")).isTrue();
    }

    @Test
    void each_country_has_its_own_and_some_parts_have_more() {
        assertThat(on("BE", "2026-07-21")).isTrue();
        assertThat(on("NL", "2026-07-21")).isFalse();
        assertThat(on("BE", "2026-12-26")).isFalse();
        assertThat(on("NL", "2026-12-26")).isTrue();
        assertThat(on("DE", "2026-10-03")).isTrue();
        assertThat(on("DE", "2026-01-06")).isFalse();
        assertThat(on("DE-BY", "2026-01-06")).isTrue();
        assertThat(on("DE-BY", "2026-10-03")).isTrue();
        assertThat(on("DE-NW", "2026-11-01")).isTrue();
        assertThat(on("DE-BE", "2026-11-01")).isFalse();
    }

    @Test
    void there_are_the_three_countries_and_the_sixteen_german_states() {
        assertThat(Holidays.codes()).startsWith("NL", "BE", "DE", "DE-BB").hasSize(19);
        assertThat(Holidays.of("DE-BY").name(Locale.ENGLISH)).isEqualTo("Germany, Bavaria");
        assertThat(DUTCH.name(Locale.of("nl"))).isEqualTo("Nederland");
        assertThat(Holidays.of(null)).isSameAs(Holidays.NONE);
        assertThatThrownBy(() -> Holidays.of("XX")).hasMessageContaining("XX");
        assertThatThrownBy(() -> Holidays.of("nl")).hasMessageContaining("nl");
    }

    @Test
    void the_next_one_is_named_in_the_readers_language() {
        assertThat(DUTCH.next(LocalDate.parse("2026-12-27"), Locale.of("nl"))).hasValueSatisfying(next -> {
            assertThat(next.day()).isEqualTo("2027-01-01");
            assertThat(next.name()).isEqualTo("Nieuwjaar");
        });
        assertThat(Holidays.NONE.next(LocalDate.parse("2026-12-27"), Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void a_wait_over_christmas_counts_the_days_between_only() {
        // Thursday 24 December 2026 to Monday 28: Christmas on Friday, Boxing Day on Saturday
        assertThat(OFFICE.between(at("2026-12-24T16:00"), at("2026-12-28T10:00")))
                .isEqualTo(Duration.ofHours(2));
        // two years earlier both lay in the week
        assertThat(OFFICE.between(at("2024-12-24T16:00"), at("2024-12-30T10:00")))
                .isEqualTo(Duration.ofHours(1 + 8 + 1));
        assertThat(OFFICE.after(at("2026-12-24T16:00"), Duration.ofHours(2))).isEqualTo(at("2026-12-28T10:00"));
    }

    @Test
    void a_holiday_begins_and_ends_at_midnight_in_the_departments_own_zone() {
        OpeningHours always = OpeningHours.parse(null, ZoneId.of("America/New_York"), DUTCH);

        // New Year in New York is 05:00 to 05:00 UTC
        assertThat(always.between(Instant.parse("2026-01-01T04:00:00Z"), Instant.parse("2026-01-02T06:00:00Z")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void with_holidays_but_no_hours_all_other_days_are_open_round_the_clock() {
        OpeningHours always = OpeningHours.parse("", AMSTERDAM, DUTCH);

        assertThat(always.isAlways()).isFalse();
        assertThat(always.between(at("2026-12-24T00:00"), at("2026-12-28T00:00")))
                .isEqualTo(Duration.ofHours(48));
        // the night of winter time has an hour more
        assertThat(always.between(at("2026-10-24T12:00"), at("2026-10-26T12:00")))
                .isEqualTo(Duration.ofHours(49));
        assertThat(always.workingDay()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void a_holiday_that_falls_on_the_day_of_a_clock_change_is_closed_all_the_same() {
        // Easter Sunday 2024 was the last Sunday of March
        OpeningHours always = OpeningHours.parse(null, AMSTERDAM, DUTCH);

        assertThat(always.between(at("2024-03-30T00:00"), at("2024-04-03T00:00")))
                .isEqualTo(Duration.ofHours(48));
    }

    @Test
    void years_add_up_day_by_day() {
        OpeningHours hours = OpeningHours.parse("Mo-Th 08:30-17:00; Fr 09:00-12:00; Su 01:00-04:00", AMSTERDAM, DUTCH);
        Duration total = Duration.ZERO;
        for (LocalDate day = LocalDate.parse("2019-01-01");
                day.isBefore(LocalDate.parse("2027-01-01"));
                day = day.plusDays(1)) {
            total = total.plus(hours.between(
                    day.atStartOfDay(AMSTERDAM).toInstant(),
                    day.plusDays(1).atStartOfDay(AMSTERDAM).toInstant()));
        }

        assertThat(hours.between(at("2019-01-01T00:00"), at("2027-01-01T00:00")))
                .isEqualTo(total);
        assertThat(total)
                .isLessThan(OpeningHours.parse("Mo-Th 08:30-17:00; Fr 09:00-12:00; Su 01:00-04:00", AMSTERDAM)
                        .between(at("2019-01-01T00:00"), at("2027-01-01T00:00")));
    }

    @Test
    void the_moment_after_some_business_time_passes_over_holidays() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            Instant from = at("2025-11-01T00:00").plusSeconds(random.nextInt(300 * 86_400));
            Duration business = Duration.ofMinutes(1 + random.nextInt(9_000));
            Instant then = OFFICE.after(from, business);

            assertThat(OFFICE.between(from, then)).isEqualTo(business);
            assertThat(OFFICE.between(from, then.minusMillis(1))).isLessThan(business);
        }
    }

    @Test
    void a_zone_that_lost_a_day_has_lost_its_hours_too() {
        // Samoa went from Thursday 29 to Saturday 31 December 2011
        OpeningHours hours = OpeningHours.parse("Mo-Fr 09:00-17:00", ZoneId.of("Pacific/Apia"));

        assertThat(hours.between(
                        LocalDateTime.parse("2011-12-26T00:00")
                                .atZone(ZoneId.of("Pacific/Apia"))
                                .toInstant(),
                        LocalDateTime.parse("2012-01-02T00:00")
                                .atZone(ZoneId.of("Pacific/Apia"))
                                .toInstant()))
                .isEqualTo(Duration.ofHours(4 * 8));
    }

    @Test
    void only_the_part_before_the_skipped_hour_is_open() {
        OpeningHours night = OpeningHours.parse("Su 01:30-02:30", AMSTERDAM);

        assertThat(night.between(at("2026-03-28T12:00"), at("2026-03-30T12:00")))
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void the_timetable_puts_like_days_together() {
        var table = OpeningHours.parse("Mo-We,Fr 08:30-17:00; Th 09:00-12:00", AMSTERDAM)
                .timetable();

        assertThat(table).hasSize(3);
        assertThat(table.getFirst().first()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(table.getFirst().last()).isEqualTo(DayOfWeek.WEDNESDAY);
        assertThat(OpeningHours.always(AMSTERDAM).timetable()).isEmpty();
    }
}
