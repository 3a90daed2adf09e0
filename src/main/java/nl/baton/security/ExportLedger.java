package nl.baton.security;

import org.springframework.stereotype.Component;

/** Writes down every export before its first byte: who, when, what and why. Only services call it. */
@Component
public class ExportLedger {

    /** Fewer letters say nothing. */
    private static final int SHORTEST_REASON = 3;

    private final Audit audit;

    ExportLedger(Audit audit) {
        this.audit = audit;
    }

    /** @throws ExportReasonMissing if the reason says nothing */
    public void record(String action, String what, String reason) {
        check(reason);
        audit.record(action, what, reason.strip());
    }

    /**
     * For who has much to read before it is known what there is to write down.
     *
     * @throws ExportReasonMissing if the reason says nothing
     */
    public void check(String reason) {
        if (reason.strip().length() < SHORTEST_REASON) {
            throw new ExportReasonMissing();
        }
    }
}
