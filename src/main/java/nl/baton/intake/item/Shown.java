package nl.baton.intake.item;

/** What a sender wrote, as it can be said back: not too long, and without what no JSON answer can carry. */
public final class Shown {

    private static final int LONGEST = 100;

    private static final int LONGEST_IDENTITY = 200;

    private Shown() {}

    /** An identity, to say what is spoken of. */
    public static String identity(String text) {
        return of(text.strip(), LONGEST_IDENTITY);
    }

    public static String of(String text) {
        return of(text, LONGEST);
    }

    static String of(String text, int longest) {
        String part = text.length() > longest ? text.substring(0, longest) + "…" : text;
        if (isWhole(part)) {
            return part;
        }
        var mended = new StringBuilder(part.length());
        part.codePoints()
                .map(point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        ? '\uFFFD'
                        : point)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }

    /** Whether it is text that can be stored: no U+0000, and no half of a character of two halves. */
    static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return false;
            }
            if (Character.isSurrogate(unit)) {
                if (!Character.isHighSurrogate(unit)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
