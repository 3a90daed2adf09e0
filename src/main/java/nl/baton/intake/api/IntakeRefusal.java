package nl.baton.intake.api;

import java.time.Duration;
import nl.baton.intake.read.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request, or the rest of a stream, that is not taken: nothing of it is stored. */
final class IntakeRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final transient Reason reason;
    private final transient @Nullable Duration retryAfter;

    private IntakeRefusal(HttpStatus status, @Nullable Duration retryAfter, @Nullable Throwable cause, Reason reason) {
        super(reason.key(), cause);
        this.status = status;
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    static IntakeRefusal of(HttpStatus status, String key, Object... arguments) {
        return new IntakeRefusal(status, null, null, Reason.of(key, arguments));
    }

    /** Nothing is wrong with what was sent; the same again will be taken later. */
    static IntakeRefusal later(HttpStatus status, Duration wait, @Nullable Throwable cause, String key) {
        return new IntakeRefusal(status, wait, cause, Reason.of(key));
    }

    HttpStatus status() {
        return status;
    }

    Reason reason() {
        return reason;
    }

    /** Whole seconds, rounded up, as HTTP wants them; null where the same request is of no use later. */
    @Nullable
    Long retrySeconds() {
        return retryAfter == null
                ? null
                : Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
