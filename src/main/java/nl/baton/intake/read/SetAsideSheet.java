package nl.baton.intake.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The CSV in which rows that were set aside leave Baton to be mended in a spreadsheet, and come back. Writing and
 * reading stand together because each undoes the other exactly: what nobody mended comes back as it was.
 *
 * <p>A spreadsheet takes a cell that begins with =, +, -, @, tab or line end for a formula and would run it, so such a
 * cell gets an apostrophe in front. In a CSV file that is a character like any other: spreadsheets show it and save it
 * again, so it is taken off when the sheet is read. A cell that had apostrophes before such a character gets one more,
 * or it would lose one of its own.
 *
 * <p>The sheet's own columns are no part of the rows. With them gone, a mapping finds the file's columns under their
 * names even if one of those is called "row", and a row is known again as the same one.
 */
public final class SetAsideSheet {

    private static final List<String> BEFORE = List.of("row", "field", "reason");
    private static final String AFTER = "raw";
    private static final int FIELD = 1;
    private static final String FORMULA = "=+-@\t\r\n";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SetAsideSheet() {}

    public static List<String> header(List<String> columns) {
        var header = new ArrayList<String>(BEFORE);
        columns.forEach(column -> header.add(harmless(column)));
        header.add(AFTER);
        return header;
    }

    /** @param raw the row as JSON: begins with a bracket or a brace, never with a formula */
    public static List<String> record(long row, String field, String reason, List<String> cells, String raw) {
        var record = new ArrayList<>(List.of(Long.toString(row), field, harmless(reason)));
        cells.forEach(cell -> record.add(harmless(cell)));
        record.add(raw);
        return record;
    }

    static boolean isHeader(String[] header) {
        int last = header.length - 1;
        return last > BEFORE.size()
                && BEFORE.equals(Arrays.stream(header)
                        .limit(BEFORE.size())
                        .map(String::strip)
                        .toList())
                && AFTER.equals(header[last].strip());
    }

    /** Of a header or a record: the cells that are the file's own, as they were before they were made harmless. */
    static String[] own(String[] record) {
        String[] own = Arrays.copyOfRange(record, BEFORE.size(), record.length - 1);
        Arrays.setAll(own, i -> exact(own[i]));
        return own;
    }

    /**
     * The cells of a whole record. A row set aside for having too many or too few cells stands in the sheet with just as
     * many as there are columns; as long as nobody has mended it, it is still the row it was.
     */
    static String[] cells(String[] record) {
        String[] cells = own(record);
        // Only such a row is set aside without a field that is to blame.
        String[] before = record[FIELD].isEmpty() ? list(record[record.length - 1]) : null;
        return before != null && before.length != cells.length && same(cells, before) ? before : cells;
    }

    private static boolean same(String[] cells, String[] before) {
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].equals(i < before.length ? before[i] : "")) {
                return false;
            }
        }
        return true;
    }

    private static String @Nullable [] list(String raw) {
        try {
            JsonNode node = JSON.readTree(raw);
            return node.isArray() ? node.valueStream().map(JsonNode::asString).toArray(String[]::new) : null;
        } catch (JacksonException mangled) {
            return null; // by whoever mended the row
        }
    }

    private static String harmless(String cell) {
        return looksLikeFormula(cell) ? "'" + cell : cell;
    }

    private static String exact(String cell) {
        return cell.startsWith("'") && looksLikeFormula(cell) ? cell.substring(1) : cell;
    }

    /** Whether one of those characters comes first, apostrophes aside. */
    private static boolean looksLikeFormula(String cell) {
        int first = 0;
        while (first < cell.length() && cell.charAt(first) == '\'') {
            first++;
        }
        return first < cell.length() && FORMULA.indexOf(cell.charAt(first)) >= 0;
    }
}
