package nl.baton.journey;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Topics are compared without regard to case and to blanks around them. */
public final class Topic {

    private Topic() {}

    /** The topic as it is compared; empty for a blank one. */
    static String of(String topic) {
        return topic.strip().toLowerCase(Locale.ROOT);
    }

    /** Null where none is known. */
    public static @Nullable String of(Touchpoint touchpoint) {
        String topic = touchpoint.topic();
        return topic == null || topic.isBlank() ? null : of(topic);
    }
}
