package nl.baton.handoff;

import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Who sees which handoffs. Executives, marketers and API tokens see all lanes, agents and leads those with their own
 * department at either end, stewards totals. The journeys behind the figures are for agents, leads and executives, the
 * last with masked names.
 */
@Component
public class HandoffAccess {

    static final String TOKEN = "hasAuthority('SCOPE_handoffs:read')";
    static final String SEES_TOTALS = "hasAnyRole('AGENT', 'MARKETER', 'EXECUTIVE', 'LEAD', 'STEWARD') or " + TOKEN;
    static final String SEES_LANES = "hasAnyRole('AGENT', 'MARKETER', 'EXECUTIVE', 'LEAD') or " + TOKEN;
    static final String SEES_ALL_LANES = "hasAnyRole('MARKETER', 'EXECUTIVE') or " + TOKEN;
    static final String SEES_STAKES = "hasAnyRole('MARKETER', 'EXECUTIVE', 'LEAD') or " + TOKEN;
    static final String SEES_EVIDENCE = "hasAnyRole('AGENT', 'EXECUTIVE', 'LEAD')";

    static final String SEES_TYPES = "hasAnyRole('AGENT', 'EXECUTIVE', 'LEAD')";

    /** No department has this id: what stands for it shows nothing. */
    private static final long NONE = 0;

    private final CurrentUserProvider users;

    HandoffAccess(CurrentUserProvider users) {
        this.users = users;
    }

    /** The one department whose lanes the asker sees; null for all. Of several roles the widest counts. */
    @Nullable
    Long departmentOfLanes() {
        CurrentUser user = users.get();
        boolean all = user.has(Role.EXECUTIVE) || user.has(Role.MARKETER) || user.hasScope("handoffs:read");
        return all ? null : user.homeDepartment().orElse(NONE);
    }

    /** Whether the asker is told what broken handoffs cost; agents are told what one customer is worth, and no sums. */
    boolean seesStakes() {
        CurrentUser user = users.get();
        return user.has(Role.EXECUTIVE)
                || user.has(Role.MARKETER)
                || user.has(Role.LEAD)
                || user.hasScope("handoffs:read");
    }

    /** The same for totals, of which a steward sees the whole company's. */
    @Nullable
    Long departmentOfTotals() {
        return users.get().has(Role.STEWARD) ? null : departmentOfLanes();
    }

    /** The same for the journeys behind the figures, which a marketer's role does not widen. */
    @Nullable
    Long departmentOfEvidence() {
        CurrentUser user = users.get();
        return user.has(Role.EXECUTIVE) ? null : user.homeDepartment().orElse(NONE);
    }

    /** The one department whose journeys the asker may open as such; null for all. */
    @Nullable
    Long departmentOfJourneys() {
        CurrentUser user = users.get();
        boolean all = user.has(Role.AGENT) || user.has(Role.EXECUTIVE);
        return all ? null : homeDepartment();
    }

    /** The asker's own; one that nothing belongs to for who has none. */
    long homeDepartment() {
        return users.get().homeDepartment().orElse(NONE);
    }

    /** Refuses who may not see the journeys behind the figures of this department. */
    void requireEvidenceOf(long department) {
        Long own = departmentOfEvidence();
        if (own != null && own != department) {
            throw new AccessDeniedException("Not the own department");
        }
    }
}
