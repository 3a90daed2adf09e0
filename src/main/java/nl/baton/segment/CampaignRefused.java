package nl.baton.segment;

/** A campaign export that cannot be made like this. */
public class CampaignRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** What is wrong. */
    public enum Reason {
        /** No purpose to which customers consented, or none that there can be. */
        PURPOSE,
        /** Under one, or over what anybody would call a cap. */
        CAP,
        DAYS,
        /** Too many of them, or one without a name. */
        ATTRIBUTES,
        /** The segment is not there, or not the asker's to see. */
        SEGMENT
    }

    CampaignRefused(Reason reason) {
        super("campaign: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
