package nl.baton.base;

import java.util.List;
import java.util.function.Function;

/**
 * Some of the items, and how many there are in all.
 *
 * @param total the number of items without paging
 */
public record Page<T>(long total, List<T> items) {

    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> empty() {
        return new Page<>(0, List.of());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(total, items.stream().<R>map(each).toList());
    }
}
