package nl.baton.journey;

import org.jspecify.annotations.Nullable;

/** Something that was asked of the customer, or told by somebody, in a touchpoint. The key is one of a vocabulary. */
public record Fact(String key, Act act, @Nullable String value) {

    /** Which of the two it was. */
    public enum Act {
        ASKED,
        TOLD
    }
}
