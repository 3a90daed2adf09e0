package nl.baton.intake;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it may stand in the log: what it is, where it happened, what caused it, but not in its own words. A
 * database quotes the row that it would not take, and parsers quote what they could not read: personal data, which must
 * never reach a log. Only what the operating system says about a file or a stream is passed on.
 */
final class ImportFailure extends Exception {

    private static final long serialVersionUID = 1;

    /** Deeper, causes say nothing new; and some go round in circles. */
    private static final int DEEPEST = 10;

    private ImportFailure(String what, @Nullable Throwable cause) {
        super(what, cause);
    }

    static ImportFailure of(Throwable failure) {
        return of(failure, DEEPEST);
    }

    private static ImportFailure of(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        var loggable = new ImportFailure(what(failure), cause == null || depth == 0 ? null : of(cause, depth - 1));
        loggable.setStackTrace(failure.getStackTrace());
        return loggable;
    }

    private static String what(Throwable failure) {
        String type = failure.getClass().getName();
        return switch (failure) {
            case SQLException sql ->
                "%s, SQL state %s, error %d"
                        .formatted(type, Optional.ofNullable(sql.getSQLState()).orElse("unknown"), sql.getErrorCode());
            case IOException io -> type + ": " + io.getMessage();
            default -> type;
        };
    }
}
