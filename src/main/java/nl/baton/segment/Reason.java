package nl.baton.segment;

import org.jspecify.annotations.Nullable;

/**
 * What changed of a customer, so that it entered or left a segment.
 *
 * @param trait that the segment asks for; null where it was described anew, or the customer was not known before
 * @param from what it was before, where that is one word or number: a tier, a stage, an amount; null where it is not, or
 *     nothing was known
 * @param to the same now
 * @param now whether the trait is true now; the opposite was true before
 */
public record Reason(
        Kind kind,
        @Nullable Trait trait,
        boolean now,
        @Nullable String from,
        @Nullable String to) {

    /** What kind of change. */
    public enum Kind {
        /** The trait was true and is not any more, or the other way round. */
        TRAIT,
        /** The segment itself was described anew. */
        DESCRIPTION,
        /** The customer was not known before, or is not any more. */
        KNOWN
    }

    static Reason of(Kind kind) {
        return new Reason(kind, null, true, null, null);
    }
}
