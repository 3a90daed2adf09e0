package nl.baton.feedback;

import java.time.Instant;
import nl.baton.customer.CustomerCard;
import nl.baton.journey.CaseKey;
import org.jspecify.annotations.Nullable;

/**
 * An item of the inbox as the asker may see it.
 *
 * @param version that a change has to name
 * @param customer null for one from nobody known, or of whom the asker is told nothing
 * @param customerId null where the asker may not open the customer
 * @param text null where there is none, or it is not for the asker to read
 * @param tellBy by when the customer should have heard what came of it
 * @param tie the handoff that it followed; null for none
 * @param workable whether the asker may work on it
 */
public record InboxItem(
        long id,
        int version,
        FeedbackKind kind,
        @Nullable Integer score,
        @Nullable CustomerCard customer,
        @Nullable Long customerId,
        @Nullable CaseKey journey,
        @Nullable String text,
        @Nullable String channel,
        Instant receivedAt,
        Instant tellBy,
        Work work,
        @Nullable FeedbackTie tie,
        boolean workable) {

    /** Whether it is bad news. */
    public boolean negative() {
        return kind == FeedbackKind.COMPLAINT || kind.negative(score);
    }
}
