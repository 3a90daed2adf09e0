package nl.baton.intake.mapping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads moments written in one way. */
@FunctionalInterface
interface TimeParser {

    /** The moment, to the microsecond (which is what the database keeps); null if the text is none. */
    @Nullable
    Instant parse(String text);
}
