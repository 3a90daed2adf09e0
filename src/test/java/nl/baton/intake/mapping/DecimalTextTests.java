package nl.baton.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people write them. */
class DecimalTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            12 12
            12.5 12.5
            12,50 12.50
            1.234,56 1234.56
            1,234.56 1234.56
            1.234.567 1234567
            1,234,567 1234567
            1234.567 1234.567
            -3,25 -3.25
            −3 -3
            +7 7
            €12,50 12.50
            0,125 0.125
            """)
    void a_number_is_read_in_either_notation(String text, String number) {
        assertThat(DecimalText.parse(text)).isEqualTo(number);
        assertThat(DecimalText.ambiguous(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "abc", "1.2.3", "1,23,4", "1.234,5,6", "12-", "1e5", "..", "5 stuks"})
    void what_is_no_number_is_none(String text) {
        assertThat(DecimalText.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,234", "-12,500", "€ 999.000"})
    void thousands_or_thousandths_nobody_can_tell(String text) {
        assertThat(DecimalText.ambiguous(text)).isTrue();
    }

    @Test
    void blanks_between_digits_are_passed_over() {
        assertThat(DecimalText.parse("€\u00a01 234,50")).isEqualTo("1234.50");
    }
}
