package nl.baton.security;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Reads the current user from Spring Security, on a request's thread as on a background one. */
@Component
class SecurityContextUser implements CurrentUserProvider {

    private final ObjectProvider<HomeDepartments> departments;

    SecurityContextUser(ObjectProvider<HomeDepartments> departments) {
        this.departments = departments;
    }

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
            return Optional.of(atHome(user.currentUser()));
        }
        return authentication.getPrincipal() instanceof CurrentUser token ? Optional.of(token) : Optional.empty();
    }

    /** Whose department was merged into another is at home there, from the next click on. */
    private CurrentUser atHome(CurrentUser user) {
        HomeDepartments known = departments.getIfAvailable();
        return known == null || user.homeDepartmentId() == null
                ? user
                : user.withHomeDepartment(known.survivor(user.homeDepartmentId()));
    }
}
