package nl.baton.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of app_user with its roles. */
record Account(
        long id,
        String username,
        String name,
        @Nullable String passwordHash,
        Set<Role> roles,
        @Nullable Long homeDepartmentId,
        @Nullable String language,
        @Nullable String theme,
        boolean enabled,
        boolean demo,
        int version,
        @Nullable Instant lockedUntil,
        @Nullable Instant lastSignInAt,
        @Nullable String email) {

    boolean lockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    Account withRoles(Set<Role> given) {
        return new Account(
                id,
                username,
                name,
                passwordHash,
                given,
                homeDepartmentId,
                language,
                theme,
                enabled,
                demo,
                version,
                lockedUntil,
                lastSignInAt,
                email);
    }
}
