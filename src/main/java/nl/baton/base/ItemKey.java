package nl.baton.base;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The identity of an item in the outside world. */
public record ItemKey(String source, String externalId) implements Comparable<ItemKey> {

    private static final Comparator<ItemKey> ORDER =
            Comparator.comparing(ItemKey::source).thenComparing(ItemKey::externalId);

    /** The external ids by their source, as an {@code IN} list asks for them. */
    public static Map<String, List<String>> bySource(Collection<ItemKey> keys) {
        var externalIds = new TreeMap<String, List<String>>();
        for (ItemKey key : keys) {
            externalIds
                    .computeIfAbsent(key.source(), source -> new ArrayList<>())
                    .add(key.externalId());
        }
        return externalIds;
    }

    @Override
    public int compareTo(ItemKey other) {
        return ORDER.compare(this, other);
    }
}
