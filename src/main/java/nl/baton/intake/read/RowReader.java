package nl.baton.intake.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other. Once {@link #next} has given null, the file is known to be whole. */
public interface RowReader extends Closeable {

    /** The columns so far: a CSV file names them at the top, an XES file as it goes, and only ever adds to them. */
    List<String> columns();

    /**
     * The next row, or null after the last one.
     *
     * @throws RefusedFile if the file cannot be read on from here
     */
    @Nullable
    Row next() throws IOException;
}
