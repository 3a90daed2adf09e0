package nl.baton.intake.read;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file (RFC 4180, with any common separator), whose first row names the columns. Of a
 * {@link SetAsideSheet}, the rows that were set aside.
 */
final class CsvRowReader implements RowReader {

    private final TextReader text;
    private final CsvReader<String[]> reader;
    private final CloseableIterator<String[]> records;
    private final Columns columns = new Columns();
    private final boolean setAside;
    private final int width;
    private long index;
    private boolean lastIsShort;

    CsvRowReader(TextReader text, CsvDialect dialect) throws IOException {
        this.text = text;
        try {
            reader = dialect.builder().build(StringArrayHandler.of(), dialect.reader(text));
            if (dialect.named()) {
                reader.skipLines(1);
            }
            records = reader.iterator();
            String[] header = nextRecord();
            if (header == null) {
                throw new RefusedFile("intake.refused.empty");
            }
            width = header.length;
            setAside = SetAsideSheet.isHeader(header);
            for (String cell : setAside ? SetAsideSheet.own(header) : header) {
                columns.addHeader(cell);
            }
        } catch (IOException | RuntimeException refused) {
            text.close();
            throw refused;
        }
    }

    @Override
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public @Nullable Row next() throws IOException {
        String[] record = nextRecord();
        while (record != null && record.length == 1 && width > 1 && record[0].isBlank()) {
            record = nextRecord();
        }
        if (record == null) {
            // Whoever writes a row writes its line end too, or all of its cells.
            if (lastIsShort && !text.atEndOfLine()) {
                throw new RefusedFile("intake.refused.cut");
            }
            return null;
        }
        lastIsShort = record.length < width;
        // A line of a sheet with cells too many or too few: none can be trusted to be the sheet's own, so all are kept.
        boolean own = setAside && record.length == width;
        String[] cells = own ? SetAsideSheet.cells(record) : record;
        long size = 0;
        for (String cell : cells) {
            size += cell.length();
        }
        if (size > Row.LONGEST) {
            throw new RefusedFile("intake.refused.row-size", index + 1);
        }
        return Row.ofCells(index++, cells, own ? columns.size() : width);
    }

    private String @Nullable [] nextRecord() throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException misread) {
            throw new RefusedFile("intake.refused.quote", index + 1);
        } catch (UncheckedIOException broken) {
            throw Packing.refusal(broken.getCause() == null ? new IOException(broken) : broken.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
