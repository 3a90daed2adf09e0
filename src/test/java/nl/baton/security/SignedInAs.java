package nl.baton.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithSecurityContext;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/** Runs a test as a user with these roles; the user stands in no table. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@WithSecurityContext(factory = SignedInAs.Factory.class)
public @interface SignedInAs {

    Role[] value();

    /** Its id is far from any that the tables hand out. */
    long id() default 9_000_000;

    String username() default "tester";

    /** 0 for none. */
    long homeDepartmentId() default 0;

    /** Builds the security context, also for tests that change user as they go. */
    class Factory implements WithSecurityContextFactory<SignedInAs> {

        @Override
        public SecurityContext createSecurityContext(SignedInAs as) {
            return context(
                    as.id(),
                    as.username(),
                    Set.of(as.value()),
                    as.homeDepartmentId() == 0 ? null : as.homeDepartmentId());
        }

        public static SecurityContext context(long id, String username, Set<Role> roles, Long homeDepartmentId) {
            Account account = new Account(
                    id,
                    username,
                    "Tess Tester",
                    null,
                    roles,
                    homeDepartmentId,
                    null,
                    null,
                    true,
                    false,
                    1,
                    null,
                    null,
                    null);
            SignedInUser user = new SignedInUser(account, "", false);
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
            return context;
        }
    }
}
