package nl.baton.intake.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to unpack more than a packed file of this size can honestly hold. */
final class BoundedStream extends FilterInputStream {

    /** Rows repeat themselves, so real logs shrink to a fiftieth; a bomb shrinks to a thousandth. */
    private static final long MOST_PER_PACKED_BYTE = 250;

    private static final long ALWAYS_ALLOWED = 64L << 20;

    private static final long NEVER_ALLOWED = 32L << 30;

    private final long limit;
    private long delivered;

    BoundedStream(InputStream in, long packedBytes) {
        super(in);
        limit = limit(packedBytes);
    }

    static long limit(long packedBytes) {
        long packed = Math.min(Math.max(packedBytes, 0), NEVER_ALLOWED);
        return Math.min(NEVER_ALLOWED, Math.max(ALWAYS_ALLOWED, MOST_PER_PACKED_BYTE * packed));
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        return next < 0 ? next : count(1, next);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        return n < 0 ? n : count(n, n);
    }

    @Override
    public long skip(long n) throws IOException {
        return count(super.skip(n));
    }

    private int count(int n, int result) throws RefusedFile {
        count(n);
        return result;
    }

    private long count(long n) throws RefusedFile {
        delivered += n;
        if (delivered > limit) {
            throw new RefusedFile("intake.refused.bomb", limit >> 20);
        }
        return n;
    }
}
