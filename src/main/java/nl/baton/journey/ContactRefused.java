package nl.baton.journey;

import java.util.Locale;

/** A note, a contact or a promise that cannot be written down as it stands. */
public class ContactRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why; each has a sentence in the message files. */
    public enum Reason {
        UNKNOWN("customer"),
        TEXT_EMPTY("text"),
        TEXT_LONG("text"),
        TOPIC_LONG("topic"),
        CHANNEL_EMPTY("channel"),
        CHANNEL_LONG("channel"),
        AT_AHEAD("at"),
        AT_EARLY("at"),
        FACT_EMPTY("facts"),
        FACT_LONG("facts"),
        FACTS_MANY("facts"),
        BY_EMPTY("by"),
        PROMISE_EMPTY("promise.text"),
        PROMISE_LONG("promise.text"),
        PROMISE_NO_DAY("promise.due"),
        PROMISE_PAST("promise.due"),
        PROMISE_FAR("promise.due"),
        TOO_LATE("key");

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
            return "journey.refused." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    ContactRefused(Reason reason) {
        super(reason.field() + ": " + reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
