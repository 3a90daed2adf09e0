package nl.baton.customer;

import java.util.List;
import java.util.Locale;

/** An identifier without what people write differently, so that it is found however it is typed. */
final class SearchableIdentity {

    /** As many digits as tell phone numbers apart, whatever stands before them: 06, +31 6, 0031 6. */
    private static final int PHONE_DIGITS = 9;

    private SearchableIdentity() {}

    static String of(Identity.Kind kind, String value) {
        return kind == Identity.Kind.PHONE ? phone(value) : plain(value);
    }

    /** Lower case, without blanks. */
    static String plain(String value) {
        return value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }

    /** What may be the beginning of a number, with and without what stands before it: 06, +31 6, 0031 6. */
    static List<String> beginningsOfPhone(String value) {
        String digits = value.replaceAll("\\D", "");
        return digits.length() > PHONE_DIGITS
                ? List.of(digits.substring(digits.length() - PHONE_DIGITS), digits.replaceFirst("^(0031|31|0)", ""))
                : List.of(digits, digits.replaceFirst("^(0031|31|0)", "")).stream()
                        .distinct()
                        .toList();
    }

    /** The last nine digits. */
    static String phone(String value) {
        String digits = value.replaceAll("\\D", "");
        return digits.length() <= PHONE_DIGITS ? digits : digits.substring(digits.length() - PHONE_DIGITS);
    }
}
