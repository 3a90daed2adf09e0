/**
 * Who may enter and what they may see: users, roles, sign-in, API tokens, audit.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li><b>bcrypt, cost 12</b>, behind a delegating encoder so that a stronger one can follow without a reset. Argon2
 *       would need BouncyCastle; PBKDF2 is cheaper to attack on graphics cards at the same delay. bcrypt reads 72 bytes,
 *       so longer passwords are refused in words rather than cut in silence. The cost can be raised, not lowered.
 *   <li><b>Lock-out is by account</b> (five failures, fifteen minutes). The answer to a wrong password, an unknown name,
 *       a locked and a disabled account is the same sentence after the same time. The price: somebody who knows a name
 *       can keep its owner out for a quarter of an hour; on an internal system that is seen and traced.
 *   <li><b>Open sessions follow the account.</b> Each request compares the signed-in user's version with the table's (a
 *       cache of a few seconds): disabling, new roles, a new home department or a new password end the other sessions,
 *       on every node, without a shared session store.
 *   <li><b>Only hashes of tokens are stored</b>: API tokens and one-time links are 256 random bits, so a plain SHA-256
 *       of them cannot be guessed back.
 *   <li><b>Services enforce, routes only hide.</b> Every public service carries {@code @PreAuthorize}; roles are
 *       {@code hasRole('LEAD')}, scopes of API tokens {@code hasAuthority('SCOPE_handoffs:read')}.
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Security",
        allowedDependencies = {"base", "base :: ui"})
package nl.baton.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
