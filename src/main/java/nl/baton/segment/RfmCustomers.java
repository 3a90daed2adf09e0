package nl.baton.segment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.Page;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.CustomerProfiles;
import nl.baton.value.model.Quintiles;
import nl.baton.value.model.RfmSegment;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The very customers that a cell or a named segment counts. */
@Service
@PreAuthorize("hasRole('MARKETER')")
public class RfmCustomers {

    private final RfmQuery query;
    private final CustomerProfiles profiles;

    RfmCustomers(RfmQuery query, CustomerProfiles profiles) {
        this.query = query;
        this.profiles = profiles;
    }

    /** Which of them. */
    public sealed interface Which {

        /** Of one cell, both scores from 1 to 5. */
        record OfCell(int recency, int both) implements Which {

            public OfCell {
                check("recency", recency);
                check("both", both);
            }

            private static void check(String field, int score) {
                if (score < 1 || score > Quintiles.SCORES) {
                    throw new IllegalArgumentException(field + ": a score is from 1 to 5");
                }
            }
        }

        /** Of one named segment. */
        record OfSegment(RfmSegment segment) implements Which {}
    }

    /**
     * One of them.
     *
     * @param name null where none is known
     */
    public record Scored(
            long customer,
            @Nullable String name,
            int recency,
            int frequency,
            int monetary,
            @Nullable BigDecimal current,
            @Nullable BigDecimal potential) {

        private Scored named(@Nullable CustomerCard card) {
            return new Scored(
                    customer, card == null ? null : card.name(), recency, frequency, monetary, current, potential);
        }
    }

    /** The most valuable first; none before the first valuation. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page<Scored> of(Which which, int offset, int limit) {
        Page<Scored> scored = query.live()
                .map(live -> query.customers(live.scoring(), which, offset, limit))
                .orElseGet(Page::empty);
        Map<Long, CustomerCard> cards = profiles
                .named(scored.items().stream().map(Scored::customer).toList())
                .stream()
                .collect(Collectors.toMap(CustomerCard::id, Function.identity()));
        return scored.map(one -> one.named(cards.get(one.customer)));
    }
}
