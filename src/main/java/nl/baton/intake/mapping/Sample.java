package nl.baton.intake.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import nl.baton.base.Item;
import nl.baton.intake.item.ItemKind;
import nl.baton.intake.read.LogFile;
import nl.baton.intake.read.RefusedFile;
import nl.baton.intake.read.Row;
import nl.baton.intake.read.RowReader;
import org.jspecify.annotations.Nullable;

/** The first rows of a file: enough to propose a mapping and to show what it would do, however large the file is. */
public final class Sample {

    private static final int ROWS = 1_000;
    private static final long LARGEST = 4L << 20;

    private final List<String> columns;
    private final List<Row> rows;

    private Sample(List<String> columns, List<Row> rows) {
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
    }

    /** @throws RefusedFile if there is no first row to be read */
    public static Sample of(Path path) throws IOException {
        LogFile file = LogFile.recognise(path);
        try {
            return of(file);
        } catch (RefusedFile.WrongEncoding wrong) {
            Optional<LogFile> other = file.inWindows();
            if (other.isEmpty()) {
                throw wrong;
            }
            return of(other.get());
        }
    }

    private static Sample of(LogFile file) throws IOException {
        var rows = new ArrayList<Row>();
        try (RowReader reader = file.open()) {
            long size = 0;
            while (rows.size() < ROWS && size < LARGEST) {
                Row row = reader.next();
                if (row == null) {
                    break;
                }
                rows.add(row);
                size += row.raw().stream().mapToLong(String::length).sum();
            }
            if (rows.isEmpty()) {
                throw new RefusedFile("intake.refused.no-rows");
            }
            return new Sample(reader.columns(), rows);
        }
    }

    /** The columns seen so far; an XES file may have more further on. */
    public List<String> columns() {
        return columns;
    }

    public int rows() {
        return rows.size();
    }

    /** As touchpoints. */
    public MappingProposal propose(String fileName) {
        return propose(fileName, ImportKind.TOUCHPOINT);
    }

    public MappingProposal propose(String fileName, ImportKind kind) {
        return new Proposer(columns, rows).propose(fileName, kind);
    }

    /**
     * What would become of the first rows.
     *
     * @param kind reads what the rows are; null for touchpoints
     * @throws MissingColumn if a column that is mapped is none of these
     */
    public List<MappedRow> map(Mapping mapping, ZoneId company, Clock clock, @Nullable ItemKind<? extends Item> kind)
            throws IOException {
        Cells cells = Cells.of(mapping, columns);
        ZoneId zone = mapping.zone(company);
        try (var identity = new RowIdentity(mapping.family(), Occurrences.of(rows.size(), Path.of("")))) {
            var times = new EnumMap<Field, TimeParser>(Field.class);
            mapping.times().forEach(field -> times.put(field, parser(mapping, cells, field, zone)));
            RowMaker mapper = RowMakers.of(mapping, cells, times, identity, clock.instant(), company, kind);
            return rows.stream().map(mapper::map).toList();
        }
    }

    private TimeParser parser(Mapping mapping, Cells cells, Field field, ZoneId zone) {
        String format = mapping.timeFormat();
        if (format != null) {
            return new PatternTime(format, zone);
        }
        var detector = new TimeDetector();
        for (Row row : rows) {
            String value = row.ragged() ? null : cells.value(row, field);
            if (value != null) {
                detector.observe(value);
            }
        }
        return detector.parser(zone);
    }
}
