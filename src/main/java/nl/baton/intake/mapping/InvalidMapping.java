package nl.baton.intake.mapping;

import nl.baton.intake.read.Reason;

/** A mapping that cannot be used, with the place in it that is wrong. */
public class InvalidMapping extends RuntimeException {

    private final String field;
    private final transient Reason reason;

    public InvalidMapping(String field, String key, Object... arguments) {
        super(key);
        this.field = field;
        reason = Reason.of(key, arguments);
    }

    /** Such as {@code columns.journey}. */
    public String field() {
        return field;
    }

    public Reason reason() {
        return reason;
    }
}
