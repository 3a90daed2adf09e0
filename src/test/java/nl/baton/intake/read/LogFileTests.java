package nl.baton.intake.read;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFileTests {

    private static final String SMALL = "case,at,who\n1,2026-01-05 10:00,Anya\n2,2026-01-05 11:00,\"Dom, jr\"\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void the_separator_is_found(char separator) throws IOException {
        String text = "case,at,who\n1,2026-01-05 10:00,Anya\n".replace(',', separator);
        assertThat(rows(text.getBytes(UTF_8))).containsExactly(List.of("1", "2026-01-05 10:00", "Anya"));
    }

    @Test
    void columns_under_each_other_are_told_apart_by_blanks() throws IOException {
        assertThat(rows(" id  day      amount\n 00001 19970101   1.77 \r\n 00002 19970102 112.00".getBytes(UTF_8)))
                .containsExactly(List.of("00001", "19970101", "1.77"), List.of("00002", "19970102", "112.00"));
        assertThat(rows(" 00001 19970101  1   1.77\n 00002 19970102  3 112.00\n".getBytes(UTF_8)))
                .containsExactly(
                        List.of("00001", "19970101", "1", "1.77"), List.of("00002", "19970102", "3", "112.00"));
    }

    @Test
    void columns_told_apart_by_blanks_are_the_same_however_few_characters_are_asked_for() throws IOException {
        String text = " 00001 19970101  1   1.77\n 00002 19970102  3 112.00  \n";
        BlankColumns blanks = BlankColumns.of(text).orElseThrow();
        for (int length = 1; length < 40; length++) {
            var read = new StringBuilder();
            char[] buffer = new char[length];
            Reader reader = blanks.reader(new StringReader(text));
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                read.append(buffer, 0, n);
            }
            assertThat(read)
                    .hasToString("customer\tdate\t#3\tamount\n00001\t19970101\t1\t1.77\n00002\t19970102\t3\t112.00\n");
        }
    }

    @Test
    void words_in_one_column_are_no_table() throws IOException {
        assertThat(rows("what was said\nplease call me\nthank you all\n".getBytes(UTF_8)))
                .containsExactly(List.of("please call me"), List.of("thank you all"));
    }

    @Test
    void decimal_commas_do_not_pass_for_separators() throws IOException {
        assertThat(rows("a;b\n1,5;2,25\n3,5;4,25\n".getBytes(UTF_8)))
                .containsExactly(List.of("1,5", "2,25"), List.of("3,5", "4,25"));
    }

    @Test
    void excels_line_that_names_the_separator_is_no_row() throws IOException {
        assertThat(rows("sep=;\r\na;b\r\n1;x,y\r\n".getBytes(UTF_8))).containsExactly(List.of("1", "x,y"));
    }

    @Test
    void quoted_cells_may_hold_separators_line_ends_and_quotes() throws IOException {
        assertThat(rows("a,b\n\"x,\ny\",\"say \"\"hi\"\"\"\n".getBytes(UTF_8)))
                .containsExactly(List.of("x,\ny", "say \"hi\""));
    }

    @Test
    void blanks_between_separator_and_quote_are_forgiven() throws IOException {
        assertThat(rows("a, b\n1, \"x, y\"\n".getBytes(UTF_8))).containsExactly(List.of("1", "x, y"));
    }

    @Test
    void blank_lines_are_no_rows() throws IOException {
        assertThat(rows("a,b\n\n1,2\n   \n3,4\n\n".getBytes(UTF_8))).hasSize(2);
    }

    @Test
    void a_row_with_more_or_fewer_cells_is_a_row_all_the_same() throws IOException {
        Path file = write("a,b\n1\n1,2,3\n4,5\n".getBytes(UTF_8));
        try (RowReader reader = LogFile.recognise(file).open()) {
            assertThat(reader.next()).matches(Row::ragged);
            assertThat(reader.next()).matches(Row::ragged);
            assertThat(reader.next()).matches(row -> !row.ragged() && row.index() == 2);
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void columns_of_the_same_name_or_none_are_numbered() throws IOException {
        try (RowReader reader =
                LogFile.recognise(write("a, a ,,b\n1,2,3,4\n".getBytes(UTF_8))).open()) {
            assertThat(reader.columns()).containsExactly("a", "a (2)", "#3", "b");
        }
    }

    @Test
    void a_byte_order_mark_tells_the_encoding() throws IOException {
        String text = "\uFEFFnaam,plaats\nZoë,Skarð\n";
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            Path file = write(text.getBytes(charset));
            try (RowReader reader = LogFile.recognise(file).open()) {
                assertThat(reader.columns()).containsExactly("naam", "plaats");
                assertThat(reader.next().raw()).containsExactly("Zoë", "Skarð");
            }
        }
    }

    @Test
    void what_is_no_utf_8_is_windows_1252() throws IOException {
        Charset windows = Charset.forName("windows-1252");
        assertThat(rows("naam,prijs\nZoë,€ 5\n".getBytes(windows))).containsExactly(List.of("Zoë", "€ 5"));
    }

    @Test
    void what_turns_out_late_to_be_windows_1252_can_be_read_again_so() throws IOException {
        String text = "naam,nr\n" + "Jan,1\n".repeat(50_000) + "Zoë,2\nJan,3\n";
        Path file = write(text.getBytes(Charset.forName("windows-1252")));
        LogFile guessed = LogFile.recognise(file);
        assertThatThrownBy(() -> all(guessed)).isInstanceOf(RefusedFile.WrongEncoding.class);
        assertThat(all(guessed.inWindows().orElseThrow())).hasSize(50_002).contains(List.of("Zoë", "2"));
    }

    @Test
    void a_file_cut_within_a_character_is_not_taken_for_windows_1252() throws IOException {
        byte[] whole = ("naam\n" + "Jan\n".repeat(30_000) + "Zoë").getBytes(UTF_8);
        assertRefused(Arrays.copyOf(whole, whole.length - 1), "intake.refused.cut");
    }

    @Test
    void packed_files_are_unpacked() throws IOException {
        assertThat(rows(gzip(SMALL.getBytes(UTF_8)))).hasSize(2);
        assertThat(rows(zip("log.csv", SMALL.getBytes(UTF_8)))).hasSize(2);
        assertThat(rows(zip("__MACOSX/._log.csv", new byte[3], "log.csv", SMALL.getBytes(UTF_8))))
                .hasSize(2);
    }

    @Test
    void a_zip_of_several_files_is_refused() throws IOException {
        assertRefused(
                zip("a.csv", SMALL.getBytes(UTF_8), "b.csv", SMALL.getBytes(UTF_8)), "intake.refused.zip-several");
    }

    @Test
    void an_excel_workbook_is_refused_by_its_name() throws IOException {
        assertRefused(
                zip("[Content_Types].xml", new byte[9], "xl/workbook.xml", new byte[9]), "intake.refused.workbook");
    }

    @Test
    void a_damaged_zip_is_refused() throws IOException {
        byte[] packed = zip("log.csv", incompressible(100_000));
        packed[50_000] ^= 0x55;
        assertRefused(packed, "intake.refused.packing");
        assertRefused(Arrays.copyOf(packed, 60_000), "intake.refused.cut");
    }

    @Test
    void a_packed_file_cut_in_the_middle_is_refused() throws IOException {
        byte[] packed = gzip(incompressible(1_000_000));
        assertRefused(Arrays.copyOf(packed, packed.length / 2), "intake.refused.cut");
        assertRefused(Arrays.copyOf(packed, packed.length - 4), "intake.refused.cut");
        assertRefused(Arrays.copyOf(packed, 12), "intake.refused.cut");
    }

    @Test
    void a_bomb_is_refused_before_it_has_unfolded() throws IOException {
        // packed piece by piece: what it unfolds to would be too large for this test's own memory
        byte[][] pieces = new byte[101][];
        Arrays.fill(pieces, "1,2026-01-01\n".repeat(100_000).getBytes(UTF_8));
        pieces[0] = "case,at\n".getBytes(UTF_8);
        byte[] bomb = gzip(pieces);
        assertThat(bomb.length).isLessThan(600_000);
        assertRefused(bomb, "intake.refused.bomb");
    }

    @Test
    void a_limit_leaves_room_for_what_is_real() {
        assertThat(BoundedStream.limit(1)).isEqualTo(64L << 20);
        assertThat(BoundedStream.limit(100L << 20)).isGreaterThan(20L << 30);
        assertThat(BoundedStream.limit(Long.MAX_VALUE)).isEqualTo(32L << 30);
        assertThat(BoundedStream.limit(-1)).isEqualTo(64L << 20);
    }

    @Test
    void a_text_cut_within_quotes_is_refused() throws IOException {
        assertRefused("a,b\n1,2\n3,\"four".getBytes(UTF_8), "intake.refused.quote");
    }

    @Test
    void a_text_cut_within_a_row_is_refused() throws IOException {
        assertRefused("a,b,c\n1,2,3\n4,5".getBytes(UTF_8), "intake.refused.cut");
        assertThat(rows("a,b,c\n1,2,3\n4,5,6".getBytes(UTF_8))).hasSize(2);
    }

    @Test
    void a_quote_that_is_never_closed_does_not_swallow_the_memory() throws IOException {
        String text = "a,b\n1,\"" + "and so on\n".repeat(500_000);
        assertRefused(text.getBytes(UTF_8), "intake.refused.quote");
    }

    @Test
    void empty_and_binary_files_are_refused() throws IOException {
        assertRefused(new byte[0], "intake.refused.empty");
        assertRefused(gzip(new byte[0]), "intake.refused.empty");
        assertRefused(" \n\n".getBytes(UTF_8), "intake.refused.empty");
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        assertRefused(noise, "intake.refused.binary");
        assertRefused(gzip(noise), "intake.refused.binary");
        assertRefused(gzip(gzip(SMALL.getBytes(UTF_8))), "intake.refused.packed-twice");
        assertRefused("%PDF-1.7\n1 0 obj\n<< >>\n".getBytes(UTF_8), "intake.refused.binary");
    }

    @Test
    void more_columns_than_any_file_has_are_refused() throws IOException {
        assertRefused(("c" + ",c".repeat(5_000) + "\n").getBytes(UTF_8), "intake.refused.columns");
    }

    private List<List<String>> rows(byte[] content) throws IOException {
        return all(LogFile.recognise(write(content)));
    }

    private static List<List<String>> all(LogFile file) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (RowReader reader = file.open()) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(row.raw());
            }
        }
        return rows;
    }

    private void assertRefused(byte[] content, String key) throws IOException {
        Path file = write(content);
        assertThatThrownBy(() -> {
                    try (RowReader reader = LogFile.recognise(file).open()) {
                        while (reader.next() != null) {
                            // to the end
                        }
                    }
                })
                .isInstanceOfSatisfying(
                        RefusedFile.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo(key));
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "log", ".bin"), content);
    }

    private static byte[] incompressible(int length) {
        var random = new Random(7);
        var text = new StringBuilder("a,b\n");
        while (text.length() < length) {
            text.append(random.nextLong()).append(',').append(random.nextLong()).append('\n');
        }
        return text.toString().getBytes(UTF_8);
    }

    private static byte[] gzip(byte[]... parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            for (byte[] part : parts) {
                gzip.write(part);
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return out.toByteArray();
    }
}
