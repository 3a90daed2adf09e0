package nl.baton.intake.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.Reader;
import java.util.Iterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is written.
 *
 * @param named whether its first line is Excel's {@code sep=;}, which belongs to no row
 * @param loose whether blanks stand between separators and quotes
 * @param blanks set where columns are told apart by blanks, any number of them
 */
record CsvDialect(
        char separator,
        boolean named,
        boolean loose,
        @Nullable BlankColumns blanks) {

    /** In order of preference where the text fits several alike. */
    private static final String CANDIDATES = ",;\t|";

    private static final int ROWS_TO_JUDGE = 200;

    /** A single cell beyond this is a quote that was never closed. */
    private static final int LONGEST_CELL = 1 << 20;

    static CsvDialect of(String head, boolean complete) {
        String first = head.lines().findFirst().orElse("").strip().replace("\"", "");
        if (first.length() == 5 && first.toLowerCase(Locale.ROOT).startsWith("sep=")) {
            return at(first.charAt(4), true, head);
        }
        String whole = complete ? head : head.substring(0, head.lastIndexOf('\n') + 1);
        CsvDialect best = at(CANDIDATES.charAt(0), false, head);
        int bestFit = 0;
        for (char candidate : CANDIDATES.toCharArray()) {
            CsvDialect dialect = at(candidate, false, head);
            int fit = dialect.fit(whole);
            if (fit > bestFit) {
                best = dialect;
                bestFit = fit;
            }
        }
        return bestFit > 0 ? best : BlankColumns.of(whole).map(CsvDialect::of).orElse(best);
    }

    private static CsvDialect of(BlankColumns blanks) {
        return new CsvDialect(BlankColumns.SEPARATOR, false, false, blanks);
    }

    /** The text as this dialect's builder reads it. */
    Reader reader(Reader text) {
        return blanks == null ? text : blanks.reader(text);
    }

    private static CsvDialect at(char separator, boolean named, String head) {
        return new CsvDialect(
                separator, named, head.contains(separator + " \"") || head.contains("\" " + separator), null);
    }

    /** In how many rows it finds as many cells as there are names, times how many it tells apart. */
    private int fit(String text) {
        int names = 0;
        int rows = 0;
        try {
            Iterator<String[]> records = builder()
                    .allowUnclosedQuote(true)
                    .build(StringArrayHandler.of(), text)
                    .iterator();
            for (int n = 0; n < ROWS_TO_JUDGE && records.hasNext(); n++) {
                int cells = records.next().length;
                names = n == 0 ? cells : names;
                rows += cells == names ? 1 : 0;
            }
        } catch (CsvParseException misread) {
            // What was read until here tells enough: with the wrong separator, quotes stand in wrong places.
        }
        return (names - 1) * rows;
    }

    CsvReader.CsvReaderBuilder builder() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(loose)
                .maxBufferSize(LONGEST_CELL);
    }
}
