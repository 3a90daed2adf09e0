package nl.baton.segment.ui.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.baton.segment.Condition;
import nl.baton.segment.SomeTraits;
import nl.baton.segment.Trait;
import nl.baton.segment.ui.build.DraftAddress.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is being built survives in the address, and nobody harms anything through it. */
class DraftAddressTests {

    private static final Draft NOTHING = new Draft(null, null, null);

    private final DraftAddress address = new DraftAddress(new JsonMapper());

    @Test
    void a_draft_comes_back_as_it_was() {
        SomeTraits.all().forEach(trait -> {
            Condition condition = new Condition.All(
                    List.of(trait, new Condition.Not(new Condition.Any(List.of(new Trait.ComplaintOpen(), trait)))));
            Draft draft = new Draft(condition, "Zomer & winter", 3);

            assertThat(address.read(address.of(draft))).isEqualTo(draft);
        });
        assertThat(address.read(address.beginning(new Trait.ComplaintOpen())).condition())
                .isEqualTo(new Trait.ComplaintOpen());
        assertThat(address.read(QueryParameters.empty())).isEqualTo(NOTHING);
    }

    @Test
    void what_is_too_long_for_an_address_does_not_go_into_it() {
        Set<String> long50 =
                IntStream.range(0, 50).mapToObj(i -> i + "x".repeat(100)).collect(Collectors.toSet());
        Draft draft = new Draft(new Trait.AttributeIs("regio", long50), "lang", 1);

        assertThat(address.read(address.of(draft))).isEqualTo(new Draft(null, "lang", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{}",
                "{\"is\":\"nothing known\"}",
                "{\"is\":\"all\"}",
                "{\"is\":\"all\",\"parts\":[null]}",
                "{\"is\":\"not\"}",
                "{\"is\":\"kind\"}",
                "{\"is\":\"kind\",\"kind\":\"ANONYMOUS\"}",
                "{\"is\":\"consent\"}",
                "{\"is\":\"worth\",\"from\":1}",
                "{\"is\":\"worth\",\"of\":\"TOTAL\",\"from\":1e999999999}",
                "{\"is\":\"worth\",\"of\":\"TOTAL\",\"from\":1e-999999999}",
                "{\"is\":\"worth\",\"of\":\"TOTAL\",\"from\":5,\"below\":4}",
                "{\"is\":\"prefers\",\"value\":\"x\"}",
                "{\"is\":\"lives-as\",\"values\":[\"x\"]}",
                "{\"is\":\"feedback\",\"days\":3}",
                "{\"is\":\"last-score\",\"from\":1,\"to\":2}",
                "{\"is\":\"last-score\",\"kind\":\"COMPLAINT\",\"from\":1,\"to\":2}",
                "{\"is\":\"journey-begun\",\"days\":0}",
                "{\"is\":\"tier\",\"tiers\":[]}",
                "{\"is\":\"tier\",\"tiers\":[null]}",
                "{\"is\":\"tier\",\"tiers\":[\"A\"]",
                "{\"@class\":\"java.lang.Runtime\",\"is\":\"java.lang.Runtime\"}"
            })
    void what_cannot_be_is_left_out(String written) {
        assertThat(address.read(of(written))).isEqualTo(NOTHING);
    }

    @Test
    void what_nobody_oversees_is_left_out() {
        String deep = "{\"is\":\"all\",\"parts\":[".repeat(6) + "{\"is\":\"complaint-open\"}" + "]}".repeat(6);
        String many = "{\"is\":\"all\",\"parts\":["
                + IntStream.range(0, 41)
                        .mapToObj(i -> "{\"is\":\"complaint-open\"}")
                        .collect(Collectors.joining(","))
                + "]}";
        String endless = "{\"is\":\"not\",\"part\":".repeat(900) + "{\"is\":\"complaint-open\"}" + "}".repeat(900);

        for (String written : List.of(deep, many, endless)) {
            assertThat(address.read(of(written))).isEqualTo(NOTHING);
        }
    }

    @Test
    void what_is_no_base_64_or_no_version_is_left_out() {
        for (String text : List.of("%%%", "é", "=", "a", "A".repeat(DraftAddress.LONGEST + 1))) {
            assertThat(address.read(QueryParameters.of("draft", text))).isEqualTo(NOTHING);
        }
        for (String version : List.of("-1", "one", "9999999999", "")) {
            assertThat(address.read(QueryParameters.of("version", version))).isEqualTo(NOTHING);
        }
        assertThat(address.read(QueryParameters.of("name", "x".repeat(201)))).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "nl,2.500,2500",
        "nl,'2.500,50',2500.50",
        "nl,€ 12,12",
        "nl,-3,-3",
        "nl,2500,2500",
        "en,'2,500.5',2500.5",
        "en,80 %,80"
    })
    void numbers_are_read_as_the_reader_writes_them(String language, String typed, BigDecimal number) {
        assertThat(TypedNumber.read(typed, Locale.of(language)).orElseThrow()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "veel", "1e9", "12x", "99999999999999", "0,00001"})
    void what_is_no_number_is_refused(String typed) {
        assertThat(TypedNumber.read(typed, Locale.of("nl"))).isEmpty();
    }

    private static QueryParameters of(String written) {
        return QueryParameters.of(
                "draft",
                Base64.getUrlEncoder().withoutPadding().encodeToString(written.getBytes(StandardCharsets.UTF_8)));
    }
}
