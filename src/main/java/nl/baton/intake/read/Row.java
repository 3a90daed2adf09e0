package nl.baton.intake.read;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file.
 *
 * <p>It has two faces: its cells, one for each column, and the raw texts that make it what it is and nothing else (of
 * a CSV file its cells as they stand; of an XES event each attribute's key and value, those of the trace first, in the
 * order of the file).
 */
public final class Row {

    /** Of all its texts together. What is longer is no row, and would not fit where rows are set aside. */
    static final long LONGEST = 2L << 20;

    private final long index;
    private final @Nullable String[] cells;
    private final String[] raw;
    private final boolean keyed;
    private final int expectedCells;

    private Row(long index, @Nullable String[] cells, String[] raw, boolean keyed, int expectedCells) {
        this.index = index;
        this.cells = cells;
        this.raw = raw;
        this.keyed = keyed;
        this.expectedCells = expectedCells;
    }

    static Row ofCells(long index, String[] cells, int expectedCells) {
        return new Row(index, cells, cells, false, expectedCells);
    }

    static Row ofAttributes(long index, @Nullable String[] cells, String[] raw) {
        return new Row(index, cells, raw, true, cells.length);
    }

    /** Its place in the file, from 0; the column names are no row. */
    public long index() {
        return index;
    }

    /** The text in this column; null where the row says nothing. */
    public @Nullable String cell(int column) {
        return column < cells.length ? cells[column] : null;
    }

    /** Whether it has more or fewer cells than there are columns, so that none can be trusted to be in its place. */
    public boolean ragged() {
        return cells.length != expectedCells;
    }

    public int cells() {
        return cells.length;
    }

    public int expectedCells() {
        return expectedCells;
    }

    public List<String> raw() {
        return Arrays.asList(raw);
    }

    /** Whether {@link #raw} is a sequence of keys, each followed by its value. */
    public boolean keyed() {
        return keyed;
    }
}
