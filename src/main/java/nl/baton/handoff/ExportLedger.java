package nl.baton.handoff;

import nl.baton.security.Audit;
import org.springframework.stereotype.Component;

/** Writes down every export before its first byte: who, when, what and why. */
@Component
class ExportLedger {

    /** Fewer letters say nothing. */
    private static final int SHORTEST_REASON = 3;

    private final Audit audit;

    ExportLedger(Audit audit) {
        this.audit = audit;
    }

    /** @throws ExportReasonMissing if the reason says nothing */
    void record(String action, String what, String reason) {
        if (reason.strip().length() < SHORTEST_REASON) {
            throw new ExportReasonMissing();
        }
        audit.record(action, what, reason.strip());
    }
}
