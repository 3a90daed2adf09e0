package nl.baton.segment;

import java.util.List;
import java.util.Map;
import nl.baton.base.Days;
import nl.baton.base.UtcTime;
import org.springframework.stereotype.Component;

/** Finds who has been written to for campaigns often enough. */
@Component
class CampaignQuery {

    private static final int CUSTOMERS_AT_ONCE = 1_000;

    private static final String OFTEN = """
            SELECT customer_id FROM touchpoint
            WHERE customer_id IN (:some) AND started_at >= :since AND started_at <= :now
                AND direction = 'OUTBOUND' AND purpose = 'CAMPAIGN'
            GROUP BY customer_id HAVING COUNT(*) >= :cap""";

    private final TraitQuery rows;

    CampaignQuery(TraitQuery rows) {
        this.rows = rows;
    }

    /** Of these customers. */
    CustomerSet often(CustomerSet of, CampaignRules rules, Moment moment) {
        var often = new CustomerSet.Builder();
        List<Long> some = of.after(0, CUSTOMERS_AT_ONCE);
        while (!some.isEmpty()) {
            rows.stream(
                    OFTEN,
                    Map.of(
                            "some",
                            some,
                            "since",
                            UtcTime.of(Days.plusDays(moment.now(), -rules.days(), moment.zone())),
                            "now",
                            UtcTime.of(moment.now()),
                            "cap",
                            rules.cap()),
                    row -> often.add(row.getLong(1)));
            some = of.after(some.getLast(), CUSTOMERS_AT_ONCE);
        }
        return often.build();
    }
}
