package nl.baton.handoff;

import java.util.Map;
import java.util.Optional;

/**
 * At which end of a handoff the cause of a breakdown lies. With the receiver: it began late, had the customer ask, asked
 * again for what was told, refused or asked back, or took longer than promised. With the passer: it passed without the
 * facts that were agreed, or gave the journey back. What shows only later (another channel, given up, opened again, a
 * broken promise, a sour customer) lies with neither alone: it stands on the lane's page, and at no department's door.
 */
public enum BreakdownCause {
    PASSER,
    RECEIVER;

    private static final Map<String, BreakdownCause> BY_RULE = Map.of(
            "LATE_PICKUP", RECEIVER,
            "CUSTOMER_CHASED", RECEIVER,
            "ASKED_AGAIN", RECEIVER,
            "REFUSED", RECEIVER,
            "OVERRUN", RECEIVER,
            "LOST_CONTEXT", PASSER,
            "PING_PONG", PASSER,
            "RETURNED", PASSER);

    /** Of a rule by its code; empty where it lies with neither alone. */
    public static Optional<BreakdownCause> of(String rule) {
        return Optional.ofNullable(BY_RULE.get(rule));
    }
}
