package nl.baton.intake.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import nl.baton.base.Item;
import nl.baton.intake.item.ItemKind;
import nl.baton.intake.read.LogFile;
import nl.baton.intake.read.RefusedFile;
import nl.baton.intake.read.Row;
import nl.baton.intake.read.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * A file that has been read to its end once: it is whole, has the columns that are mapped, and shows how its times are
 * written. Only now it is known how many rows there are, and only now a row of it is worth storing.
 */
public final class CheckedFile {

    /** The identity of rows counts up to here; and no database of Baton's size is meant for more from one file. */
    private static final long MOST_ROWS = 500_000_000;

    private static final int ROWS_PER_REPORT = 1_000;

    private final Path path;
    private final LogFile file;
    private final Mapping mapping;
    private final ZoneId company;
    private final ZoneId zone;
    private final List<String> columns;
    private final long rows;
    private final Map<Field, TimeParser> times = new EnumMap<>(Field.class);

    private CheckedFile(Path path, LogFile file, Mapping mapping, ZoneId company, Pass pass) {
        this.path = path;
        this.file = file;
        this.mapping = mapping;
        this.company = company;
        zone = mapping.zone(company);
        columns = pass.columns;
        rows = pass.rows;
        String format = mapping.timeFormat();
        pass.times.forEach((field, detector) ->
                times.put(field, format == null ? detector.parser(zone) : new PatternTime(format, zone)));
    }

    /**
     * Reads the whole file once.
     *
     * @param company the zone in which clock times are meant when the mapping names none
     * @param progress is told how many rows have been read, every 1,000; what it throws ends the check
     * @throws RefusedFile if the file is not whole, empty, unreadable, or lacks a mapped column
     */
    public static CheckedFile check(Path path, Mapping mapping, ZoneId company, LongConsumer progress)
            throws IOException {
        LogFile file = LogFile.recognise(path);
        try {
            return new CheckedFile(path, file, mapping, company, new Pass(file, mapping, progress));
        } catch (RefusedFile.WrongEncoding wrong) {
            Optional<LogFile> other = file.inWindows();
            if (other.isEmpty()) {
                throw wrong;
            }
            return new CheckedFile(path, other.get(), mapping, company, new Pass(other.get(), mapping, progress));
        }
    }

    public long rows() {
        return rows;
    }

    public List<String> columns() {
        return columns;
    }

    /** Its rows as touchpoints, from the first; the caller closes it. */
    public MappedRows open(Clock clock) throws IOException {
        return open(clock, null);
    }

    /**
     * Its rows, from the first; the caller closes it.
     *
     * @param kind reads what the rows are; null for touchpoints
     */
    public MappedRows open(Clock clock, @Nullable ItemKind<? extends Item> kind) throws IOException {
        Cells cells = Cells.of(mapping, columns);
        Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElseThrow();
        Occurrences occurrences = Occurrences.of(rows, folder);
        var identity = new RowIdentity(mapping.family(), occurrences);
        try {
            RowMaker mapper = RowMakers.of(mapping, cells, times, identity, clock.instant(), company, kind);
            return new MappedRows(file.open(), mapper, identity);
        } catch (IOException | RuntimeException refused) {
            identity.close();
            throw refused;
        }
    }

    /** What reading it all has shown. */
    private static final class Pass {
        private final Map<Field, TimeDetector> times = new EnumMap<>(Field.class);
        private final List<String> columns;
        private final long rows;

        Pass(LogFile file, Mapping mapping, LongConsumer progress) throws IOException {
            mapping.times().forEach(field -> times.put(field, new TimeDetector()));
            try (RowReader reader = file.open()) {
                if (!file.isXes()) {
                    Cells.of(mapping, reader.columns()); // complete from the start: refuse at once
                }
                rows = read(reader, mapping, progress);
                columns = List.copyOf(reader.columns());
            }
            if (rows == 0) {
                throw new RefusedFile("intake.refused.no-rows");
            }
            Cells.of(mapping, columns);
        }

        private long read(RowReader reader, Mapping mapping, LongConsumer progress) throws IOException {
            boolean detect = mapping.timeFormat() == null;
            Cells cells = Cells.ofKnown(mapping, reader.columns());
            int known = reader.columns().size();
            long n = 0;
            for (Row row = reader.next(); row != null; row = reader.next()) {
                if (++n > MOST_ROWS) {
                    throw new RefusedFile("intake.refused.too-many-rows", MOST_ROWS);
                }
                if (known != reader.columns().size()) {
                    cells = Cells.ofKnown(mapping, reader.columns());
                    known = reader.columns().size();
                }
                if (detect && !row.ragged()) {
                    for (Map.Entry<Field, TimeDetector> time : times.entrySet()) {
                        observe(cells.value(row, time.getKey()), time.getValue());
                    }
                }
                if (n % ROWS_PER_REPORT == 0) {
                    progress.accept(n);
                }
            }
            progress.accept(n);
            return n;
        }

        private static void observe(@Nullable String value, TimeDetector detector) {
            if (value != null) {
                detector.observe(value);
            }
        }
    }
}
