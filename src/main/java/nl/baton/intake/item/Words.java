package nl.baton.intake.item;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of an enum, for telling which there are. */
final class Words {

    private Words() {}

    static String of(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** The constant of this name; null where the value is none. */
    static <E extends Enum<E>> @Nullable E find(Class<E> type, @Nullable Object value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        return null;
    }
}
