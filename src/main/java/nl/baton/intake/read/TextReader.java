package nl.baton.intake.read;

import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Reads a text, and refuses bytes that are no text in its encoding instead of replacing them. */
final class TextReader extends FilterReader {

    private final EndSeen bytes;
    private char last = '\n';

    TextReader(InputStream in, Charset charset) {
        this(new EndSeen(in), charset);
    }

    private TextReader(EndSeen bytes, Charset charset) {
        super(new InputStreamReader(bytes, strict(charset)));
        this.bytes = bytes;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Whether what was read last was the end of a line. */
    boolean atEndOfLine() {
        return last == '\n' || last == '\r';
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        try {
            int n = super.read(buffer, offset, length);
            if (n > 0) {
                last = buffer[offset + n - 1];
            }
            return n;
        } catch (CharacterCodingException wrong) {
            // A character that only the end of the file leaves unfinished: the file was cut there.
            throw bytes.ended ? new RefusedFile("intake.refused.cut") : new RefusedFile.WrongEncoding();
        }
    }

    private static final class EndSeen extends FilterInputStream {
        private boolean ended;

        EndSeen(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            ended |= n < 0;
            return n;
        }
    }
}
