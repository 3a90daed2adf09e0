package nl.baton.intake.read;

import java.io.IOException;

/** A file that is refused as a whole. An {@link IOException}, so that it passes through the parsers unharmed. */
public class RefusedFile extends IOException {

    private final transient Reason reason;

    public RefusedFile(String key, Object... arguments) {
        super(key);
        reason = Reason.of(key, arguments);
    }

    public Reason reason() {
        return reason;
    }

    /** The text is not in the encoding that its beginning led to expect. */
    public static final class WrongEncoding extends RefusedFile {
        WrongEncoding() {
            super("intake.refused.encoding");
        }
    }
}
