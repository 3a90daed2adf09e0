package nl.baton.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.baton.customer.Identity.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notations that are one identity, and what cannot be one. */
class IdentityFormsTests {

    private final IdentityForms forms = new IdentityForms(new CustomerProperties("NL", List.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "06 1234 5678",
                "+31 6 1234 5678",
                "0031612345678",
                "+31 (0)6-12.34.56.78",
                "tel:+31-6-12345678",
                "(06) 12345678"
            })
    void a_phone_number_is_one_in_every_notation(String written) {
        assertThat(forms.of(Kind.PHONE, written, null)).contains("PHONE:+31612345678");
        assertThat(forms.wellFormed(Kind.PHONE, written)).isTrue();
    }

    @Test
    void an_extension_and_another_country_are_another_phone() {
        assertThat(forms.of(Kind.PHONE, "020 123 4567 ext. 12", null)).contains("PHONE:+31201234567x12");
        assertThat(forms.of(Kind.PHONE, "+32 2 123 45 67", null)).contains("PHONE:+3221234567");
        assertThat(new IdentityForms(new CustomerProperties("BE", List.of())).of(Kind.PHONE, "02 123 45 67", null))
                .contains("PHONE:+3221234567");
    }

    @Test
    void what_is_no_number_anywhere_is_told_apart_by_its_digits_if_it_has_enough() {
        assertThat(forms.of(Kind.PHONE, "1234 5678 9012 3456 7890", null)).contains("PHONE:12345678901234567890");
        assertThat(forms.wellFormed(Kind.PHONE, "1234 5678 9012 3456 7890")).isFalse();
        assertThat(forms.wellFormed(Kind.PHONE, "06 0000")).isFalse();
        assertThat(forms.of(Kind.PHONE, "n/a", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "K.Vos@Voorbeeld.NL, EMAIL:k.vos@voorbeeld.nl, true",
        "' k.vos@voorbeeld.nl ', EMAIL:k.vos@voorbeeld.nl, true",
        "k.vos@bücher.example, EMAIL:k.vos@xn--bcher-kva.example, true",
        "k.vos+web@voorbeeld.nl, EMAIL:k.vos+web@voorbeeld.nl, true",
        "k.vos@voorbeeld, EMAIL:k.vos@voorbeeld, false",
        "k..vos@voorbeeld.nl, EMAIL:k..vos@voorbeeld.nl, false",
        "k vos@voorbeeld.nl, EMAIL:kvos@voorbeeld.nl, false",
        "onbekend, EMAIL:onbekend, false"
    })
    void a_mail_address_is_compared_without_case(String written, String form, boolean wellFormed) {
        assertThat(forms.of(Kind.EMAIL, written, null)).contains(form);
        assertThat(forms.wellFormed(Kind.EMAIL, written)).isEqualTo(wellFormed);
    }

    @Test
    void a_number_belongs_to_its_system_and_is_compared_exactly() {
        assertThat(forms.of(Kind.SOURCE, "B-7", "billing")).contains("SOURCE:billing:B-7");
        assertThat(forms.of(Kind.SOURCE, "b-7", "billing")).contains("SOURCE:billing:b-7");
        assertThat(forms.of(Kind.SOURCE, "B-7", null)).isEmpty();
        assertThat(forms.of(Kind.LOYALTY, "zp 700", null)).contains("LOYALTY:zp700");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k.vos@voorbeeld.nl",
                "Kim Vos <k.vos@voorbeeld.nl>",
                "werk: k.vos @ voorbeeld.nl, thuis niet",
                "k.vos＠voorbeeld",
                "06 1234 5678",
                "+31 (0)6-12.34.56.78",
                "612345678",
                "(06) 12345678",
                "bel 020 123 45 67 na zes uur",
                "tel:+32-2-123-45-67"
            })
    void a_text_by_which_somebody_can_be_reached_is_seen(String text) {
        assertThat(forms.reaches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "koop",
                "3500",
                "1234 AB 12",
                "2026-05-01",
                "2026-05-01T10:00:00Z",
                "01/05/2026",
                "tot 1 mei 2026",
                "871687400012345678",
                "@",
                "1.250.000",
                "52.3702 4.8952"
            })
    void what_reaches_nobody_is_not(String text) {
        assertThat(forms.reaches(text)).isFalse();
    }
}
