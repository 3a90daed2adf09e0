package nl.baton.intake.read;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** How a file is packed, as its first bytes tell. */
enum Packing {
    NONE {
        @Override
        InputStream open(Path file) throws IOException {
            return Files.newInputStream(file);
        }
    },
    GZIP {
        @Override
        InputStream open(Path file) throws IOException {
            InputStream packed = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            try {
                return new BoundedStream(new GZIPInputStream(packed, BUFFER), Files.size(file));
            } catch (IOException broken) {
                packed.close();
                throw broken;
            }
        }
    },
    ZIP {
        @Override
        InputStream open(Path file) throws IOException {
            return ZipContent.open(file);
        }
    };

    private static final int BUFFER = 1 << 16;

    /** The unpacked content; whoever reads it to the end knows that it is whole. */
    abstract InputStream open(Path file) throws IOException;

    static Packing of(byte[] head) {
        if (startsWith(head, 0x1f, 0x8b)) {
            return GZIP;
        }
        return startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6) ? ZIP : NONE;
    }

    /** The first bytes of the unpacked content. */
    byte[] head(Path file, int length) throws RefusedFile {
        try (InputStream in = open(file)) {
            return in.readNBytes(length);
        } catch (IOException broken) {
            throw refusal(broken);
        }
    }

    static boolean startsWith(byte[] head, int... magic) {
        byte[] expected = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            expected[i] = (byte) magic[i];
        }
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, expected, 0, magic.length);
    }

    /** What a failure to read means for the file. */
    static RefusedFile refusal(IOException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedFile refused) {
                return refused;
            }
            if (cause instanceof EOFException) {
                return new RefusedFile("intake.refused.cut");
            }
            if (cause instanceof ZipException) {
                return new RefusedFile("intake.refused.packing");
            }
        }
        return new RefusedFile("intake.refused.unreadable");
    }
}
