package nl.baton.alert;

import java.util.Set;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;

/** What Baton tells of, and whom. */
public enum AlertKind {
    /** A pass waits longer than agreed: for agents and leads of the department that is to begin. */
    NOT_PICKED_UP,
    /** A handoff was later than its pact, or lacked facts that it asks for: for leads at both ends. */
    PACT_BREACHED,
    /** More of a lane breaks than before: for leads at both ends, and executives. */
    WORSENED;

    /** Whether it concerns somebody with these roles and this home department. */
    boolean concerns(Set<Role> roles, @Nullable Long home, long from, long to) {
        boolean atStart = home != null && home == from;
        boolean atEnd = home != null && home == to;
        boolean lead = roles.contains(Role.LEAD) && (atStart || atEnd);
        return switch (this) {
            case NOT_PICKED_UP -> atEnd && (roles.contains(Role.AGENT) || roles.contains(Role.LEAD));
            case PACT_BREACHED -> lead;
            case WORSENED -> lead || roles.contains(Role.EXECUTIVE);
        };
    }
}
