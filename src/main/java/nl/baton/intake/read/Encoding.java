package nl.baton.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How a text is encoded.
 *
 * @param mark the length of the byte order mark in front of the text
 * @param certain whether a byte order mark says so, rather than the first bytes making it likely
 */
record Encoding(Charset charset, int mark, boolean certain) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** UTF-8 as long as nothing speaks against it: no other encoding produces valid UTF-8 by accident for long. */
    static Encoding of(byte[] head) {
        if (Packing.startsWith(head, 0xef, 0xbb, 0xbf)) {
            return new Encoding(StandardCharsets.UTF_8, 3, true);
        }
        if (Packing.startsWith(head, 0xfe, 0xff)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2, true);
        }
        if (Packing.startsWith(head, 0xff, 0xfe)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2, true);
        }
        var utf8 = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        // Not the end of the input: a character cut in two by the end of the head is no fault.
        boolean valid = !utf8.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false)
                .isError();
        return new Encoding(valid ? StandardCharsets.UTF_8 : WINDOWS, 0, false);
    }

    static Encoding windows() {
        return new Encoding(WINDOWS, 0, false);
    }

    boolean canBeWindows() {
        return !certain && charset == StandardCharsets.UTF_8;
    }

    String text(byte[] head) {
        return new String(head, mark, Math.max(0, head.length - mark), charset);
    }

    TextReader reader(InputStream in) throws IOException {
        in.skipNBytes(mark);
        return new TextReader(in, charset);
    }
}
