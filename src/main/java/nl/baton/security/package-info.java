/**
 * Who may enter and what they may see: users, roles, sign-in, API tokens, audit.
 */
@NullMarked
@ApplicationModule(
        displayName = "Security",
        allowedDependencies = {"base", "base :: ui"})
package nl.baton.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
