package nl.baton.customer.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Under which words identifiers stand in the index, and what a search for them begins with. */
final class Keys {

    /** As many digits as tell phone numbers apart, whatever stands before them: 06, +31 6, 0031 6. */
    private static final int PHONE_DIGITS = 9;

    private static final int FEWEST_PHONE_DIGITS = 4;

    private static final int SHORTEST_BEGINNING = 3;
    private static final int LONGEST_BEGINNING = 8;

    private static final Pattern DIALLED = Pattern.compile("[+\\d\\s()./-]+");
    private static final Pattern BEFORE_DIGITS = Pattern.compile("^\\D+");
    private static final Pattern COUNTRY = Pattern.compile("^(0031|31|0)");
    private static final Pattern HOUSE = Pattern.compile("\\s(\\d+\\s*\\S{0,6}(\\s\\S{1,4})?)$");
    private static final Pattern HOUSE_FIRST = Pattern.compile("^(\\d+[a-z]{0,3})\\s+(\\d{4}\\s?[a-z]{2})$");
    private static final Pattern PHONE_AS_NUMBER = Pattern.compile("(\\+|00|0)[1-9][\\d\\s()-]{7,}");

    private Keys() {}

    static Folded code(String text) {
        return Folded.of(text).lettersAndDigits();
    }

    /** A number as it is, and without the letters before it: ORD-1234 is found by 1234 too. */
    static Set<String> ofCode(String value) {
        var keys = new LinkedHashSet<String>();
        String code = code(value).text();
        keys.add(code);
        keys.add(BEFORE_DIGITS.matcher(code).replaceFirst(""));
        keys.remove("");
        return keys;
    }

    /** An address of electronic mail from each word on that stands before its @. */
    static Set<String> ofEmail(String value) {
        var keys = new LinkedHashSet<String>();
        Folded folded = Folded.of(value);
        int at = folded.text().indexOf('@');
        String text = folded.text();
        for (int i = 0; i < Math.max(at, 1) && i < text.length(); i++) {
            boolean begins = Character.isLetterOrDigit(text.charAt(i))
                    && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
            if (begins) {
                keys.add(code(text.substring(i)).text());
            }
        }
        return keys;
    }

    /**
     * What such keys begin with. No two people have the same address, so that to look for all that begin with a few letters
     * would be to go through as many of them as there are people.
     */
    static Set<String> beginnings(Collection<String> keys) {
        var beginnings = new LinkedHashSet<String>();
        for (String key : keys) {
            for (int n = SHORTEST_BEGINNING; n <= Math.min(LONGEST_BEGINNING, key.length()); n++) {
                beginnings.add(key.substring(0, n));
            }
        }
        return beginnings;
    }

    /** Whether a text stands among the {@link #beginnings} of what begins with it. */
    static boolean isBeginning(String text) {
        return text.length() >= SHORTEST_BEGINNING && text.length() <= LONGEST_BEGINNING;
    }

    static Set<String> ofPhone(String value) {
        String digits = Folded.of(value).digits().text();
        return digits.isEmpty()
                ? Set.of()
                : Set.of(digits.length() <= PHONE_DIGITS ? digits : digits.substring(digits.length() - PHONE_DIGITS));
    }

    /** What may be the beginning of a phone number, with and without what stands before it; empty when it is none. */
    static List<String> dialled(String text) {
        String digits = Folded.of(text).digits().text();
        if (!DIALLED.matcher(text).matches() || digits.length() < FEWEST_PHONE_DIGITS) {
            return List.of();
        }
        String national = COUNTRY.matcher(digits).replaceFirst("");
        String last = digits.length() > PHONE_DIGITS ? digits.substring(digits.length() - PHONE_DIGITS) : digits;
        return List.of(last, national).stream()
                .filter(beginning -> beginning.length() >= FEWEST_PHONE_DIGITS - 1)
                .distinct()
                .toList();
    }

    /** The house number that stands at the end of a street; empty when there is none. */
    static String houseNumber(String street) {
        var found = HOUSE.matcher(street);
        return found.find() ? found.group(1) : "";
    }

    /** What an address may begin with: 1234 AB 12, and 12 1234 AB as well. */
    static String address(String text) {
        var turned = HOUSE_FIRST.matcher(Folded.of(text.strip()).text());
        return code(turned.matches() ? turned.group(2) + turned.group(1) : text).text();
    }

    /** Whether a source calls its customer by how to reach them. */
    static boolean tellsHowToReach(String number) {
        return number.indexOf('@') > 0 || PHONE_AS_NUMBER.matcher(number).matches();
    }
}
