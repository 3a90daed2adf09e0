package nl.baton.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.baton.intake.read.RefusedFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The folder in which files lie between their arrival and the end of their import. */
@Component
class Spool {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    /** As much as the servlet container lets through. */
    private static final long LARGEST = 4L << 30;

    private static final Duration FORGOTTEN = Duration.ofHours(24);

    private static final String NODE = "node";

    private final Path folder;
    private final Clock clock;
    private @Nullable String node;

    Spool(IntakeProperties properties, Clock clock) {
        this.folder = properties.spool();
        this.clock = clock;
    }

    /** Takes in what the stream holds, without keeping it in memory. */
    SpooledFile take(String fileName, InputStream content) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "import-", ".spooled");
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long length = 0;
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                length += n;
                if (length > LARGEST) {
                    throw new RefusedFile("intake.refused.too-large", LARGEST >> 30);
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException | RuntimeException interrupted) {
            discard(file);
            throw interrupted;
        }
        return new SpooledFile(file, fileName);
    }

    /** Names this folder among those of other nodes on the same database; the name outlives a restart. */
    synchronized String node() {
        String known = node;
        if (known == null) {
            Path file = folder.resolve(NODE);
            try {
                Files.createDirectories(folder);
                if (!Files.exists(file)) {
                    Files.writeString(file, UUID.randomUUID().toString());
                }
                known = Files.readString(file).strip();
            } catch (IOException unwritable) {
                throw new UncheckedIOException("The folder for files on their way in cannot be used", unwritable);
            }
            node = known;
        }
        return known;
    }

    void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stuck) {
            LOG.warn("A spooled file could not be deleted: {}", file.getFileName(), stuck);
        }
    }

    boolean holds(Path file) {
        return folder.toAbsolutePath()
                .normalize()
                .equals(file.toAbsolutePath().normalize().getParent());
    }

    /** Deletes what nobody came back for: uploaded, but never started. */
    void sweep(List<Path> inUse) {
        Instant limit = clock.instant().minus(FORGOTTEN);
        clear(file -> !inUse.contains(file) && modified(file).isBefore(limit));
    }

    void clear() {
        clear(file -> true);
    }

    private void clear(Predicate<Path> condition) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(NODE))
                    .filter(condition)
                    .forEach(this::discard);
        } catch (IOException unreadable) {
            LOG.warn("The spool folder could not be read", unreadable);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            // Its import ended between the listing and this question: no reason to keep others from uploading.
            return Instant.MAX;
        }
    }
}
