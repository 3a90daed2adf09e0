package nl.baton.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.baton.base.Texts;
import nl.baton.intake.QuarantineTable.QuarantinedRow;
import org.springframework.stereotype.Component;

/**
 * The rows that an import set aside as CSV: which row, which field, why, then the cells under the file's own column
 * names, so that they can be mended in a spreadsheet and imported again.
 *
 * <p>A spreadsheet takes a cell that begins with =, +, -, @, tab or line end for a formula and would run it, so such a
 * cell gets an apostrophe in front, which spreadsheets do not show. Nothing is lost by that: the last column, raw, holds
 * the row as JSON exactly as it stood in the file, and JSON begins with a bracket or a brace, never with a formula.
 */
@Component
class QuarantineSheet {

    private static final int ROWS_AT_ONCE = 200;
    private static final String FORMULA = "=+-@\t\r\n";

    private final ImportTable imports;
    private final QuarantineTable quarantine;
    private final Texts texts;

    QuarantineSheet(ImportTable imports, QuarantineTable quarantine, Texts texts) {
        this.imports = imports;
        this.quarantine = quarantine;
        this.texts = texts;
    }

    /** Writes a few rows at a time, however many there are. */
    void write(String importId, Locale locale, OutputStream out) throws IOException {
        List<String> columns = imports.columnsOf(importId);
        CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(Stream.of(List.of("row", "field", "reason"), columns, List.of("raw"))
                .flatMap(List::stream)
                .map(QuarantineSheet::harmless)
                .toList());
        long last = 0;
        for (List<QuarantinedRow> rows = quarantine.after(importId, last, ROWS_AT_ONCE);
                !rows.isEmpty();
                rows = quarantine.after(importId, last, ROWS_AT_ONCE)) {
            for (QuarantinedRow row : rows) {
                csv.writeRecord(cells(row, columns, locale));
            }
            last = rows.getLast().row();
        }
        csv.flush();
    }

    private List<String> cells(QuarantinedRow row, List<String> columns, Locale locale) {
        var cells = new ArrayList<String>();
        cells.add(Long.toString(row.row()));
        cells.add(row.field());
        cells.add(harmless(
                texts.text(locale, row.reason().key(), row.reason().arguments().toArray())));
        StoredJson.cells(row.raw(), columns).forEach(cell -> cells.add(harmless(cell)));
        cells.add(row.raw());
        return cells;
    }

    static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
