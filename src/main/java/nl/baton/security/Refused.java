package nl.baton.security;

/** A change to an account or a token that the rules do not allow. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    public Refused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
