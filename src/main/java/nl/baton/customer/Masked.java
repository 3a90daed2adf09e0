package nl.baton.customer;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A name of which only the initials remain, for those who must not know whom it is about. */
final class Masked {

    private Masked() {}

    static @Nullable String name(@Nullable String name) {
        return name == null
                ? null
                : Arrays.stream(name.strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + ".")
                        .collect(Collectors.joining(" "));
    }
}
