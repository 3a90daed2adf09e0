package nl.baton.customer;

import java.util.List;
import java.util.Locale;

/** A wish or a consent that cannot be taken down as it was given. */
public class WishRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why; each has a sentence in the message files. */
    public enum Reason {
        CUSTOMER_UNKNOWN("customer"),
        CHANNEL_LONG("channel"),
        HOURS_PART("hours"),
        HOURS_DAY("hours"),
        HOURS_ORDER("hours"),
        HOURS_LONG("hours"),
        LANGUAGE_UNKNOWN("language"),
        TOPIC_LONG("topic"),
        TOPICS_MANY("topic"),
        PURPOSE_EMPTY("purpose"),
        PURPOSE_LONG("purpose"),
        EXPIRES_BEFORE("expiresAt");

        private final String field;

        Reason(String field) {
            this.field = field;
        }

        /** The field that it is about. */
        public String field() {
            return field;
        }

        /** The key of its sentence. */
        public String key() {
            return "customer.wish.refused." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;
    private final transient List<Object> arguments;

    WishRefused(Reason reason, Object... arguments) {
        super(reason.field() + ": " + reason);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    /** For its sentence. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
