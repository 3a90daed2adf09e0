package nl.baton.intake.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream, one at a time in a memory that does not grow with the stream. */
final class Lines {

    static final int LONGEST = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final InputStream stream;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;

    private byte[] line = new byte[1 << 10];
    private int length;
    private boolean tooLong;
    private long number = -1;

    Lines(InputStream stream) {
        this.stream = stream;
    }

    /** Goes on to the next line that is not blank; false at the end. */
    boolean next() throws IOException {
        do {
            if (!advance()) {
                return false;
            }
        } while (isBlank());
        return true;
    }

    private boolean advance() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (true) {
            if (position == filled) {
                position = 0;
                filled = Math.max(0, stream.read(buffer, 0, buffer.length));
                if (filled == 0) {
                    number += any ? 1 : 0;
                    return any;
                }
            }
            any = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            keep(end - position);
            position = end;
            if (end < filled) {
                position++;
                number++;
                return true;
            }
        }
    }

    private void keep(int count) {
        if (tooLong || length + count > LONGEST) {
            tooLong = true;
            return;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST, Math.max(length + count, line.length * 2)));
        }
        System.arraycopy(buffer, position, line, length, count);
        length += count;
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return !tooLong;
    }

    /** The line's bytes, up to {@link #length()}; overwritten by the next line. */
    byte[] line() {
        return line;
    }

    int length() {
        return length;
    }

    /** Whether the line was too long to be kept. */
    boolean tooLong() {
        return tooLong;
    }

    /** The line's place in the stream, from 0; blank lines count. */
    long number() {
        return number;
    }
}
