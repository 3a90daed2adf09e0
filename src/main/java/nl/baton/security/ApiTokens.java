package nl.baton.security;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tokens with which other systems use the API; for administrators. */
@Service
@PreAuthorize("hasRole('ADMIN')")
public class ApiTokens {

    private static final int LONGEST_NAME = 100;

    private final ApiTokenTable tokens;
    private final Audit audit;

    ApiTokens(ApiTokenTable tokens, Audit audit) {
        this.tokens = tokens;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<ApiToken> list() {
        return tokens.all().stream()
                .map(row -> new ApiToken(
                        row.id(),
                        row.name(),
                        row.scopes(),
                        row.atStartUp(),
                        row.createdAt(),
                        row.lastUsedAt(),
                        row.revokedAt()))
                .toList();
    }

    /** Makes a token; the secret is given this once. */
    @Transactional
    public Issued issue(String name, Set<ApiScope> scopes) {
        if (name.isBlank()) {
            throw new Refused(Reason.TOKEN_NAME_EMPTY);
        }
        if (name.strip().length() > LONGEST_NAME) {
            throw new Refused(Reason.TOKEN_NAME_LONG);
        }
        if (scopes.isEmpty()) {
            throw new Refused(Reason.TOKEN_SCOPES_EMPTY);
        }
        String secret = SecretHash.newSecret();
        Set<String> codes = scopes.stream().map(ApiScope::code).collect(Collectors.toSet());
        long id = tokens.add(name.strip(), SecretHash.of(secret), codes, false);
        audit.record("token.issued", name.strip(), String.join(" ", codes));
        return new Issued(id, secret);
    }

    /** Ends a token; from the next request on it opens nothing. */
    @Transactional
    public void revoke(long id) {
        if (tokens.revoke(id)) {
            audit.record("token.revoked", "token " + id, null);
        }
    }

    /** A token without its secret. */
    public record ApiToken(
            long id,
            String name,
            Set<String> scopes,
            boolean atStartUp,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    /** A token just made, with its secret. */
    public record Issued(long id, String secret) {}
}
