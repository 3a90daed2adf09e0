package nl.baton.base.sheet;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import nl.baton.base.sheet.SheetColumn.Kind;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a list as a workbook: the list itself, and behind it what its columns mean. Texts are texts there, whatever they
 * begin with, and never a formula.
 */
public final class ExcelSheet {

    private static final String VERSION = "1.0";
    private static final int ROWS_AT_ONCE = 500;

    /** What Excel takes in one cell. */
    private static final int LONGEST = 32_767;

    private static final double NARROW = 12;
    private static final double WIDE = 28;
    private static final double WIDEST = 100;
    private static final String GROUND = "EEF1F4";

    private ExcelSheet() {}

    /**
     * Writes the list; the stream stays open.
     *
     * @param definitions name of the tab with the notes, and what each column means
     */
    public static <T> void write(Sheet<T> sheet, String definitions, OutputStream out) throws IOException {
        try (var book = new Workbook(new Kept(out), "Baton", VERSION)) {
            Iterator<T> rows = sheet.rows().iterator();
            int part = 1;
            do {
                // what does not fit on one tab goes on on the next
                writePart(book.newWorksheet(part == 1 ? sheet.name() : sheet.name() + " " + part), sheet, rows);
                part++;
            } while (rows.hasNext());
            explain(book.newWorksheet(definitions), sheet);
        }
    }

    private static <T> void writePart(Worksheet tab, Sheet<T> sheet, Iterator<T> rows) throws IOException {
        List<SheetColumn<T>> columns = sheet.columns();
        for (int i = 0; i < columns.size(); i++) {
            tab.width(i, columns.get(i).kind() == Kind.TEXT ? WIDE : NARROW);
            heading(tab, 0, i, columns.get(i).heading());
        }
        tab.freezePane(1, 1);
        int row = 1;
        while (rows.hasNext() && row < Worksheet.MAX_ROWS) {
            T values = rows.next();
            for (int i = 0; i < columns.size(); i++) {
                cell(tab, row, i, columns.get(i).kind(), columns.get(i).value().apply(values));
            }
            if (row % ROWS_AT_ONCE == 0) {
                tab.flush();
            }
            row++;
        }
        tab.finish();
    }

    private static void heading(Worksheet tab, int row, int column, String text) {
        tab.inlineString(row, column, text);
        tab.style(row, column).bold().wrapText(true).fillColor(GROUND).set();
    }

    private static void cell(Worksheet tab, int row, int column, Kind kind, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> tab.value(row, column, number);
            case LocalDateTime moment -> tab.value(row, column, moment);
            case LocalDate day -> tab.value(row, column, day);
            default -> tab.inlineString(row, column, fitting(value.toString()));
        }
        String format = format(kind);
        if (value != null && format != null) {
            tab.style(row, column).format(format).set();
        }
    }

    private static @Nullable String format(Kind kind) {
        return switch (kind) {
            case TEXT -> null;
            case WHOLE -> "#,##0";
            case DECIMAL -> "#,##0.00";
            case SHARE -> "0.0%";
            case DAY -> "yyyy-mm-dd";
            case MOMENT -> "yyyy-mm-dd hh:mm";
        };
    }

    private static String fitting(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static <T> void explain(Worksheet tab, Sheet<T> sheet) throws IOException {
        tab.width(0, WIDE);
        tab.width(1, WIDEST);
        int row = 0;
        for (Sheet.Note note : sheet.notes()) {
            explain(tab, row++, note.heading(), note.text());
        }
        row++;
        for (SheetColumn<T> column : sheet.columns()) {
            if (!column.definition().isEmpty()) {
                explain(tab, row++, column.heading(), column.definition());
            }
        }
        tab.finish();
    }

    private static void explain(Worksheet tab, int row, String heading, String text) {
        tab.inlineString(row, 0, heading);
        tab.style(row, 0).bold().verticalAlignment("top").set();
        tab.inlineString(row, 1, fitting(text));
        tab.style(row, 1).wrapText(true).verticalAlignment("top").set();
    }

    /** A workbook closes what it writes to, which is not its own. */
    private static final class Kept extends FilterOutputStream {

        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
