package nl.baton.handoff;

import nl.baton.journey.Touchpoint;
import org.jspecify.annotations.Nullable;

/** What counts as a runner in the relay: a department, or a team within one. A runner is called a unit. */
public enum Grain {
    DEPARTMENT,
    TEAM;

    /** The unit that did the work of a touchpoint; null when no department is known. */
    @Nullable
    Long unit(Touchpoint touchpoint) {
        return this == DEPARTMENT ? touchpoint.departmentId() : touchpoint.teamId();
    }
}
