package nl.baton.journey;

import org.jspecify.annotations.Nullable;

/** Something that was asked of the customer, or told by somebody, in a touchpoint. The key is one of a vocabulary. */
public record Fact(String key, Act act, @Nullable String value) {

    /** Whether the other is about the same; sources write keys in their own case. */
    public boolean hasKeyOf(Fact other) {
        return key.strip().equalsIgnoreCase(other.key.strip());
    }

    /** Which of the two it was. */
    public enum Act {
        ASKED,
        TOLD
    }
}
