package nl.baton.security;

import com.vaadin.flow.server.VaadinSession;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Work that Baton does by itself: computing handoffs, storing what an import holds. It runs under an authority of its
 * own, which no user and no token can have, so that the services need no way around their own checks.
 */
public final class SystemWork {

    /** The authority, for use in {@code @PreAuthorize}. */
    public static final String ALLOWED = "hasAuthority('BATON_ITSELF')";

    private static final Authentication BATON = UsernamePasswordAuthenticationToken.authenticated(
            "baton", null, AuthorityUtils.createAuthorityList("BATON_ITSELF"));

    private SystemWork() {}

    /** Whether what runs now is Baton's own work, and nobody's deed. */
    public static boolean isRunning() {
        return SecurityContextHolder.getContext().getAuthentication() == BATON;
    }

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    public static <T> T call(Supplier<T> work) {
        // within a screen's request the user's session would go before what is set here
        VaadinSession session = VaadinSession.getCurrent();
        VaadinSession.setCurrent(null);
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext own = SecurityContextHolder.createEmptyContext();
        own.setAuthentication(BATON);
        SecurityContextHolder.setContext(own);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
            VaadinSession.setCurrent(session);
        }
    }
}
