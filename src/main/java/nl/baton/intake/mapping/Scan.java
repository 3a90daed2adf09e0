package nl.baton.intake.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Goes through a text from left to right. Written by hand because {@link java.time.format.DateTimeFormatter} takes ten
 * times as long, and a file has millions of times.
 */
final class Scan {

    /** No such character. */
    static final char NONE = '\0';

    private static final int NANO_DIGITS = 9;

    private final String text;
    private int at;
    private boolean failed;

    Scan(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** Whether a number was asked for where none, or one of another length, stood. */
    boolean failed() {
        return failed;
    }

    int digits(int least, int most) {
        int from = at;
        int number = 0;
        while (at < text.length() && at - from < most && isDigit(text.charAt(at))) {
            number = 10 * number + text.charAt(at++) - '0';
        }
        failed |= at - from < least;
        return number;
    }

    /** The digits after the mark, as nanoseconds; further digits are passed over. */
    int fraction() {
        int from = at;
        int nanos = 0;
        for (; at < text.length() && isDigit(text.charAt(at)); at++) {
            if (at - from < NANO_DIGITS) {
                nanos = 10 * nanos + text.charAt(at) - '0';
            }
        }
        failed |= at == from;
        for (int digits = at - from; digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** The next character if it is one of these, and goes past it; else {@link #NONE}. */
    char oneOf(String characters) {
        if (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            return text.charAt(at++);
        }
        return NONE;
    }

    void blanks() {
        while (oneOf(" \u00a0\u202f") != NONE) {
            // on to the next
        }
    }

    boolean word(String word) {
        if (text.regionMatches(true, at, word, 0, word.length())) {
            at += word.length();
            return true;
        }
        return false;
    }

    /** Z, UTC, +01:00, +0100 or +01 in seconds; null if there is none. */
    @Nullable
    Integer offset() {
        blanks();
        if (word("Z") || word("UTC") || word("GMT")) {
            return 0;
        }
        char sign = oneOf("+-\u2212");
        if (sign == NONE) {
            return null;
        }
        int hours = digits(2, 2);
        boolean colon = oneOf(":") != NONE;
        int minutes = colon || !atEnd() ? digits(2, 2) : 0;
        failed |= hours > 18 || minutes > 59;
        int seconds = 3600 * hours + 60 * minutes;
        return sign == '+' ? seconds : -seconds;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
