package nl.baton.security;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a user name and a name must look like. */
final class AccountRules {

    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{1,79}");

    private AccountRules() {}

    static Optional<Reason> objection(String username, String name) {
        if (username.isBlank()) {
            return Optional.of(Reason.USERNAME_EMPTY);
        }
        if (!USERNAME.matcher(username.strip()).matches()) {
            return Optional.of(Reason.USERNAME_SHAPE);
        }
        return name.isBlank() || name.strip().length() > 120 ? Optional.of(Reason.NAME_EMPTY) : Optional.empty();
    }
}
