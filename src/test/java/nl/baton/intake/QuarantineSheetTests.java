package nl.baton.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.baton.database.DatabaseTest;
import nl.baton.intake.QuarantineTable.QuarantinedRow;
import nl.baton.intake.mapping.CheckedFile;
import nl.baton.intake.mapping.Field;
import nl.baton.intake.mapping.MappedRow;
import nl.baton.intake.mapping.MappedRow.Mapped;
import nl.baton.intake.mapping.MappedRow.Rejected;
import nl.baton.intake.mapping.MappedRows;
import nl.baton.intake.mapping.Mapping;
import nl.baton.journey.NewTouchpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Out of Baton and back: what nobody mends comes back as it was, and what is mended changes in nothing else. */
@DatabaseTest
class QuarantineSheetTests {

    /** A file that calls its columns as the sheet does, or like formulas, is where it could go wrong. */
    private static final List<String> COLUMNS = List.of("row", "when", "=who", "raw", "reason");

    private static final Mapping MAPPING = new Mapping(
            "sheet",
            "sheet",
            new EnumMap<>(Map.of(Field.JOURNEY, "row", Field.AT, "when", Field.TEXT, "=who", Field.TOPIC, "raw")),
            null,
            null,
            List.of());

    private static final List<String> TEXTS = List.of(
            "=SUM(A1)",
            "'=SUM(A1)",
            "''=x",
            "+31 6 1234",
            "-5",
            "@anya",
            "\ttab",
            "\rx",
            "'t Hof",
            "''",
            "'",
            "a\"b, c");

    @TempDir
    private Path folder;

    @Autowired
    private ImportTable imports;

    @Autowired
    private QuarantineTable quarantine;

    @Autowired
    private QuarantineSheet sheet;

    @Test
    void every_cell_comes_back_as_it_was() throws IOException {
        var rows = new ArrayList<List<String>>();
        TEXTS.forEach(text -> rows.add(List.of("+1", "broken", text, text, text)));
        String written = sheetOf(csv(rows));
        assertThat(read(written)).allSatisfy(row -> assertThat(row).isInstanceOf(Rejected.class));
        assertThat(read(written)).map(QuarantineSheetTests::raw).isEqualTo(rows);
        assertThat(columns(written)).isEqualTo(COLUMNS);
    }

    @Test
    void the_sheet_holds_nothing_that_a_spreadsheet_would_run() throws IOException {
        var rows = new ArrayList<List<String>>();
        TEXTS.forEach(text -> rows.add(List.of("+1", "broken", text, text, text)));
        assertThat(sheetOf(csv(rows))).doesNotContainPattern("(?m)(^|,)\"?[=+\\-@\t\r](?!\n)");
    }

    @Test
    void a_mended_row_is_imported_with_the_same_mapping_and_else_unchanged() throws IOException {
        var rows = new ArrayList<List<String>>();
        TEXTS.forEach(text -> rows.add(List.of("+1", "broken", text, "-5", "")));
        List<NewTouchpoint> mended = read(sheetOf(csv(rows)).replace(",broken,", ",2026-01-05 10:00,")).stream()
                .map(row -> ((Mapped) row).touchpoint())
                .toList();
        assertThat(mended).hasSameSizeAs(TEXTS);
        assertThat(mended)
                .map(NewTouchpoint::text)
                .isEqualTo(TEXTS.stream().map(String::strip).toList());
        assertThat(mended).allSatisfy(touchpoint -> {
            assertThat(touchpoint.journey().caseNumber()).isEqualTo("+1");
            assertThat(touchpoint.topic()).isEqualTo("-5");
        });
    }

    @Test
    void a_row_of_too_many_or_too_few_cells_is_not_taken_for_whole_before_it_is_mended() throws IOException {
        List<List<String>> rows = List.of(
                List.of("1", "2026-01-05", "x"),
                List.of("2", "2026-01-05", "a", "b", "c", "=d"),
                List.of("3", "2026-01-05", "=x"));
        String written = sheetOf(csv(rows));
        assertThat(read(written)).map(QuarantineSheetTests::raw).isEqualTo(rows);
        String mended = written.replace("3,2026-01-05,'=x,,,", "3,2026-01-05,'=x,topic,,");
        assertThat(read(mended).getLast()).isInstanceOfSatisfying(Mapped.class, row -> {
            assertThat(row.touchpoint().text()).isEqualTo("=x");
            assertThat(row.touchpoint().topic()).isEqualTo("topic");
        });
    }

    @Test
    void a_line_of_the_sheet_that_lost_a_cell_is_set_aside() throws IOException {
        String written = sheetOf(csv(List.of(List.of("1", "broken", "a", "b", "c"))));
        assertThat(read(written.replace(",broken,", ","))).first().isInstanceOf(Rejected.class);
    }

    @Test
    void more_rows_than_are_read_at_once_are_all_there() throws IOException {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < 95; i++) {
            rows.add(List.of("" + i, "broken", "x", "", ""));
        }
        assertThat(read(sheetOf(csv(rows)))).map(QuarantineSheetTests::raw).isEqualTo(rows);
    }

    @Test
    void an_apostrophe_in_any_other_file_is_left_alone() throws IOException {
        assertThat(read(csv(List.of(List.of("1", "broken", "'=x", "'-5", "")))))
                .map(QuarantineSheetTests::raw)
                .containsExactly(List.of("1", "broken", "'=x", "'-5", ""));
    }

    private static String csv(List<List<String>> rows) throws IOException {
        var out = new StringWriter();
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(COLUMNS);
        rows.forEach(csv::writeRecord);
        csv.flush();
        return out.toString();
    }

    /** What is downloaded after the import of this file. */
    private String sheetOf(String content) throws IOException {
        String id = UUID.randomUUID().toString();
        imports.insert(id, "sheet.csv", MAPPING, "steward");
        imports.done(id);
        imports.storing(id, 0, columns(content));
        quarantine.insert(
                id,
                read(content).stream()
                        .map(row -> QuarantinedRow.of((Rejected) row))
                        .toList());
        var out = new ByteArrayOutputStream();
        sheet.write(id, Locale.ENGLISH, out);
        return out.toString(UTF_8);
    }

    private List<String> columns(String content) throws IOException {
        return check(content).columns();
    }

    private List<MappedRow> read(String content) throws IOException {
        var all = new ArrayList<MappedRow>();
        try (MappedRows rows = check(content).open(Clock.systemUTC())) {
            for (MappedRow row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }

    private CheckedFile check(String content) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "sheet", ".csv"), content);
        return CheckedFile.check(file, MAPPING, ZoneOffset.UTC, rows -> {});
    }

    private static List<String> raw(MappedRow row) {
        return ((Rejected) row).row().raw();
    }
}
