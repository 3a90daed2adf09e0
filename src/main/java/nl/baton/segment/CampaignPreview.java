package nl.baton.segment;

import java.time.Instant;
import java.util.Map;

/**
 * Who a campaign would reach.
 *
 * @param members of the segment as it is now
 * @param because how many are left alone for each reason, in their order; a customer may have several
 * @param alone how many are left alone in all
 */
public record CampaignPreview(long members, Map<LeaveAlone, Long> because, long alone, Instant asOf) {

    /** Why a customer is left alone. */
    public enum LeaveAlone {
        NO_CONSENT,
        /** Had as many campaign contacts as the cap allows. */
        OFTEN_ENOUGH,
        BREAKDOWN_OPEN,
        COMPLAINT_OPEN,
        /** The source calls the customer by nothing but an e-mail address or a phone number. */
        ADDRESS_ONLY
    }

    public long remaining() {
        return members - alone;
    }
}
