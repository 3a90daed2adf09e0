package nl.baton.customer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder with the indexes of this node: that in use, and perhaps one that is being built, each in a numbered folder of
 * its own. How far an index has come is in a file beside it, which is written after the index is on disk; one without such
 * a file was never finished. Two nodes with the same home have a folder each.
 */
final class IndexFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String POSITION = "position.json";
    private static final int MOST_NODES = 32;

    private final Path folder;
    private final FileChannel lock;
    private final JsonMapper json;

    /**
     * How far an index has come.
     *
     * @param mark the number of the last change that is in it
     * @param rebuilds how often it had been asked to be made anew when it was begun
     */
    record Position(String format, String origin, int rebuilds, long mark, Instant lookedAt) {}

    private IndexFolder(Path folder, FileChannel lock, JsonMapper json) {
        this.folder = folder;
        this.lock = lock;
        this.json = json;
    }

    /** The folder, or the first beside it that no other node has. */
    static IndexFolder take(Path wanted, JsonMapper json) {
        try {
            for (int i = 1; i <= MOST_NODES; i++) {
                Path folder = i == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + i);
                Files.createDirectories(folder);
                FileChannel lock =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (locked(lock)) {
                    return new IndexFolder(folder, lock, json);
                }
                lock.close();
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("The folder for the search index cannot be used", unusable);
        }
        throw new IllegalStateException("All folders for the search index are in use by other nodes");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException thisProcess) {
            return false;
        }
    }

    /** The folders of finished indexes, the newest first. */
    List<Path> finished() {
        return generations().stream()
                .filter(path -> Files.exists(path.resolve(POSITION)))
                .toList();
    }

    private List<Path> generations() {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.getFileName().toString().matches("\\d{1,9}"))
                    .sorted(Comparator.comparing(IndexFolder::number).reversed())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder of the search index cannot be read", unreadable);
        }
    }

    private static int number(Path generation) {
        return Integer.parseInt(generation.getFileName().toString());
    }

    /** A folder for a new index. */
    Path begin() {
        int next = generations().stream().findFirst().map(IndexFolder::number).orElse(0) + 1;
        return folder.resolve(String.valueOf(next));
    }

    /** Takes away all indexes but these. */
    void keepOnly(List<Path> kept) {
        generations().stream().filter(path -> !kept.contains(path)).forEach(IndexFolder::delete);
    }

    static void delete(Path generation) {
        try {
            // without it, what is left after a crash in the middle is never taken for an index
            Files.deleteIfExists(generation.resolve(POSITION));
            FileSystemUtils.deleteRecursively(generation);
        } catch (IOException stuck) {
            LOG.warn("A former search index could not be deleted: {}", generation.getFileName());
        }
    }

    Optional<Position> position(Path generation) {
        try {
            return Optional.of(json.readValue(Files.readString(generation.resolve(POSITION)), Position.class));
        } catch (IOException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** Durably: either the former position is there after a crash, or this one. */
    void save(Path generation, Position position) {
        Path draft = generation.resolve(POSITION + ".new");
        try {
            try (FileChannel out = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(json.writeValueAsBytes(position)));
                out.force(true);
            }
            Files.move(
                    draft,
                    generation.resolve(POSITION),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("How far the search index has come cannot be kept", unwritable);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException gone) {
            LOG.debug("The lock of the search index was gone already", gone);
        }
    }
}
