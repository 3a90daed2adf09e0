package nl.baton.security;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. Read by services to narrow what they give; never trusted from the browser.
 *
 * @param id the user's id; for an API token the negative of the token's id
 * @param homeDepartmentId never widens what a role allows
 * @param scopes what an API token may do, such as {@code handoffs:read}; empty for a person
 */
public record CurrentUser(
        long id,
        String username,
        String name,
        Set<Role> roles,
        @Nullable Long homeDepartmentId,
        Set<String> scopes) {

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasScope(String scope) {
        return scopes.contains(scope);
    }

    CurrentUser withHomeDepartment(long id) {
        return new CurrentUser(this.id, username, name, roles, id, scopes);
    }

    public Optional<Long> homeDepartment() {
        return Optional.ofNullable(homeDepartmentId);
    }
}
