package nl.baton.base.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import nl.baton.base.sheet.Sheet.Note;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTests {

    private record Row(String name, long n, @Nullable Double share, double hours) {}

    private static final List<SheetColumn<Row>> COLUMNS = List.of(
            SheetColumn.text("Name", "Who it is", Row::name),
            SheetColumn.whole("n", "How many", Row::n),
            SheetColumn.share("Broken", "Broken / judged", Row::share),
            SheetColumn.decimal("Hours", "", Row::hours),
            SheetColumn.moment("Made", "", row -> LocalDateTime.of(2026, 3, 2, 9, 30)));

    private static Sheet<Row> sheet(Row... rows) {
        return new Sheet<>("Lanes", COLUMNS, List.of(rows), List.of(new Note("Filter", "all <there> is & more")));
    }

    private static String csv(Locale locale, Row... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        CsvSheet.write(sheet(rows), locale, out);
        return out.toString(UTF_8);
    }

    private static Map<String, String> excel(Sheet<Row> sheet) throws IOException {
        var out = new ByteArrayOutputStream();
        ExcelSheet.write(sheet, "Definitions", out);
        Map<String, String> parts = new HashMap<>();
        Path file = Files.createTempFile("sheet", ".xlsx");
        Files.write(file, out.toByteArray());
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        Files.delete(file);
        return parts;
    }

    @Test
    void a_dutch_spreadsheet_opens_it_with_semicolons_and_commas_and_an_english_one_with_commas_and_points()
            throws IOException {
        Row row = new Row("A \"b\"; c", 1204, 0.310924, 14.25);
        assertThat(csv(Locale.of("nl"), row))
                .isEqualTo("\uFEFFName;n;Broken, %;Hours;Made\r\n"
                        + "\"A \"\"b\"\"; c\";1204;31,0924;14,25;2026-03-02 09:30:00\r\n");
        assertThat(csv(Locale.ENGLISH, row))
                .isEqualTo("\uFEFFName,n,\"Broken, %\",Hours,Made\r\n"
                        + "\"A \"\"b\"\"; c\",1204,31.0924,14.25,2026-03-02 09:30:00\r\n");
    }

    @Test
    void what_is_not_there_is_an_empty_cell() throws IOException {
        assertThat(csv(Locale.ENGLISH, new Row("A", 0, null, -0.5))).endsWith("A,0,,-0.5,2026-03-02 09:30:00\r\n");
        assertThat(excel(sheet(new Row("A", 0, null, 0))).get("xl/worksheets/sheet1.xml"))
                .doesNotContain("r=\"C2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1"})
    void a_text_that_would_be_a_formula_is_none(String evil) throws IOException {
        assertThat(csv(Locale.ENGLISH, new Row(evil, 1, 1.0, 1))).contains("'" + evil);
        String tab = excel(sheet(new Row(evil, 1, 1.0, 1))).get("xl/worksheets/sheet1.xml");
        assertThat(tab).contains("t=\"inlineStr\"").doesNotContain("<f>");
    }

    @Test
    void a_workbook_says_what_its_columns_mean_and_keeps_numbers_numbers() throws IOException {
        Map<String, String> book = excel(sheet(new Row("A", 1204, 0.310924, 14.25)));
        assertThat(book.get("xl/workbook.xml")).contains("name=\"Lanes\"").contains("name=\"Definitions\"");
        assertThat(book.get("xl/worksheets/sheet1.xml"))
                .contains("<v>1204</v>")
                .contains("<v>0.310924</v>")
                .contains("<v>14.25</v>");
        assertThat(book.get("xl/worksheets/sheet2.xml"))
                .contains("Broken / judged")
                .contains("all &lt;there&gt; is &amp; more")
                .doesNotContain("Hours");
        assertThat(book.get("xl/styles.xml")).contains("0.0%");
    }

    @Test
    void rows_without_end_take_no_more_memory_than_a_few() throws IOException {
        Iterable<Row> many = () -> IntStream.range(0, 200_000)
                .mapToObj(i -> new Row("row " + i, i, 0.5, i))
                .iterator();
        var counted = new long[1];
        ExcelSheet.write(new Sheet<>("Lanes", COLUMNS, many, List.of()), "Definitions", new OutputStream() {
            @Override
            public void write(int one) {
                counted[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                counted[0] += length;
            }
        });
        assertThat(counted[0]).isGreaterThan(1_000_000);
    }
}
