package nl.baton.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What sources tell of a journey as a whole, such as its priority, or whether it was in time. */
public final class JourneyAttributes {

    /** As many as one touchpoint may carry, and as one journey is known by. */
    public static final int MOST = 50;

    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_VALUE = 200;

    /** What systems write for yes and no, in Dutch and English. */
    private static final Set<String> YES = Set.of("true", "yes", "ja", "1", "j", "y");

    private static final Set<String> NO = Set.of("false", "no", "nee", "0", "n");

    private JourneyAttributes() {}

    /**
     * Of each attribute what the last touchpoint says that speaks of it, by name.
     *
     * @param ordered the journey's touchpoints, in its order
     */
    public static SortedMap<String, String> of(List<Touchpoint> ordered) {
        Map<String, String> last = new HashMap<>();
        for (Touchpoint touchpoint : ordered) {
            last.putAll(touchpoint.details().attributes());
        }
        var kept = new TreeMap<>(last);
        while (kept.size() > MOST) {
            kept.pollLastEntry();
        }
        return kept;
    }

    /** Whether a value says yes or no; null where it says neither. */
    public static @Nullable Boolean answer(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
    }
}
