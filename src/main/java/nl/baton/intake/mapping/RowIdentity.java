package nl.baton.intake.mapping;

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import nl.baton.intake.read.Row;

/**
 * By what a row without a number of its own is known again: the journey type, a hash of the whole raw row, and which
 * occurrence of that row in the file it is. So the same file gives the same identities, whatever it is called, however
 * it is packed or quoted; and two rows that are alike stay two.
 *
 * <p>The hash is SHA-256 cut to 128 bits: among 20 million rows, two different ones share it with a chance of about
 * 10⁻²⁴. In hexadecimal, because a database may not tell capitals from small letters.
 */
final class RowIdentity implements Closeable {

    private static final int HASH_BYTES = 16;

    private final String prefix;
    private final Occurrences occurrences;
    private final MessageDigest digest;
    private byte[] bytes = new byte[1 << 10];
    private int length;

    RowIdentity(String journeyType, Occurrences occurrences) {
        this.prefix = journeyType + ":";
        this.occurrences = occurrences;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    String next(Row row) {
        length = 0;
        for (String text : row.raw()) {
            add(text.getBytes(StandardCharsets.UTF_8));
        }
        digest.update(bytes, 0, length);
        byte[] hash = digest.digest();
        // The other half of the hash, so that it adds to the identity rather than repeats it.
        long fingerprint = ByteBuffer.wrap(hash).getLong(HASH_BYTES);
        return prefix + HexFormat.of().formatHex(hash, 0, HASH_BYTES) + "#" + occurrences.count(fingerprint);
    }

    /** Each text behind its length: "a", "bc" is another row than "ab", "c". */
    private void add(byte[] text) {
        if (bytes.length - length < text.length + Integer.BYTES) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + text.length + Integer.BYTES));
        }
        ByteBuffer.wrap(bytes).putInt(length, text.length);
        System.arraycopy(text, 0, bytes, length + Integer.BYTES, text.length);
        length += text.length + Integer.BYTES;
    }

    @Override
    public void close() {
        occurrences.close();
    }
}
