package nl.baton.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user as administrators see them.
 *
 * @param self whether it is the administrator who looks
 */
public record UserAccount(
        long id,
        String username,
        String name,
        Set<Role> roles,
        HomeDepartments.@Nullable Choice homeDepartment,
        State state,
        boolean demo,
        @Nullable Instant lastSignInAt,
        boolean self) {

    /** Whether the user can sign in, and if not, why. */
    public enum State {
        ACTIVE,
        INVITED,
        LOCKED,
        DISABLED
    }
}
