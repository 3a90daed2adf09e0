package nl.baton.security;

import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/** Baton itself, for work that nobody signed in asks for: filling the demo company at start-up. Never within a request. */
@Component
public class SystemUser {

    static final long ID = 0;
    static final String NAME = "baton";

    /** Does the work with these roles, and gives the thread back as it was. */
    public void run(Set<Role> roles, Runnable work) {
        if (RequestContextHolder.getRequestAttributes() != null) {
            throw new IllegalStateException("A request is answered with its own user's rights");
        }
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext own = SecurityContextHolder.createEmptyContext();
        var user = new CurrentUser(ID, NAME, "Baton", Set.copyOf(roles), null, Set.of());
        own.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(user, null, SignedInUser.authorities(roles)));
        SecurityContextHolder.setContext(own);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
