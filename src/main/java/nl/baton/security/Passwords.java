package nl.baton.security;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be, and how it is hashed. */
@Component
class Passwords {

    static final int LEAST = 12;
    private static final int MOST_BYTES = 72;

    private final PasswordEncoder encoder;
    private final String nobody;

    Passwords(SecurityProperties properties) {
        encoder = new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(properties.bcryptCost())));
        nobody = hash(UUID.randomUUID().toString());
    }

    PasswordEncoder encoder() {
        return encoder;
    }

    String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("No hash for a password");
        }
        return hash;
    }

    /** An account without a password is checked against a hash that nobody knows, so that it takes as long as any. */
    String orNobody(@Nullable String hash) {
        return hash == null ? nobody : hash;
    }

    /** Why this password will not do, if so. */
    Optional<Reason> objection(String password, String username, String name) {
        if (password.length() < LEAST) {
            return Optional.of(Reason.PASSWORD_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(Reason.PASSWORD_LONG);
        }
        if (password.chars().distinct().count() < 5) {
            return Optional.of(Reason.PASSWORD_MONOTONE);
        }
        String lower = password.toLowerCase(Locale.ROOT);
        for (String part : (username + " " + name).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            // Parts of three letters and less (de, van, Bos) occur in too many good passwords.
            if (part.length() > 3 && lower.contains(part)) {
                return Optional.of(Reason.PASSWORD_NAME);
            }
        }
        return Optional.empty();
    }
}
