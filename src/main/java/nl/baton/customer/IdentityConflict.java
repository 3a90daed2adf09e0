package nl.baton.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One identity that several customers go by.
 *
 * @param value in the form that all its notations have
 * @param system of a SOURCE number
 * @param verified how many of the claimants have it verified
 * @param owner whose it is, once a steward has said so
 */
public record IdentityConflict(
        long id,
        Identity.Kind kind,
        String value,
        @Nullable String system,
        int claimants,
        int verified,
        State state,
        @Nullable Long owner,
        Instant foundAt) {

    /** What was decided of it. */
    public enum State {
        OPEN,
        /** It is one customer's alone; the others have it by mistake. */
        OWNER,
        /** All have it rightly, such as the phone of a household. */
        SHARED
    }

    /**
     * A customer who goes by it.
     *
     * @param written as the source writes it
     * @param statedAt when the source last stated anything else than before
     */
    public record Side(
            long customer,
            @Nullable String name,
            String number,
            String source,
            String written,
            Instant statedAt,
            @Nullable Instant verifiedAt) {}

    /**
     * What was decided before.
     *
     * @param by null where Baton opened it again, because somebody new claims it
     */
    public record Decision(
            State state, @Nullable Long owner, @Nullable String by, Instant at) {}

    /**
     * A conflict with all that is needed to decide it.
     *
     * @param sides the first twenty
     * @param history the latest first
     */
    public record Whole(IdentityConflict conflict, List<Side> sides, List<Decision> history) {}
}
