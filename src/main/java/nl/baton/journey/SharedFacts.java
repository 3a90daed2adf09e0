package nl.baton.journey;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The facts with a value that a journey's touchpoints state; two values are the same without regard to case and blanks. */
record SharedFacts(Set<KeyValue> facts) {

    /** One fact, its key as it was written. */
    record KeyValue(String key, String value) implements Comparable<KeyValue> {

        @Override
        public int compareTo(KeyValue other) {
            int byKey = key.compareTo(other.key);
            return byKey == 0 ? value.compareTo(other.value) : byKey;
        }
    }

    static SharedFacts of(List<Touchpoint.Details> details) {
        return new SharedFacts(details.stream()
                .flatMap(some -> some.facts().stream())
                .filter(fact -> fact.value() != null && !fact.value().isBlank())
                .map(fact -> new KeyValue(normal(fact.key()), normal(String.valueOf(fact.value()))))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    Set<KeyValue> in(SharedFacts other) {
        Set<KeyValue> both = new TreeSet<>(facts);
        both.retainAll(other.facts);
        return both;
    }
}
