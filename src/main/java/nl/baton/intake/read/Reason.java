package nl.baton.intake.read;

import java.util.List;

/**
 * Why something was not taken: a text's key and what is to be filled in, so that each reader gets it in his own
 * language.
 */
public record Reason(String key, List<String> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String key, Object... arguments) {
        return new Reason(key, List.of(arguments).stream().map(String::valueOf).toList());
    }
}
