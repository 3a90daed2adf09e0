package nl.baton.security;

/** An export goes only to who says what it is for. */
public class ExportReasonMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExportReasonMissing() {
        super("reason: an export goes only to who says what it is for");
    }
}
