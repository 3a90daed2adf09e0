package nl.baton.intake.mapping;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Counts how often each row has come by, for as many rows as are announced, outside the heap: an open-addressing table
 * of 64-bit fingerprints, three quarters full at most, in memory for a small file and in a mapped temporary file for a
 * large one (16 bytes a row: 320 MB for 20 million rows, of which the operating system keeps in memory what it can).
 *
 * <p>Two different rows with one fingerprint (a chance of 10⁻⁵ among 20 million) would share a count. Their identities
 * stay different, because those hold the whole hash; and the same file still gives the same ones.
 */
final class Occurrences implements Closeable {

    private static final long LARGEST_IN_MEMORY = 32L << 20;
    private static final long SLOT = Long.BYTES + Integer.BYTES;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment table;
    private final long slots;

    private Occurrences(long rows, Path folder) throws IOException {
        slots = rows + rows / 3 + 8;
        table = slots * SLOT <= LARGEST_IN_MEMORY ? arena.allocate(slots * SLOT) : mapped(folder);
    }

    /** @param folder for the temporary file, should one be needed */
    static Occurrences of(long rows, Path folder) throws IOException {
        return new Occurrences(rows, folder);
    }

    private MemorySegment mapped(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "rows", ".tmp");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, slots * SLOT, arena);
        }
    }

    /** Which occurrence this is, from 1. */
    int count(long fingerprint) {
        long wanted = fingerprint == 0 ? 1 : fingerprint; // 0 is an empty slot
        long slot = Math.unsignedMultiplyHigh(wanted, slots);
        for (long probes = 0; probes < slots; probes++, slot = slot + 1 == slots ? 0 : slot + 1) {
            long at = slot * SLOT;
            long found = table.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
            if (found == wanted || found == 0) {
                int n = table.get(ValueLayout.JAVA_INT_UNALIGNED, at + Long.BYTES) + 1;
                table.set(ValueLayout.JAVA_LONG_UNALIGNED, at, wanted);
                table.set(ValueLayout.JAVA_INT_UNALIGNED, at + Long.BYTES, n);
                return n;
            }
        }
        throw new UncheckedIOException(new IOException("The file has grown since its rows were counted"));
    }

    @Override
    public void close() {
        arena.close();
    }
}
