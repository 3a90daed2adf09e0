package nl.baton.security;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The account as it was at sign-in; kept in the session, without the hash. */
final class SignedInUser implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1;

    private final long id;
    private final String username;
    private final String name;
    private final Set<Role> roles;
    private final @Nullable Long homeDepartmentId;
    private final int version;
    private final boolean enabled;
    private final boolean locked;
    private @Nullable String passwordHash;

    SignedInUser(Account account, String passwordHash, boolean locked) {
        id = account.id();
        username = account.username();
        name = account.name();
        roles = Set.copyOf(account.roles());
        homeDepartmentId = account.homeDepartmentId();
        version = account.version();
        enabled = account.enabled();
        this.passwordHash = passwordHash;
        this.locked = locked;
    }

    CurrentUser currentUser() {
        return new CurrentUser(id, username, name, roles, homeDepartmentId, Set.of());
    }

    long id() {
        return id;
    }

    int version() {
        return version;
    }

    static List<GrantedAuthority> authorities(Set<Role> roles) {
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities(roles);
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isAccountNonLocked() {
        return !locked;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
