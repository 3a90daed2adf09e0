package nl.baton.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTests {

    private final Formats dutch = Formats.of(Locale.of("nl", "NL"));
    private final Formats english = Formats.of(Locale.US);

    @Test
    void numbers_are_written_as_the_language_does() {
        assertThat(dutch.number(1204)).isEqualTo("1.204");
        assertThat(english.number(1204)).isEqualTo("1,204");
        assertThat(dutch.number(81.55, 1)).isEqualTo("81,6");
        assertThat(english.number(81.55, 1)).isEqualTo("81.6");
    }

    @Test
    void minus_is_a_minus_and_nothing_has_none() {
        assertThat(dutch.number(-4.7, 1)).isEqualTo("−4,7");
        assertThat(dutch.number(-0.04, 1)).isEqualTo("0,0");
        assertThat(english.signed(3.7, 1)).isEqualTo("+3.7");
        assertThat(english.signed(-4.7, 1)).isEqualTo("−4.7");
        assertThat(english.signed(0.01, 1)).isEqualTo("0.0");
    }

    @Test
    void a_percent_sign_does_not_break_away() {
        assertThat(dutch.percent(0.816, 1)).isEqualTo("81,6\u00a0%");
    }

    @Test
    void ranges_take_an_en_dash() {
        assertThat(english.range(13.9, 14.8, 1)).isEqualTo("13.9–14.8");
        assertThat(english.range(-2, 3, 0)).isEqualTo("−2\u00a0–\u00a03");
        assertThat(dutch.percentRange(new Interval(0.139, 0.148, 20_322), 1)).isEqualTo("13,9–14,8");
    }

    @Test
    void dates_have_no_dots_and_say_the_year_once() {
        assertThat(dutch.date(LocalDate.of(2026, 4, 22))).isEqualTo("22 apr 2026");
        assertThat(english.date(LocalDate.of(2026, 9, 3))).isEqualTo("3 Sep 2026");
        assertThat(english.period(new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 28))))
                .isEqualTo("1 Mar – 28 May 2026");
        assertThat(dutch.period(new Period(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 3))))
                .isEqualTo("1 dec 2025 – 3 jan 2026");
        assertThat(dutch.dateTime(Instant.parse("2026-05-28T12:05:00Z"), ZoneId.of("Europe/Amsterdam")))
                .isEqualTo("28 mei 2026, 14:05");
    }

    @Test
    void a_duration_is_told_in_the_unit_that_fits() {
        assertThat(dutch.duration(Duration.ofSeconds(45))).isEqualTo("45\u00a0s");
        assertThat(dutch.duration(Duration.ofSeconds(272))).isEqualTo("4,5\u00a0min");
        assertThat(dutch.duration(Duration.ofHours(3))).isEqualTo("3,0\u00a0uur");
        assertThat(english.duration(Duration.ofHours(72))).isEqualTo("3.0\u00a0days");
    }
}
