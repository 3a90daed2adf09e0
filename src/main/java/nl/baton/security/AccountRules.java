package nl.baton.security;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a user name and a name must look like. */
final class AccountRules {

    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{1,79}");

    /** Of one address alone, without anything that a mail's head could be mistaken for. */
    private static final Pattern EMAIL =
            Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

    private static final int LONGEST_EMAIL = 254;

    private AccountRules() {}

    /** The address as it is stored; null for none. */
    static @Nullable String email(String typed) {
        String address = typed.strip();
        if (address.isEmpty()) {
            return null;
        }
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches() || address.contains("..")) {
            throw new Refused(Reason.EMAIL_SHAPE);
        }
        return address;
    }

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
