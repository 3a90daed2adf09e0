package nl.baton.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "2010-03-31T15:59:42+01:00 > 2010-03-31T14:59:42Z",
                "2010-03-31T15:59:42.123456789+0100 > 2010-03-31T14:59:42.123456Z",
                "2010-03-31T15:59:42Z > 2010-03-31T15:59:42Z",
                "2010-03-31 15:59:42 UTC > 2010-03-31T15:59:42Z",
                "2011-01-01 00:37:00-05:00 > 2011-01-01T05:37:00Z",
                "2022-05-02T10:00:00.000 > 2022-05-02T08:00:00Z",
                "2022-05-02 10:00 > 2022-05-02T08:00:00Z",
                "2022/05/02 10:00:01,5 > 2022-05-02T08:00:01.5Z",
                "2022-05-02 > 2022-05-01T22:00:00Z",
                "2024-02-29T00:00:00+14 > 2024-02-28T10:00:00Z"
            })
    void iso_times_are_read_however_they_are_written(String text, Instant expected) {
        assertThat(new IsoTime(AMSTERDAM).parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2022-13-01",
                "2022-05-02T24:00",
                "2022-05-02T10:60",
                "2022-05-02T1",
                "2022-05-02T10",
                "2022-05/02",
                "22-05-02",
                "2022-05-02T10:00:00+1",
                "2022-05-02T10:00:00+99:00",
                "2022-05-02T10:00 CET",
                "2022-05-02T10:00:00.",
                "2022-05-02T10:00:00Zx",
                "",
                "-",
                "now",
                "2022-05-0２"
            })
    void what_is_no_iso_time_is_none(String text) {
        assertThat(new IsoTime(AMSTERDAM).parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "29/2/2016 01:16 > 2016-02-29T00:16:00Z",
                "1-7-2016 > 2016-06-30T22:00:00Z",
                "01.07.2016, 9:05:07.25 > 2016-07-01T07:05:07.250Z",
                "1/7/2016 12:30 AM > 2016-06-30T22:30:00Z",
                "1/7/2016 1:30 pm > 2016-07-01T11:30:00Z"
            })
    void dates_with_the_day_first_are_read(String text, Instant expected) {
        assertThat(new NumericDate(AMSTERDAM, true).parse(text)).isEqualTo(expected);
    }

    @Test
    void the_clock_time_that_is_skipped_is_an_hour_later_and_the_double_one_the_first() {
        assertThat(new IsoTime(AMSTERDAM).parse("2026-03-29 02:30")).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(new IsoTime(AMSTERDAM).parse("2026-10-25 02:30")).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void a_figure_above_twelve_shows_which_one_is_the_day() {
        assertThat(style("1/2/2016", "1/13/2016", "3/4/2016")).isEqualTo(TimeDetector.Style.MONTH_FIRST);
        assertThat(style("1/2/2016", "13/1/2016", "3/4/2016")).isEqualTo(TimeDetector.Style.DAY_FIRST);
        assertThat(style("13/1/2016", "14/1/2016", "1/15/2016")).isEqualTo(TimeDetector.Style.DAY_FIRST);
    }

    @Test
    void without_such_a_figure_the_day_comes_first_and_that_is_said() {
        var detector = new TimeDetector();
        detector.observe("1/2/2016");
        assertThat(detector.style()).isEqualTo(TimeDetector.Style.DAY_FIRST);
        assertThat(detector.ambiguous()).isTrue();
        detector.observe("31/2/2016");
        assertThat(detector.ambiguous()).isTrue();
        detector.observe("31/1/2016");
        assertThat(detector.ambiguous()).isFalse();
    }

    @Test
    void broken_times_do_not_hide_how_the_others_are_written() {
        assertThat(style("broken", "2016-01-02", "?", "n/a", "2016-01-03")).isEqualTo(TimeDetector.Style.ISO);
    }

    @Test
    void seconds_and_milliseconds_since_1970_are_told_apart() {
        assertThat(style("1270043982", "1270043982123")).isEqualTo(TimeDetector.Style.EPOCH);
        assertThat(new EpochTime().parse("1270043982")).isEqualTo(Instant.parse("2010-03-31T13:59:42Z"));
        assertThat(new EpochTime().parse("1270043982123")).isEqualTo(Instant.parse("2010-03-31T13:59:42.123Z"));
        assertThat(new EpochTime().parse("1270043982.5")).isEqualTo(Instant.parse("2010-03-31T13:59:42.5Z"));
        assertThat(List.of("12700", "12700439x2", "1270043982.", "1270043982.x", "-1270043982"))
                .allMatch(text -> new EpochTime().parse(text) == null);
    }

    @Test
    void a_given_pattern_is_read_strictly() {
        var pattern = new PatternTime("dd-MM-yyyy HH:mm", AMSTERDAM);
        assertThat(pattern.parse("28-02-2026 10:00")).isEqualTo(Instant.parse("2026-02-28T09:00:00Z"));
        assertThat(pattern.parse("31-02-2026 10:00")).isNull();
        assertThat(new PatternTime("d MMM yyyy", AMSTERDAM).parse("5 mrt 2026"))
                .isEqualTo(new PatternTime("d MMM yyyy", AMSTERDAM).parse("5 Mar 2026"))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HH:mm",
                "bogus",
                "yyyy-MM",
                "YYYY-MM-dd",
                "[[[",
                "yyyy-MM-dd HH:mm:ss.SSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSS"
            })
    void a_pattern_that_tells_no_date_is_refused(String pattern) {
        assertThatThrownBy(() -> PatternTime.check(pattern)).isInstanceOf(InvalidMapping.class);
    }

    private static TimeDetector.Style style(String... values) {
        var detector = new TimeDetector();
        List.of(values).forEach(detector::observe);
        return detector.style();
    }
}
