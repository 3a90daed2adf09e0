package nl.baton.intake.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.baton.intake.item.ItemErrors.ItemError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;

class FieldsTests {

    private static final ItemContext CONTEXT =
            new ItemContext(Instant.parse("2026-06-01T12:00:00Z"), ZoneId.of("Europe/Amsterdam"));

    private final ItemErrors errors = new ItemErrors();

    @ParameterizedTest
    @CsvSource({
        "12.50, 12.5",
        "1E+2, 100",
        "0e999999999, 0",
        "-999999.99, -999999.99",
        "9999999, ",
        "0.001, ",
        "1e999999999, ",
        "1e-999999999, ",
        "1e99999999999, "
    })
    void a_number_is_held_to_its_digits_without_writing_them_out(String json, BigDecimal expected) {
        BigDecimal number = read("{\"n\":" + json + "}", fields -> fields.number("n", 6, 2));
        if (expected == null) {
            assertThat(paths()).containsExactly("n");
        } else {
            assertThat(number).isEqualByComparingTo(expected);
            assertThat(paths()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 10", "7.0, 7", "7.5, ", "-1, ", "11, ", "'\"5\"', ", "1e999999999, "})
    void a_whole_number_lies_between_its_bounds(String json, Integer expected) {
        Integer whole = read("{\"n\":" + json + "}", fields -> fields.whole("n", 0, 10));
        assertThat(whole).isEqualTo(expected);
        assertThat(errors.none()).isEqualTo(expected != null);
    }

    @Test
    void a_day_by_which_something_is_due_ends_in_the_company_s_zone() {
        Instant day = read("{\"due\":\"2026-03-29\"}", fields -> fields.requiredDue("due"));
        assertThat(day).isEqualTo("2026-03-29T22:00:00Z");
        Instant moment = read("{\"due\":\"2026-03-29T10:00:00.1234567+02:00\"}", fields -> fields.requiredDue("due"));
        assertThat(moment).as("as exactly as the database keeps it").isEqualTo("2026-03-29T08:00:00.123456Z");
        read("{\"due\":\"2200-01-01\"}", fields -> fields.requiredDue("due"));
        read("{\"due\":\"2026-02-30\"}", fields -> fields.requiredDue("due"));
        assertThat(paths()).containsExactly("due", "due");
    }

    @Test
    void a_birth_date_may_lie_before_1970() {
        LocalDate born = read("{\"born\":\"1931-05-06\"}", fields -> fields.birthday("born"));
        assertThat(born).isEqualTo(LocalDate.of(1931, 5, 6));
    }

    @Test
    void blanks_and_null_are_no_values() {
        String missing = read("{\"a\":\" \",\"b\":null}", fields -> {
            assertThat(fields.text("a", 5)).isNull();
            assertThat(fields.has("b")).isFalse();
            return fields.requiredText("b", 5);
        });
        assertThat(missing).isEmpty();
        assertThat(paths()).containsExactly("b");
    }

    @Test
    void objects_under_names_of_the_sender_s_choice_keep_their_paths() {
        Map<String, String> read = read(
                "{\"attributes\":{\"tier\":{\"value\":\"A\"},\"size\":{\"value\":5},\" \":{\"value\":\"x\"}}}",
                fields -> fields.named("attributes", 10, 80, part -> part.requiredText("value", 20)));
        assertThat(read).containsEntry("tier", "A");
        assertThat(paths()).containsExactlyInAnyOrder("attributes.size.value", "attributes. ");
    }

    @Test
    void texts_of_a_list_are_read_one_by_one() {
        List<String> texts = read("{\"themes\":[\"a\",\"\",3,\" b \"]}", fields -> fields.texts("themes", 10, 20));
        assertThat(texts).containsExactly("a", "b");
        assertThat(paths()).containsExactly("themes[1]", "themes[2]");
    }

    @Test
    void what_was_not_asked_for_is_unknown_at_any_depth() {
        read("{\"a\":{\"b\":1,\"c\":2},\"d\":[{\"e\":1}]}", fields -> {
            fields.object("a", inner -> inner.whole("b", 0, 5));
            return fields.list("d", 5, inner -> inner.text("x", 5));
        });
        assertThat(paths()).containsExactly("a.c", "d[0].e");
    }

    @Test
    void no_more_is_told_than_a_person_reads() {
        String many = IntStream.range(0, 500).mapToObj(n -> "\"a" + n + "\":1").collect(Collectors.joining(","));
        read("{" + many + "}", fields -> "");
        assertThat(errors.all()).hasSize(20);
    }

    @SuppressWarnings("unchecked")
    private <T> T read(String json, Function<Fields, T> reader) {
        try (JsonParser parser = ItemJson.factory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return Fields.read((Map<String, Object>) ItemJson.read(parser, errors), CONTEXT, errors, reader);
        }
    }

    private List<String> paths() {
        return errors.all().stream().map(ItemError::field).toList();
    }
}
