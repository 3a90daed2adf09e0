package nl.baton.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a request in by its bearer token, for that request only. */
final class BearerTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiTokenTable tokens;
    private final ApiRefusals refusals;

    BearerTokenFilter(ApiTokenTable tokens, ApiRefusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> secret = secret(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (secret.isPresent()) {
            Optional<ApiTokenTable.Row> token;
            try {
                token = tokens.live(SecretHash.of(secret.get()));
                token.ifPresent(this::signIn);
            } catch (DataAccessException | TransactionException databaseAway) {
                refusals.away(request, response);
                return;
            }
            if (token.isEmpty()) {
                refusals.commence(request, response, new BadCredentialsException("Unknown or revoked token"));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static Optional<String> secret(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private void signIn(ApiTokenTable.Row token) {
        tokens.used(token);
        // A token has no name of a person and no role: what it may do stands in its scopes alone.
        var user = new CurrentUser(-token.id(), "token " + token.name(), token.name(), Set.of(), null, token.scopes());
        var authorities = token.scopes().stream()
                .map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope))
                .toList();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, authorities));
        SecurityContextHolder.setContext(context);
    }
}
