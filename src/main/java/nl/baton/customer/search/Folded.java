package nl.baton.customer.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/** A text in small letters without accents, which remembers where each of its characters stood in the original. */
final class Folded {

    /** Letters that are not made of another one and an accent, as people write them who lack them. */
    private static final Map<Character, String> PLAIN =
            Map.of('ß', "ss", 'ø', "o", 'æ', "ae", 'œ', "oe", 'ł', "l", 'đ', "d", 'ð', "d", 'þ', "th", 'ı', "i");

    private final String original;
    private final String text;
    private final int[] places;

    private Folded(String original, String text, int[] places) {
        this.original = original;
        this.text = text;
        this.places = places;
    }

    static Folded of(String original) {
        var text = new StringBuilder(original.length());
        int[] places = new int[original.length() * 2];
        for (int i = 0; i < original.length(); ) {
            int point = original.codePointAt(i);
            String folded = point < 128 ? String.valueOf((char) Character.toLowerCase(point)) : fold(point);
            for (int j = 0; j < folded.length(); j++) {
                if (text.length() == places.length) {
                    places = Arrays.copyOf(places, places.length * 2 + 8);
                }
                places[text.length()] = i;
                text.append(folded.charAt(j));
            }
            i += Character.charCount(point);
        }
        return new Folded(original, text.toString(), places);
    }

    private static String fold(int point) {
        String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        var plain = new StringBuilder();
        for (char c : parts.toCharArray()) {
            plain.append(PLAIN.getOrDefault(c, String.valueOf(c)));
        }
        return plain.toString();
    }

    /** Only the characters that are letters or digits. */
    Folded lettersAndDigits() {
        return keep(Character::isLetterOrDigit);
    }

    Folded digits() {
        return keep(c -> c >= '0' && c <= '9');
    }

    private Folded keep(IntPredicate wanted) {
        var kept = new StringBuilder();
        int[] where = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            if (wanted.test(text.charAt(i))) {
                where[kept.length()] = places[i];
                kept.append(text.charAt(i));
            }
        }
        return new Folded(original, kept.toString(), where);
    }

    String text() {
        return text;
    }

    /** Where these characters of {@link #text} stand in the original. */
    Span span(int from, int to) {
        int last = places[to - 1];
        int end = last + Character.charCount(original.codePointAt(last));
        while (end < original.length() && Character.getType(original.charAt(end)) == Character.NON_SPACING_MARK) {
            end++;
        }
        return new Span(places[from], end);
    }
}
