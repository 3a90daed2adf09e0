package nl.baton.intake.item;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The words of an enum, for telling which there are. */
final class Words {

    private Words() {}

    static String of(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
