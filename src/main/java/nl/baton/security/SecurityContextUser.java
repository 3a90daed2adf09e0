package nl.baton.security;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Reads the current user from Spring Security, on a request's thread as on a background one. */
@Component
class SecurityContextUser implements CurrentUserProvider {

    @Override
    public CurrentUser get() {
        return find().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    Optional<CurrentUser> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        if (authentication.getPrincipal() instanceof SignedInUser user) {
            return Optional.of(user.currentUser());
        }
        return authentication.getPrincipal() instanceof CurrentUser token ? Optional.of(token) : Optional.empty();
    }
}
