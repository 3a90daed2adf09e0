package nl.baton.intake.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table whose columns stand under each other with blanks between them, as transaction files of researchers and of old
 * systems do. Where it has no line of names, columns get those that their values suggest.
 *
 * @param names none where the first line has them
 */
record BlankColumns(List<String> names) {

    static final char SEPARATOR = '\t';

    private static final int ROWS_TO_JUDGE = 200;
    private static final int FEWEST_COLUMNS = 3;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,]\\d+)?");
    private static final Pattern DAY = Pattern.compile("(19|20)\\d\\d-?[01]\\d-?[0-3]\\d");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d+[.,]\\d\\d");

    /** Empty where it is no such table: all lines have as many columns, and below the names all but a few are numbers. */
    static Optional<BlankColumns> of(String text) {
        List<String[]> rows = text.lines()
                .filter(line -> !line.isBlank())
                .limit(ROWS_TO_JUDGE)
                .map(line -> line.strip().split("\\s+"))
                .toList();
        if (rows.size() < 2 || text.indexOf('"') >= 0) {
            return Optional.empty();
        }
        String[] first = rows.getFirst();
        boolean table = first.length >= FEWEST_COLUMNS
                && rows.stream().allMatch(row -> row.length == first.length)
                && rows.stream().skip(1).allMatch(BlankColumns::isOfNumbers);
        return table ? Optional.of(new BlankColumns(isOfNumbers(first) ? named(first) : List.of())) : Optional.empty();
    }

    private static boolean isOfNumbers(String[] row) {
        return Arrays.stream(row).filter(cell -> NUMBER.matcher(cell).matches()).count() > row.length / 2;
    }

    /** Whose, when and how much, as far as it can be told; the others by their place. */
    private static List<String> named(String[] row) {
        var names = new ArrayList<String>();
        for (String cell : row) {
            String name = "#" + (names.size() + 1);
            if (names.isEmpty()) {
                name = "customer";
            } else if (DAY.matcher(cell).matches() && !names.contains("date")) {
                name = "date";
            } else if (AMOUNT.matcher(cell).matches() && !names.contains("amount")) {
                name = "amount";
            }
            names.add(name);
        }
        return names;
    }

    /** The same table with one separator between its columns, and with names. */
    Reader reader(Reader text) {
        return new Narrowed(text, names.isEmpty() ? "" : String.join(String.valueOf(SEPARATOR), names) + "\n");
    }

    private static final class Narrowed extends FilterReader {

        private final Reader header;
        private boolean blank;
        private boolean begun;
        private boolean headed;
        private final StringBuilder pending = new StringBuilder();

        Narrowed(Reader text, String header) {
            super(text);
            this.header = new StringReader(header);
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (!headed) {
                int n = header.read(buffer, offset, length);
                if (n > 0) {
                    return n;
                }
                headed = true;
            }
            if (length == 1) {
                return readOne(buffer, offset);
            }
            if (pending.length() > 0) {
                buffer[offset] = pending.charAt(0);
                pending.setLength(0);
                return 1;
            }
            // a separator is written before the cell that follows it, so that each may take two places
            char[] raw = new char[length / 2];
            int written = 0;
            while (written == 0) {
                int n = super.read(raw, 0, raw.length);
                if (n < 0) {
                    return -1;
                }
                written = narrow(raw, n, buffer, offset);
            }
            return written;
        }

        private int readOne(char[] buffer, int offset) throws IOException {
            char[] two = new char[2];
            int n = read(two, 0, two.length);
            if (n == 2) {
                pending.append(two[1]);
            }
            buffer[offset] = two[0];
            return Math.min(1, n);
        }

        private int narrow(char[] raw, int n, char[] buffer, int offset) {
            int at = offset;
            for (int i = 0; i < n; i++) {
                char c = raw[i];
                boolean lineEnd = c == '\n' || c == '\r';
                if (!lineEnd && Character.isWhitespace(c)) {
                    blank = begun;
                    continue;
                }
                if (blank && !lineEnd) {
                    buffer[at++] = SEPARATOR;
                }
                buffer[at++] = c;
                blank = false;
                begun = !lineEnd;
            }
            return at - offset;
        }
    }
}
