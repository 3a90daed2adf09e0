package nl.baton.journey;

import org.jspecify.annotations.Nullable;

/**
 * Which of a customer's touchpoints are listed; null does not narrow.
 *
 * @param department 0 for those without one
 * @param text occurs in what was said or noted, as far as the asker may read that, or in the topic or activity
 */
public record TimelineFilter(
        long customer,
        @Nullable Long journey,
        @Nullable Long department,
        @Nullable ChannelKind channel,
        @Nullable Direction direction,
        @Nullable String text) {

    public static TimelineFilter of(long customer) {
        return new TimelineFilter(customer, null, null, null, null, null);
    }

    /** Whether anything is left out. */
    public boolean narrows() {
        return journey != null || department != null || channel != null || direction != null || text != null;
    }
}
