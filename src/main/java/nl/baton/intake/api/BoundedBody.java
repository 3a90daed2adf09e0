package nl.baton.intake.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The body of a request that is stored in one transaction: it has an end, and does not take for ever to come. */
final class BoundedBody extends InputStream {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long MOST_DRAINED = 64L << 20;
    private static final Duration LONGEST_DRAINED = Duration.ofSeconds(5);

    private final InputStream body;
    private final long largest;
    private final long began = System.nanoTime();
    private long read;

    BoundedBody(InputStream body, long largest) {
        this.body = body;
        this.largest = largest;
    }

    @Override
    public int read() throws IOException {
        int unit = body.read();
        if (unit >= 0) {
            count(1);
        }
        return unit;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = body.read(into, from, length);
        count(count);
        return count;
    }

    private void count(int count) {
        read += Math.max(0, count);
        if (read > largest) {
            throw tooLarge(largest);
        }
        if (System.nanoTime() - began > LONGEST.toNanos()) {
            throw IntakeRefusal.of(HttpStatus.REQUEST_TIMEOUT, "intake.api.too-slow", LONGEST.toSeconds());
        }
    }

    static IntakeRefusal tooLarge(long largest) {
        return IntakeRefusal.of(HttpStatus.CONTENT_TOO_LARGE, "intake.api.too-large", largest >> 20);
    }

    /** Reads over the rest, or who is still sending would find the connection cut before the answer has been read. */
    static void drain(InputStream body) {
        long end = System.nanoTime() + LONGEST_DRAINED.toNanos();
        byte[] nowhere = new byte[1 << 16];
        try {
            long drained = 0;
            int count;
            do {
                count = body.read(nowhere);
                drained += count;
            } while (count >= 0 && drained < MOST_DRAINED && System.nanoTime() < end);
        } catch (IOException gone) {
            // then nobody waits for an answer
        }
    }
}
