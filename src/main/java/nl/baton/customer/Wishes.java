package nl.baton.customer;

import java.time.Instant;
import java.util.List;
import nl.baton.department.OpeningHours;
import org.jspecify.annotations.Nullable;

/**
 * How a customer wishes to be treated, as it is in force now.
 *
 * @param channel by which the customer is to be reached
 * @param hours such as {@code Mo-Fr 18:00-21:00}, in the company's zone
 * @param topics that the customer wants to hear of
 * @param open the hours, where they can be read; null when none are known
 * @param moment whether now is a good one, by the hours
 * @param goodFrom when the next of those hours begin; null unless now is not a good moment
 * @param doNotCall whether the customer refused to be called
 */
public record Wishes(
        @Nullable Held channel,
        @Nullable Held hours,
        @Nullable Held language,
        List<Held> topics,
        @Nullable OpeningHours open,
        Moment moment,
        @Nullable Instant goodFrom,
        boolean doNotCall) {

    /** Nothing is known. */
    public static final Wishes NONE = new Wishes(null, null, null, List.of(), null, Moment.UNKNOWN, null, false);

    /** Whether now is a good moment. */
    public enum Moment {
        GOOD,
        BAD,
        /** No hours are known. */
        UNKNOWN
    }

    /**
     * One wish, and where it comes from.
     *
     * @param since null for what was observed: it is concluded anew each time
     * @param source null for what was observed; {@code Baton} for what was taken down here
     */
    public record Held(
            String value,
            Preference.Origin origin,
            @Nullable Instant since,
            @Nullable String source) {}

    /**
     * What the customer agreed to, or did not.
     *
     * @param expired whether it holds no more
     */
    public record Agreed(Consent consent, boolean expired) {}

    /**
     * What was changed here.
     *
     * @param field a kind of preference, or {@code consent:} and its purpose
     */
    public record Change(
            String field, @Nullable String before, @Nullable String after, String by, Instant at) {}
}
