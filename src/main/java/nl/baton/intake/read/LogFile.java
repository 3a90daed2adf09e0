package nl.baton.intake.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file, recognised by its content: how it is packed, whether it is CSV or XES, how its text is written. It can be
 * opened as often as needed.
 *
 * <p>Whether it is whole, only reading to the end can tell. So can its encoding: when {@link #open} or reading on
 * finds that it is none of {@link #inWindows}, the file is refused.
 */
public final class LogFile {

    private static final int HEAD = 1 << 16;
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final Packing packing;
    private final Encoding encoding;
    private final @Nullable CsvDialect dialect;

    private LogFile(Path path, Packing packing, Encoding encoding, @Nullable CsvDialect dialect) {
        this.path = path;
        this.packing = packing;
        this.encoding = encoding;
        this.dialect = dialect;
    }

    /** @throws RefusedFile if it is empty, or neither CSV nor XES */
    public static LogFile recognise(Path path) throws RefusedFile {
        byte[] outside = Packing.NONE.head(path, HEAD);
        Packing packing = Packing.of(outside);
        byte[] head = packing == Packing.NONE ? outside : packing.head(path, HEAD);
        if (head.length == 0) {
            throw new RefusedFile("intake.refused.empty");
        }
        if (Packing.of(head) != Packing.NONE && packing != Packing.NONE) {
            throw new RefusedFile("intake.refused.packed-twice");
        }
        return recognise(path, packing, head, Encoding.of(head));
    }

    private static LogFile recognise(Path path, Packing packing, byte[] head, Encoding encoding) throws RefusedFile {
        String text = encoding.text(head);
        if (isBinary(text)) {
            throw new RefusedFile("intake.refused.binary");
        }
        if (text.isBlank()) {
            throw new RefusedFile("intake.refused.empty");
        }
        boolean xml = text.stripLeading().startsWith("<");
        CsvDialect dialect = xml ? null : CsvDialect.of(text, head.length < HEAD);
        return new LogFile(path, packing, encoding, dialect);
    }

    /** Text has tabs and line ends, and next to no other control characters. */
    private static boolean isBinary(String text) {
        long control = text.chars()
                .filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f')
                .count();
        return text.indexOf('\0') >= 0 || control > text.length() / 100 || text.startsWith("%PDF-");
    }

    public boolean isXes() {
        return dialect == null;
    }

    /** The same file read as Windows-1252, if it was only likely to be UTF-8. */
    public Optional<LogFile> inWindows() {
        return dialect != null && encoding.canBeWindows()
                ? Optional.of(new LogFile(path, packing, Encoding.windows(), dialect))
                : Optional.empty();
    }

    /** From its first row; the caller closes it. */
    public RowReader open() throws IOException {
        try {
            InputStream in = new BufferedInputStream(packing.open(path), BUFFER);
            return dialect == null ? new XesRowReader(in) : new CsvRowReader(encoding.reader(in), dialect);
        } catch (IOException broken) {
            throw Packing.refusal(broken);
        }
    }
}
