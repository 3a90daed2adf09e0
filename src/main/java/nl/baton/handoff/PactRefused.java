package nl.baton.handoff;

import java.util.Locale;

/** A pact cannot be proposed, signed or withdrawn as asked. */
public final class PactRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    PactRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why; its words stand under {@code pact.refused.} and its name, small and with hyphens. */
    public enum Reason {
        /** Only the leads of the two departments have a say in it. */
        NOT_YOUR_LANE(""),
        SAME_DEPARTMENT("to"),
        UNKNOWN_DEPARTMENT("from"),
        PICK_UP("pickUp"),
        MAX_RETURNS("maxReturns"),
        REQUIRED_FACTS("requiredFacts"),
        SINCE("since"),
        SIGNED_BY("signedBy"),
        /** It was signed by both, withdrawn or overtaken meanwhile. */
        NOT_OPEN(""),
        ALREADY_SIGNED("");

        private final String field;

        Reason(String field) {
            this.field = field;
        }

        /** Which part of the pact it is about; empty for the whole. */
        public String field() {
            return field;
        }

        /** The key of its words. */
        public String key() {
            return "pact.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Reason reason() {
        return reason;
    }
}
