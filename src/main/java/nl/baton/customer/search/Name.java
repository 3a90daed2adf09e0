package nl.baton.customer.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A name by its words. Words such as <i>van den</i> are particles: people leave them out, shorten them (vd, v/d, v.d.) and
 * put them last, so that nobody has to know them to find somebody.
 *
 * @param particles for each run of particles its initials, so that van der, van den and vd are the same
 */
record Name(List<Word> words, Set<String> particles) {

    /** Those of Dutch names, and of the names from elsewhere that are as common here. */
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "de", "den", "der", "het", "t", "ten", "ter", "te", "in", "op", "aan", "bij", "uit", "voor",
            "el", "al", "da", "di", "do", "dos", "du", "la", "le");

    /** Several particles as one word, which stand for the initials vd. */
    private static final Set<String> SHORTENED = Set.of("vd", "vdn", "vdr", "vande", "vanden", "vander");

    private static final Set<String> AFTER_V = Set.of("d", "dn", "dr");

    /**
     * A word of a name.
     *
     * @param joined the word with the particles before it as one word: vandenberg; empty when there are none
     * @param span where it stands in the name
     */
    record Word(String text, boolean particle, String joined, Span span) {}

    private record Part(String text, Span span) {}

    static Name of(String name) {
        List<Part> parts = parts(Folded.of(name));
        var words = new ArrayList<Word>();
        var particles = new LinkedHashSet<String>();
        var run = new StringBuilder();
        var initials = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String text = parts.get(i).text;
            boolean particle = isParticle(parts, i);
            words.add(new Word(text, particle, particle || run.isEmpty() ? "" : run + text, parts.get(i).span));
            if (particle) {
                run.append(text);
                initials.append(SHORTENED.contains(text) ? "vd" : text.substring(0, 1));
            }
            if (!particle || i == parts.size() - 1) {
                if (!initials.isEmpty()) {
                    particles.add(initials.toString());
                }
                run.setLength(0);
                initials.setLength(0);
            }
        }
        return new Name(List.copyOf(words), particles);
    }

    private static boolean isParticle(List<Part> parts, int i) {
        String text = parts.get(i).text;
        boolean beforeD = text.equals("v") && i + 1 < parts.size() && AFTER_V.contains(parts.get(i + 1).text);
        boolean afterV =
                AFTER_V.contains(text) && i > 0 && parts.get(i - 1).text.equals("v");
        return PARTICLES.contains(text) || SHORTENED.contains(text) || beforeD || afterV;
    }

    private static List<Part> parts(Folded folded) {
        var parts = new ArrayList<Part>();
        String text = folded.text();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside && from < 0) {
                from = i;
            } else if (!inside && from >= 0) {
                parts.add(new Part(text.substring(from, i), folded.span(from, i)));
                from = -1;
            }
        }
        return parts;
    }

    /** The words that say who it is; all, if there are only particles. */
    List<Word> telling() {
        List<Word> telling = words.stream().filter(word -> !word.particle).toList();
        return telling.isEmpty() ? words : telling;
    }

    /** What a word of a search may be like. */
    Set<String> terms() {
        var terms = new LinkedHashSet<String>();
        for (Word word : words) {
            terms.add(word.text);
            if (!word.joined.isEmpty()) {
                terms.add(word.joined);
            }
        }
        return terms;
    }

    /** The whole name, in whatever order its words stand. */
    String whole() {
        return String.join(" ", new TreeSet<>(telling().stream().map(Word::text).toList()));
    }
}
