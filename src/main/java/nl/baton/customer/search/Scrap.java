package nl.baton.customer.search;

import java.util.List;

/**
 * What somebody typed to find a customer, read in all the ways in which it may be meant.
 *
 * @param code its letters and digits, as the beginning of a number or an e-mail address
 * @param address the same as the beginning of postcode and house number
 * @param dialled what may be the beginning of a phone number; empty when it cannot be one
 */
public record Scrap(Name name, String code, String address, List<String> dialled, boolean withAt) {

    /** Shorter ones begin too many names to help. */
    public static final int SHORTEST = 2;

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 10;

    /** Shorter beginnings are those of half the numbers there are. */
    private static final int SHORTEST_CODE = 3;

    static final Scrap NOTHING = new Scrap(Name.of(""), "", "", List.of(), false);

    public static Scrap of(String typed) {
        String text = typed.strip();
        String code = Keys.code(text).text();
        if (code.length() < SHORTEST || text.length() > LONGEST) {
            return NOTHING;
        }
        Name name = Name.of(text);
        return new Scrap(
                name.words().size() > MOST_WORDS ? Name.of("") : name,
                code,
                Keys.address(text),
                Keys.dialled(text),
                text.indexOf('@') >= 0);
    }

    public boolean isNothing() {
        return this.equals(NOTHING);
    }

    /** Whether it looks like a number, an address or a phone, rather than a name. */
    public boolean isNumber() {
        return code.chars().anyMatch(Character::isDigit);
    }

    /** Whether it is long enough to be the beginning of a number or an address. */
    boolean beginsCode() {
        return code.length() >= SHORTEST_CODE;
    }

    /** How many typing errors a word may have: none in a short one, or it could be any. */
    static int errors(String word) {
        return word.length() < 3 ? 0 : word.length() < 6 ? 1 : 2;
    }

    /** How many typing errors a number may have. */
    int errorsInCode() {
        return withAt ? 2 : isNumber() && code.length() >= 7 ? 1 : 0;
    }
}
