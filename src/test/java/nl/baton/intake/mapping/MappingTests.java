package nl.baton.intake.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.baton.intake.mapping.MappedRow.Mapped;
import nl.baton.intake.mapping.MappedRow.Rejected;
import nl.baton.intake.read.RefusedFile;
import nl.baton.journey.Direction;
import nl.baton.journey.NewTouchpoint;
import nl.baton.journey.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void every_scalar_of_a_touchpoint_can_be_mapped() throws IOException {
        String all = ImportKind.TOUCHPOINT.fields().stream()
                .map(field -> "\"%s\":\"%s\"".formatted(field.code(), field.code()))
                .collect(Collectors.joining(","));
        Mapping mapping = MappingJson.read("{\"journeyType\":\"t\",\"source\":\"crm\",\"columns\":{" + all + "}}");
        String header = mapping.columns().keySet().stream().map(Field::code).collect(Collectors.joining(","));
        String row =
                mapping.columns().keySet().stream().map(MappingTests::example).collect(Collectors.joining(","));
        NewTouchpoint touchpoint =
                ((Mapped) map(mapping, header + "\n" + row + "\n").getFirst()).touchpoint();
        // it has a case, and so needs no type of its own; a receipt is no scalar
        assertThat(touchpoint).hasNoNullFieldsOrPropertiesExcept("journeyType", "receipt");
        assertThat(touchpoint.source()).isEqualTo("crm");
        assertThat(touchpoint.externalId()).isEqualTo("value");
        assertThat(touchpoint.direction()).isEqualTo(Direction.INBOUND);
        assertThat(touchpoint.outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(touchpoint.handedTo()).isEqualTo(new NewTouchpoint.HandedTo("value", "value"));
        assertThat(MappingJson.read(MappingJson.write(mapping))).isEqualTo(mapping);
    }

    private static String example(Field field) {
        return switch (field) {
            case AT -> "2026-01-05 10:00";
            case ENDED_AT -> "2026-01-05 11:00";
            case DIRECTION -> "Inkomend";
            case OUTCOME -> "opgelost";
            case HANDLED_BY -> "Self-service";
            case ANSWERED -> "ja";
            case PURPOSE -> "campagne";
            case VISIBILITY -> "klant";
            case BY -> "KLANT";
            default -> "value";
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "1,,x > at > intake.row.missing",
                "?,2026-01-05,x > journey > intake.row.missing",
                "1,yesterday,x > at > intake.row.no-time",
                "1,1969-12-31,x > at > intake.row.too-early",
                "1,2026-06-03,x > at > intake.row.in-future",
                "1,2026-01-05 > '' > intake.row.ragged",
                "1,2026-01-05,sideways > direction > intake.row.no-word"
            })
    void a_row_is_set_aside_with_its_field_and_reason(String row, String field, String key) throws IOException {
        Mapping mapping = mapping(",\"direction\":\"way\"");
        List<MappedRow> rows = map(mapping, "nr,when,way\n" + row + "\n1,2026-01-05,in\n");
        assertThat(rows.get(0)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.field()).isEqualTo(field);
            assertThat(rejected.reason().key()).isEqualTo(key);
        });
        assertThat(rows.get(1)).isInstanceOf(Mapped.class);
    }

    @Test
    void an_end_before_the_beginning_and_a_value_too_long_are_set_aside() throws IOException {
        Mapping mapping = mapping(",\"endedAt\":\"end\",\"channel\":\"how\"");
        List<MappedRow> rows = map(
                mapping,
                "nr,when,end,how\n1,2026-01-05,2026-01-04,mail\n1,2026-01-05,2026-01-05," + "x".repeat(41) + "\n");
        assertThat(((Rejected) rows.get(0)).reason().key()).isEqualTo("intake.row.ends-before");
        assertThat(((Rejected) rows.get(1)).reason().arguments()).containsExactly("41", "40");
    }

    @Test
    void columns_that_tell_of_the_journey_are_its_attributes() throws IOException {
        Mapping mapping = MappingJson.read("""
                {"journeyType":"t","columns":{"journey":"nr","at":"when"},"missing":["?"],
                 "attributes":["made_sla","case:priority"]}""");
        List<MappedRow> rows = map(
                mapping,
                "nr,when,made_sla,case:priority\n1,2026-01-05, true ,high\n1,2026-01-06,?,\n1,2026-01-06,"
                        + "x".repeat(201) + ",low\n");
        assertThat(((Mapped) rows.get(0)).touchpoint().attributes())
                .isEqualTo(Map.of("made_sla", "true", "priority", "high"));
        assertThat(((Mapped) rows.get(1)).touchpoint().attributes()).isEmpty();
        assertThat((Rejected) rows.get(2)).satisfies(rejected -> {
            assertThat(rejected.field()).isEqualTo("attributes");
            assertThat(rejected.reason().arguments()).containsExactly("made_sla", "201", "200");
        });
        assertThat(MappingJson.read(MappingJson.write(mapping))).isEqualTo(mapping);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "[\"a\",\"case:a\"] > intake.mapping.twice",
                "[\" \"] > intake.mapping.required",
                "[7] > intake.mapping.no-list",
                "\"a\" > intake.mapping.no-list"
            })
    void attributes_that_cannot_be_are_told_of(String attributes, String key) {
        assertThatThrownBy(() -> MappingJson.read(
                        "{\"journeyType\":\"t\",\"columns\":{\"journey\":\"nr\",\"at\":\"when\"},\"attributes\":"
                                + attributes + "}"))
                .isInstanceOfSatisfying(InvalidMapping.class, invalid -> {
                    assertThat(invalid.field()).isEqualTo("attributes");
                    assertThat(invalid.reason().key()).isEqualTo(key);
                });
    }

    @Test
    void a_file_without_a_column_that_is_to_be_an_attribute_is_refused() {
        Mapping mapping = MappingJson.read(
                "{\"journeyType\":\"t\",\"columns\":{\"journey\":\"nr\",\"at\":\"when\"},\"attributes\":[\"made\"]}");
        assertThatThrownBy(() -> map(mapping, "nr,when\n1,2026-01-05\n")).isInstanceOf(MissingColumn.class);
    }

    @Test
    void a_tenth_of_broken_dates_leaves_the_rest() throws IOException {
        var text = new StringBuilder("nr;when\n");
        for (int i = 0; i < 10_000; i++) {
            text.append(i)
                    .append(';')
                    .append(i % 10 == 0 ? "broken " + i : "2026-01-05 10:00")
                    .append('\n');
        }
        List<MappedRow> rows = map(mapping(""), text.toString());
        assertThat(rows.stream().filter(Mapped.class::isInstance)).hasSize(9_000);
        assertThat(rows.stream().filter(Rejected.class::isInstance)).hasSize(1_000);
    }

    @Test
    void rows_that_are_alike_stay_two_and_are_known_again() throws IOException {
        String text = "nr,when\n1,2026-01-05\n1,2026-01-05\n2,2026-01-05\n";
        List<String> ids = identities(map(mapping(""), text));
        assertThat(ids).doesNotHaveDuplicates().hasSize(3);
        assertThat(ids.get(0)).endsWith("#1");
        assertThat(ids.get(1)).endsWith("#2").startsWith(ids.get(0).substring(0, 30));
        assertThat(identities(map(mapping(""), "\"nr\";when\n1;\"2026-01-05\"\n1;2026-01-05\n2;2026-01-05\n")))
                .isEqualTo(ids);
    }

    @Test
    void another_journey_type_makes_another_identity() throws IOException {
        String text = "nr,when\n1,2026-01-05\n";
        Mapping other =
                MappingJson.read("{\"journeyType\":\"other\",\"columns\":{\"journey\":\"nr\",\"at\":\"when\"}}");
        assertThat(identities(map(mapping(""), text))).doesNotContainAnyElementsOf(identities(map(other, text)));
    }

    @Test
    void cells_that_run_together_alike_are_different_rows() throws IOException {
        List<String> ids = identities(map(mapping(""), "nr,when,a,b\n1,2026-01-05,ab,c\n1,2026-01-05,a,bc\n"));
        assertThat(ids).allMatch(id -> id.endsWith("#1")).doesNotHaveDuplicates();
    }

    @Test
    void a_late_value_proves_that_the_month_comes_first() throws IOException {
        String text = "nr,when\n" + "1,2/3/2026\n".repeat(3_000) + "1,2/28/2026\n";
        List<MappedRow> rows = map(mapping(""), text);
        assertThat(((Mapped) rows.getFirst()).touchpoint().at()).isEqualTo(Instant.parse("2026-02-02T23:00:00Z"));
        assertThat(rows).allMatch(Mapped.class::isInstance);
    }

    @Test
    void an_encoding_that_shows_late_is_still_found() throws IOException {
        Path file = Files.write(
                folder.resolve("late.csv"),
                ("nr,when,who\n" + "1,2026-01-05,Jan\n".repeat(20_000) + "2,2026-01-05,Zoë\n3,2026-01-05,Jan\n")
                        .getBytes(Charset.forName("windows-1252")));
        List<MappedRow> rows = map(mapping(",\"agent\":\"who\""), file);
        assertThat(((Mapped) rows.get(20_000)).touchpoint().agent()).isEqualTo("Zoë");
    }

    @Test
    void a_file_without_a_mapped_column_is_refused_by_name() {
        assertThatThrownBy(() -> map(mapping(",\"team\":\"ploeg\""), "nr,when\n1,2026-01-05\n"))
                .isInstanceOfSatisfying(
                        MissingColumn.class,
                        refused -> assertThat(refused.reason().arguments()).containsExactly("ploeg", "team"));
    }

    @Test
    void a_file_with_names_and_no_rows_is_refused() {
        assertThatThrownBy(() -> map(mapping(""), "nr,when\n"))
                .isInstanceOfSatisfying(
                        RefusedFile.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo("intake.refused.no-rows"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "nonsense > mapping",
                "[] > mapping",
                "{} > columns",
                "{\"columns\":{}} > journeyType",
                "{\"journeyType\":\" \",\"columns\":{\"journey\":\"a\",\"at\":\"b\"}} > journeyType",
                "{\"journeyType\":7,\"columns\":{\"journey\":\"a\",\"at\":\"b\"}} > journeyType",
                "{\"journeyType\":\"t\",\"columns\":{\"at\":\"b\"}} > columns.journey",
                "{\"journeyType\":\"t\",\"columns\":{\"journey\":\"a\"}} > columns.at",
                "{\"journeyType\":\"t\",\"columns\":{\"journey\":\"a\",\"at\":\"b\",\"dept\":\"c\"}} > columns.dept",
                "{\"journeyType\":\"t\",\"columns\":{\"journey\":\"a\",\"at\":\"b\",\"handedToTeam\":\"c\"}} > columns.handedTo",
                "{\"journeyType\":\"t\",\"columns\":{\"journey\":\"a\",\"at\":\"b\"},\"timeZone\":\"Mars\"} > timeZone",
                "{\"journeyType\":\"t\",\"columns\":{\"journey\":\"a\",\"at\":\"b\"},\"timeFormat\":\"qq\"} > timeFormat",
                "{\"journeyType\":\"t\",\"columns\":{\"journey\":\"a\",\"at\":\"b\"},\"missing\":\"?\"} > missing",
                "{\"journeyType\":\"t\",\"colums\":{}} > colums"
            })
    void what_is_wrong_with_a_mapping_is_said_by_its_name(String json, String field) {
        assertThatThrownBy(() -> MappingJson.read(json))
                .isInstanceOfSatisfying(
                        InvalidMapping.class,
                        invalid -> assertThat(invalid.field()).isEqualTo(field));
    }

    @Test
    void the_table_of_occurrences_counts_beyond_what_is_kept_in_memory() throws IOException {
        try (var occurrences = Occurrences.of(4_000_000, folder)) {
            for (long i = 1; i <= 2_000_000; i++) {
                assertThat(occurrences.count(i * 0x9E3779B97F4A7C15L)).isOne();
            }
            for (long i = 1; i <= 2_000_000; i += 997) {
                assertThat(occurrences.count(i * 0x9E3779B97F4A7C15L)).isEqualTo(2);
            }
            assertThat(occurrences.count(0)).isOne();
        }
        assertThat(folder.toFile().list()).isEmpty();
    }

    private static Mapping mapping(String moreColumns) {
        return MappingJson.read("""
                {"journeyType":"type","columns":{"journey":"nr","at":"when"%s},"missing":["?"]}
                """.formatted(moreColumns));
    }

    private List<MappedRow> map(Mapping mapping, String text) throws IOException {
        return map(mapping, Files.write(Files.createTempFile(folder, "log", ".csv"), text.getBytes(UTF_8)));
    }

    private static List<MappedRow> map(Mapping mapping, Path file) throws IOException {
        var all = new ArrayList<MappedRow>();
        try (MappedRows rows =
                CheckedFile.check(file, mapping, AMSTERDAM, n -> {}).open(NOW)) {
            for (MappedRow row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }

    private static List<String> identities(List<MappedRow> rows) {
        return rows.stream()
                .map(row -> ((Mapped) row).touchpoint().externalId())
                .toList();
    }
}
