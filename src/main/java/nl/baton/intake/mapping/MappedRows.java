package nl.baton.intake.mapping;

import java.io.Closeable;
import java.io.IOException;
import nl.baton.intake.read.Row;
import nl.baton.intake.read.RowReader;
import org.jspecify.annotations.Nullable;

/** The rows of a checked file as what they are said to be, one after the other. */
public final class MappedRows implements Closeable {

    private final RowReader reader;
    private final RowMaker mapper;
    private final RowIdentity identity;

    MappedRows(RowReader reader, RowMaker mapper, RowIdentity identity) {
        this.reader = reader;
        this.mapper = mapper;
        this.identity = identity;
    }

    /** What became of the next row; null after the last one. */
    public @Nullable MappedRow next() throws IOException {
        Row row = reader.next();
        return row == null ? null : mapper.map(row);
    }

    @Override
    public void close() throws IOException {
        try (identity) {
            reader.close();
        }
    }
}
