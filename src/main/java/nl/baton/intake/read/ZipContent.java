package nl.baton.intake.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The one file inside a zip. */
final class ZipContent {

    /** A list of contents larger than this names more than the few files that are forgiven beside the one. */
    private static final long LARGEST_DIRECTORY = 1 << 20;

    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int END_SIGNATURE = 0x06054b50;

    private ZipContent() {}

    static InputStream open(Path file) throws IOException {
        // ZipFile reads the list of contents into memory before it can be asked how long it is.
        if (directorySize(file) > LARGEST_DIRECTORY) {
            throw new RefusedFile("intake.refused.zip-several");
        }
        ZipFile zip = new ZipFile(file.toFile());
        try {
            ZipEntry entry = only(zip);
            InputStream content = zip.getInputStream(entry);
            if (content == null) {
                throw new ZipException("no content");
            }
            return new Checked(new BoundedStream(content, entry.getCompressedSize()), entry, zip);
        } catch (IOException | RuntimeException broken) {
            zip.close();
            throw broken;
        }
    }

    private static ZipEntry only(ZipFile zip) throws RefusedFile {
        if (zip.getEntry("[Content_Types].xml") != null) {
            throw new RefusedFile("intake.refused.workbook");
        }
        List<? extends ZipEntry> files =
                zip.stream().filter(ZipContent::isContent).limit(2).toList();
        if (files.isEmpty()) {
            throw new RefusedFile("intake.refused.empty");
        }
        if (files.size() > 1) {
            throw new RefusedFile("intake.refused.zip-several");
        }
        return files.getFirst();
    }

    /** Folders, and what macOS adds of its own accord, are not what somebody meant to send. */
    private static boolean isContent(ZipEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory() && !name.startsWith("__MACOSX/") && !name.endsWith(".DS_Store");
    }

    /** From the record at the very end, without which the zip was cut off. */
    private static long directorySize(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            int length = (int) Math.min(size, END_RECORD + LONGEST_COMMENT);
            ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            while (tail.hasRemaining() && channel.read(tail, size - length + tail.position()) >= 0) {
                // read on until the tail is complete
            }
            for (int at = length - END_RECORD; at >= 0; at--) {
                if (tail.getInt(at) == END_SIGNATURE && (tail.getShort(at + 20) & 0xffff) == length - at - END_RECORD) {
                    return tail.getInt(at + 12) & 0xffff_ffffL;
                }
            }
            throw new RefusedFile("intake.refused.cut");
        }
    }

    /** ZipFile leaves the check sum to its reader. */
    private static final class Checked extends FilterInputStream {
        private final CheckedInputStream checked;
        private final ZipEntry entry;
        private final ZipFile zip;

        Checked(InputStream content, ZipEntry entry, ZipFile zip) {
            this(new CheckedInputStream(content, new CRC32()), entry, zip);
        }

        private Checked(CheckedInputStream checked, ZipEntry entry, ZipFile zip) {
            super(checked);
            this.checked = checked;
            this.entry = entry;
            this.zip = zip;
        }

        @Override
        public int read() throws IOException {
            return checkAtEnd(super.read());
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return checkAtEnd(super.read(buffer, offset, length));
        }

        private int checkAtEnd(int result) throws ZipException {
            if (result < 0 && checked.getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException("check sum");
            }
            return result;
        }

        @Override
        public void close() throws IOException {
            try (zip) {
                super.close();
            }
        }
    }
}
