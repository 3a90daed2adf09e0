package nl.baton.customer;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One field of what is known of a customer, and how good it is.
 *
 * @param code {@link FieldCode}s, or {@code attribute:} and the attribute's key
 * @param value null when it is empty
 * @param source who says so; for an empty one, who says nothing
 * @param statedAt since when it is stated so, as far as anybody knows
 * @param verifiedAt when somebody last made sure of it
 * @param freshUntil the last day on which it is young enough; null when it is empty
 * @param timely whether that day is not over
 */
public record CustomerField(
        String code,
        @Nullable String value,
        String source,
        @Nullable Instant statedAt,
        @Nullable Instant verifiedAt,
        State state,
        @Nullable LocalDate freshUntil,
        boolean timely) {

    static final String ATTRIBUTE = "attribute:";

    /** What can be said of it whatever its age. */
    public enum State {
        EMPTY,
        /** It cannot be what it says it is. */
        WRONG,
        /** Another customer goes by the same. */
        CONTRADICTED,
        FINE
    }

    /** The fields that every customer can have. */
    public enum FieldCode {
        NAME,
        ADDRESS,
        BIRTH_DATE,
        EMAIL,
        PHONE,
        LOYALTY,
        SOURCE
    }

    public boolean complete() {
        return state != State.EMPTY;
    }

    public boolean correct() {
        return state == State.FINE;
    }

    /** Correct, timely and complete at once. */
    public boolean good() {
        return correct() && timely;
    }

    /** The key of an attribute; null for any other field. */
    public @Nullable String attribute() {
        return code.startsWith(ATTRIBUTE) ? code.substring(ATTRIBUTE.length()) : null;
    }
}
