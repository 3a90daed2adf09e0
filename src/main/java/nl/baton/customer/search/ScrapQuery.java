package nl.baton.customer.search;

import java.util.List;
import java.util.Set;
import nl.baton.customer.search.IndexedCustomer.Field;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.predicate.dsl.SimpleBooleanPredicateClausesStep;

/**
 * The question to the index for a scrap. It names no field but those that the asker may find by, so that nothing hidden
 * adds to a hit or to its rank. What fits better counts for more, whatever is rare or common.
 */
final class ScrapQuery {

    private static final float WHOLE = 40;
    private static final float BEGINNING = 20;
    private static final float WORD = 6;
    private static final float WORD_BEGINNING = 3;
    private static final float LESS = 1;

    /** Of the words in a scrap, those that may be part of a number. */
    private static final int SHORTEST_PART = 4;

    private static final int SHORTEST_TELLING = 2;

    /** Letters of an e-mail address of which at most one may be wrong. */
    private static final int ALIKE = 3;

    private static final List<Field> CODES = List.of(Field.NUMBER, Field.LOYALTY, Field.CASE, Field.EMAIL);

    private final SearchPredicateFactory f;
    private final Scrap scrap;
    private final Set<Field> by;

    ScrapQuery(SearchPredicateFactory f, Scrap scrap, Set<Field> by) {
        this.f = f;
        this.scrap = scrap;
        this.by = by;
    }

    /**
     * Whether it may fit few enough to put those that fit as well as one another in order: nobody looks for the first of all
     * whose name has a <i>van</i> in it.
     */
    boolean isTelling() {
        return !onlyParticles()
                && (scrap.name().words().isEmpty() || scrap.code().length() > SHORTEST_TELLING);
    }

    private boolean onlyParticles() {
        List<Name.Word> words = scrap.name().words();
        return !words.isEmpty() && words.stream().allMatch(Name.Word::particle);
    }

    /** What fits as it was typed. */
    SearchPredicate exact() {
        var any = f.or();
        codes().forEach(field -> {
            any.add(is(field, scrap.code(), WHOLE));
            if (scrap.beginsCode()) {
                any.add(begins(field, scrap.code(), BEGINNING));
            }
        });
        if (by.contains(Field.PHONE)) {
            scrap.dialled().forEach(digits -> {
                any.add(is(Field.PHONE, digits, WHOLE));
                any.add(begins(Field.PHONE, digits, BEGINNING));
            });
        }
        if (by.contains(Field.ADDRESS)) {
            any.add(is(Field.ADDRESS, scrap.address(), WHOLE));
            if (scrap.beginsCode()) {
                any.add(begins(Field.ADDRESS, scrap.address(), BEGINNING));
            }
        }
        if (onlyParticles()) {
            particles(any);
        } else if (!scrap.name().words().isEmpty()) {
            any.add(words(false));
        }
        return any.toPredicate();
    }

    /** What fits give or take typing errors. */
    SearchPredicate nearly() {
        var any = f.or();
        any.add(f.matchNone());
        int errors = scrap.errorsInCode();
        if (errors > 0) {
            if (!scrap.withAt()) {
                codes().forEach(field -> any.add(nearly(field, scrap.code(), errors, 1)));
            } else if (by.contains(Field.EMAIL)) {
                // two errors are looked for among those that begin alike: to do so among all takes many times as long
                any.add(nearly(Field.EMAIL, scrap.code(), errors, ALIKE));
                any.add(nearly(Field.EMAIL, scrap.code(), 1, 0));
            }
            if (by.contains(Field.PHONE)) {
                scrap.dialled().stream()
                        .filter(digits -> digits.length() > 6)
                        .forEach(digits -> any.add(nearly(Field.PHONE, digits, 1, 0)));
            }
        }
        if (!scrap.name().words().isEmpty()) {
            any.add(words(true));
        }
        return any.toPredicate();
    }

    private List<Field> codes() {
        return CODES.stream().filter(by::contains).toList();
    }

    /** They begin many names, which are in the index with their particles as one word. */
    private void particles(SimpleBooleanPredicateClausesStep<?, ?> any) {
        Name name = scrap.name();
        String joined =
                String.join("", name.words().stream().map(Name.Word::text).toList());
        any.add(begins(Field.NAME, joined, WORD_BEGINNING));
        any.add(f.match()
                .field(CustomerDocument.WHOLE_NAME)
                .matching(name.whole())
                .constantScore()
                .boost(WORD));
    }

    /** All words, in whatever order; the particles among them make it better, and no more. */
    private SearchPredicate words(boolean errors) {
        Name name = scrap.name();
        var all = f.bool();
        for (Name.Word word : name.telling()) {
            all.must(word(word, errors));
        }
        if (!name.whole().isEmpty()) {
            all.should(f.match()
                    .field(CustomerDocument.WHOLE_NAME)
                    .matching(name.whole())
                    .constantScore()
                    .boost(WORD));
        }
        name.particles()
                .forEach(initials -> all.should(f.match()
                        .field(CustomerDocument.PARTICLES)
                        .matching(initials)
                        .constantScore()
                        .boost(LESS)));
        return all.toPredicate();
    }

    private SearchPredicate word(Name.Word word, boolean errors) {
        String text = word.text();
        var any = f.or();
        any.add(is(Field.NAME, text, WORD));
        any.add(begins(Field.NAME, text, WORD_BEGINNING));
        if (!word.joined().isEmpty()) {
            any.add(is(Field.NAME, word.joined(), WORD));
        }
        if (by.contains(Field.CITY) && text.length() > 1) {
            any.add(begins(Field.CITY, text, LESS));
        }
        if (text.length() >= SHORTEST_PART && text.chars().anyMatch(Character::isDigit)) {
            codes().forEach(field -> any.add(begins(field, text, WORD_BEGINNING)));
            if (by.contains(Field.ADDRESS)) {
                any.add(begins(Field.ADDRESS, text, WORD_BEGINNING));
            }
        }
        if (errors) {
            mistyped(word, any);
        }
        return any.toPredicate();
    }

    private void mistyped(Name.Word word, SimpleBooleanPredicateClausesStep<?, ?> any) {
        String text = word.text();
        if (Scrap.errors(text) > 0) {
            any.add(nearly(Field.NAME, text, Scrap.errors(text), text.length() < 5 ? 1 : 0));
            if (by.contains(Field.CITY)) {
                any.add(nearly(Field.CITY, text, 1, 1));
            }
        }
        if (scrap.name().telling().size() > 1) {
            // a first name of which only the initial is known
            any.add(is(Field.NAME, text.substring(0, 1), LESS));
        }
    }

    private SearchPredicate is(Field field, String text, float weight) {
        return f.match()
                .field(CustomerDocument.path(field))
                .matching(text)
                .constantScore()
                .boost(weight)
                .toPredicate();
    }

    private SearchPredicate begins(Field field, String text, float weight) {
        if (field == Field.EMAIL && Keys.isBeginning(text)) {
            return f.match()
                    .field(CustomerDocument.EMAIL_BEGINNINGS)
                    .matching(text)
                    .constantScore()
                    .boost(weight)
                    .toPredicate();
        }
        return f.prefix()
                .field(CustomerDocument.path(field))
                .matching(text)
                .constantScore()
                .boost(weight)
                .toPredicate();
    }

    private SearchPredicate nearly(Field field, String text, int errors, int exactPrefix) {
        return f.match()
                .field(CustomerDocument.path(field))
                .matching(text)
                .fuzzy(errors, exactPrefix)
                .boost(LESS)
                .toPredicate();
    }
}
