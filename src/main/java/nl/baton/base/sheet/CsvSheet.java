package nl.baton.base.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.baton.base.Language;
import nl.baton.base.sheet.SheetColumn.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Writes a list as CSV the way a spreadsheet in the reader's language opens it: in Dutch a semicolon between cells and a
 * comma in numbers. A text that a spreadsheet would take for a formula, and run, gets an apostrophe in front.
 */
public final class CsvSheet {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int DECIMALS = 4;

    private final boolean dutch;

    private CsvSheet(Locale locale) {
        dutch = Language.of(locale) == Language.DUTCH;
    }

    /** Writes the list; the stream stays open. */
    public static <T> void write(Sheet<T> sheet, Locale locale, OutputStream out) throws IOException {
        new CsvSheet(locale).writeAll(sheet, out);
    }

    private <T> void writeAll(Sheet<T> sheet, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().fieldSeparator(dutch ? ';' : ',').build(text);
        csv.writeRecord(sheet.columns().stream().map(CsvSheet::heading).toList());
        for (T row : sheet.rows()) {
            List<String> cells = new ArrayList<>(sheet.columns().size());
            for (SheetColumn<T> column : sheet.columns()) {
                cells.add(cell(column.kind(), column.value().apply(row)));
            }
            csv.writeRecord(cells);
        }
        csv.flush();
    }

    private static String heading(SheetColumn<?> column) {
        return harmless(column.kind() == Kind.SHARE ? column.heading() + ", %" : column.heading());
    }

    private String cell(Kind kind, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number when kind == Kind.SHARE -> number(100 * number.doubleValue());
            case Number number when kind == Kind.DECIMAL -> number(number.doubleValue());
            case Number number -> number.toString();
            case LocalDateTime moment -> MOMENT.format(moment);
            case LocalDate day -> day.toString();
            default -> harmless(value.toString());
        };
    }

    private String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        String digits = (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
        return dutch ? digits.replace('.', ',') : digits;
    }

    static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
