package nl.baton.intake.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text in UTF-8 and nothing else; a parser of JSON alone would let some broken sequences pass. */
final class Utf8 {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Utf8() {}

    /** The text of a stream, without the mark that some systems put in front. */
    static Reader reader(InputStream stream) throws IOException {
        var from = new PushbackInputStream(stream, MARK.length);
        byte[] first = from.readNBytes(MARK.length);
        if (!Arrays.equals(first, MARK)) {
            from.unread(first);
        }
        return new InputStreamReader(from, decoder());
    }

    static CharBuffer text(byte[] bytes, int length) throws CharacterCodingException {
        int from =
                length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length) ? MARK.length : 0;
        return decoder().decode(ByteBuffer.wrap(bytes, from, length - from));
    }

    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
