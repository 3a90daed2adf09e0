package nl.baton.handoff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.Page;
import org.jspecify.annotations.Nullable;

/** Compares counts with the lists that they lead to: how long each says it is, and how many different rows there are. */
final class CountedRows {

    private static final int PAGE = 50;

    private final List<String> differences = new ArrayList<>();
    private long counts;

    /** Reads a page of a list. */
    interface Listed<T> {
        Page<T> page(int offset, int limit);
    }

    long counts() {
        return counts;
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    /** What is said twice is the same. */
    void same(String what, Object one, @Nullable Object other) {
        counts++;
        if (!one.equals(other)) {
            differences.add("%s: %s is not %s".formatted(what, one, other));
        }
    }

    /** @param identity what makes a row another than the next */
    <T> void compare(String what, long counted, Listed<T> list, Function<T, Object> identity) {
        counts++;
        Page<T> page = list.page(0, PAGE);
        long total = page.total();
        long read = page.items().size();
        long different =
                page.items().stream().map(identity).collect(Collectors.toSet()).size();
        if (total > PAGE) {
            // of a long list the first rows and the end: its last row is there, and nothing after it
            read = total - 1 + list.page((int) total - 1, PAGE).items().size();
            different += total - PAGE;
        }
        if (counted != total || counted != read || counted != different) {
            differences.add("%s: counted %d, list of %d, %d rows read, %d of them different"
                    .formatted(what, counted, total, read, different));
        }
    }
}
