package nl.baton.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactWishesTests {

    @ParameterizedTest
    @CsvSource({
        "phone, true",
        "Telefoon, true",
        "marketing-phone, true",
        "bellen, true",
        "tel, true",
        "call_back, true",
        "telemarketing, true",
        "newsletter, false",
        "hotel offers, false",
        "belastingaangifte, false",
        "product recall, false"
    })
    void what_somebody_may_be_called_for_is_told_by_whole_words(String purpose, boolean calling) {
        assertThat(ContactWishes.isCalling(purpose)).isEqualTo(calling);
    }
}
