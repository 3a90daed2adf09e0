package nl.baton.base.ui;

import java.security.SecureRandom;

/** Short ids that a user can read aloud and that stand in the log beside the cause. */
final class ErrorReference {

    private static final SecureRandom RANDOM = new SecureRandom();
    // No letters and digits that are mistaken for each other.
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private ErrorReference() {}

    static String next() {
        StringBuilder reference = new StringBuilder();
        for (int sign = 0; sign < 8; sign++) {
            reference.append(sign == 4 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return reference.toString();
    }
}
