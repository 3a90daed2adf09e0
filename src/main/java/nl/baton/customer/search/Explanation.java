package nl.baton.customer.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.baton.customer.search.IndexedCustomer.Field;
import nl.baton.customer.search.IndexedCustomer.Identifier;
import org.jspecify.annotations.Nullable;

/** Says of a customer that was found what it was found by: the name if it was that, and the identifier that fits best. */
public final class Explanation {

    private final Scrap scrap;
    private final Set<Field> by;

    public Explanation(Scrap scrap, Set<Field> by) {
        this.scrap = scrap;
        this.by = by;
    }

    public List<Match> of(IndexedCustomer customer) {
        var matches = new ArrayList<Match>();
        Set<String> unexplained = new LinkedHashSet<>();
        scrap.name().telling().forEach(word -> unexplained.add(word.text()));
        if (customer.name() != null) {
            add(matches, Field.NAME, customer.name(), unexplained);
        }
        boolean byName = !matches.isEmpty() && unexplained.isEmpty();
        Optional<Match> identifier = identifier(customer, byName);
        identifier.ifPresent(matches::add);
        if (identifier.isEmpty() && customer.city() != null && by.contains(Field.CITY) && !unexplained.isEmpty()) {
            add(matches, Field.CITY, customer.city(), unexplained);
        }
        return matches;
    }

    private void add(List<Match> matches, Field field, String text, Set<String> unexplained) {
        List<Span> marked = words(text, unexplained);
        if (!marked.isEmpty()) {
            matches.add(new Match(field, text, marked));
        }
    }

    /** Marks the words of a text that were typed, and takes them from what is still to be explained. */
    private List<Span> words(String text, Set<String> unexplained) {
        List<Name.Word> words = Name.of(text).words();
        var marked = new ArrayList<Span>();
        for (Name.Word typed : scrap.name().words()) {
            boolean wanted = unexplained.contains(typed.text()) || typed.particle();
            words.stream()
                    .filter(word -> wanted && !overlaps(marked, word.span()))
                    .map(word -> fit(typed, word))
                    .flatMap(Optional::stream)
                    .min(Comparator.comparingInt(Fit::errors))
                    .ifPresent(fit -> {
                        marked.add(fit.span);
                        unexplained.remove(typed.text());
                    });
        }
        if (marked.stream().allMatch(span -> isParticle(words, span))
                && !scrap.name().telling().getFirst().particle()) {
            return List.of();
        }
        marked.sort(Comparator.comparingInt(Span::from));
        return marked;
    }

    private static boolean isParticle(List<Name.Word> words, Span span) {
        return words.stream().anyMatch(word -> word.particle() && word.span().from() == span.from());
    }

    private static boolean overlaps(List<Span> marked, Span span) {
        return marked.stream().anyMatch(other -> other.from() < span.to() && span.from() < other.to());
    }

    private record Fit(Span span, int errors) {}

    private static Optional<Fit> fit(Name.Word typed, Name.Word word) {
        String asked = typed.text();
        String text = word.text();
        Span whole = word.span();
        if (text.equals(asked) || text.equals(typed.joined()) || word.joined().equals(asked)) {
            return Optional.of(new Fit(whole, 0));
        }
        if (text.startsWith(asked)) {
            // accents may make the original longer than what was typed, so that it is cut where the letters are
            int to = Math.min(whole.to(), whole.from() + asked.length());
            return Optional.of(new Fit(new Span(whole.from(), to), 0));
        }
        int errors = typed.particle() ? 0 : Scrap.errors(asked);
        int distance = Distance.between(asked, text, errors);
        return distance <= errors && errors > 0 ? Optional.of(new Fit(whole, distance)) : Optional.empty();
    }

    private record Ranked(Match match, int rank) {}

    /** @param whole whether only one counts that all of the scrap is for */
    private Optional<Match> identifier(IndexedCustomer customer, boolean whole) {
        var found = new ArrayList<Ranked>();
        for (Identifier identifier : customer.identifiers()) {
            if (by.contains(identifier.field())) {
                add(found, identifier.field(), identifier.value(), CustomerDocument.keys(identifier), whole);
            }
        }
        if (by.contains(Field.ADDRESS) && !customer.address().isEmpty()) {
            String key = Keys.code(customer.address()).text();
            add(found, Field.ADDRESS, customer.address(), Set.of(key), whole);
        }
        return found.stream().min(Comparator.comparingInt(Ranked::rank)).map(Ranked::match);
    }

    private void add(List<Ranked> found, Field field, String value, Collection<String> keys, boolean whole) {
        for (String asked : asked(field, whole)) {
            for (String key : keys) {
                Integer rank = rank(field, asked, key);
                if (rank != null) {
                    found.add(new Ranked(new Match(field, value, List.of(span(field, value, asked, key))), rank));
                }
            }
        }
    }

    /** What of the scrap may be the beginning of such an identifier; the whole of it first. */
    private List<String> asked(Field field, boolean whole) {
        var asked = new ArrayList<String>(
                switch (field) {
                    case PHONE -> scrap.dialled();
                    case ADDRESS -> List.of(scrap.address());
                    default -> List.of(scrap.code());
                });
        if (field != Field.PHONE && !whole) {
            scrap.name().telling().stream()
                    .map(Name.Word::text)
                    .filter(word -> word.length() >= 4 && word.chars().anyMatch(Character::isDigit))
                    .forEach(asked::add);
        }
        return asked;
    }

    /** How well it fits, 0 best; null when it does not. */
    private @Nullable Integer rank(Field field, String asked, String key) {
        if (key.equals(asked)) {
            return 0;
        }
        if (asked.length() > 2 && key.startsWith(asked)) {
            return 1;
        }
        int errors = field == Field.ADDRESS ? 0 : field == Field.PHONE && asked.length() > 6 ? 1 : scrap.errorsInCode();
        return errors > 0 && Distance.between(asked, key, errors) <= errors ? 2 : null;
    }

    /** The part of an identifier that is as it was typed; the whole of it when only nearly so. */
    private static Span span(Field field, String value, String asked, String key) {
        Folded folded = field == Field.PHONE ? Folded.of(value).digits() : Keys.code(value);
        int from = folded.text().lastIndexOf(key);
        if (from < 0) {
            return new Span(0, value.length());
        }
        int length = key.startsWith(asked) ? asked.length() : key.length();
        return folded.span(from, from + length);
    }
}
