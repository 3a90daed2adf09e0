package nl.baton.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import nl.baton.base.Texts;
import nl.baton.intake.QuarantineTable.QuarantinedRow;
import nl.baton.intake.read.SetAsideSheet;
import org.springframework.stereotype.Component;

/**
 * The rows that an import set aside as CSV: which row, which field, why, then the cells under the file's own column
 * names, so that they can be mended in a spreadsheet and imported again; last, raw, the row as JSON exactly as it stood
 * in the file.
 *
 * @see SetAsideSheet how it comes back
 */
@Component
class QuarantineSheet {

    /** Few, because each can be as long as a row may be: two million characters. */
    private static final int ROWS_AT_ONCE = 10;

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
        csv.writeRecord(SetAsideSheet.header(columns));
        long last = 0;
        for (List<QuarantinedRow> rows = quarantine.after(importId, last, ROWS_AT_ONCE);
                !rows.isEmpty();
                rows = quarantine.after(importId, last, ROWS_AT_ONCE)) {
            for (QuarantinedRow row : rows) {
                csv.writeRecord(record(row, columns, locale));
            }
            last = rows.getLast().row();
        }
        csv.flush();
    }

    private List<String> record(QuarantinedRow row, List<String> columns, Locale locale) {
        String reason =
                texts.text(locale, row.reason().key(), row.reason().arguments().toArray());
        return SetAsideSheet.record(row.row(), row.field(), reason, StoredJson.cells(row.raw(), columns), row.raw());
    }
}
