package nl.baton.customer;

import java.util.Locale;

/** A change to what is asked of data that cannot be. */
public class QualityRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why; each has a sentence in the message files. */
    public enum Reason {
        DAYS_OUTSIDE("days"),
        FIELD_UNKNOWN("field"),
        KEY_LENGTH("key"),
        KEY_LISTED("key");

        private final String field;

        Reason(String field) {
            this.field = field;
        }

        /** What it is about. */
        public String field() {
            return field;
        }

        /** The key of its sentence. */
        public String key() {
            return "customer.quality.refused." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    QualityRefused(Reason reason) {
        super(reason.field() + ": " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
