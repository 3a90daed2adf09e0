package nl.baton.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user as administrators see them.
 *
 * @param self whether it is the administrator who looks
 * @param email where alerts go; null for none
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
        boolean self,
        @Nullable String email) {

    /** Whether the user can sign in, and if not, why. */
    public enum State {
        ACTIVE,
        INVITED,
        LOCKED,
        DISABLED
    }
}
