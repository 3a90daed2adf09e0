package nl.baton.intake.setup;

import java.util.List;

/** What was sent is not what it should be. */
final class SetupRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String key;
    private final transient List<Object> arguments;

    SetupRefused(String field, String key, Object... arguments) {
        super(key);
        this.field = field;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** Empty when it is about the whole. */
    String field() {
        return field;
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
