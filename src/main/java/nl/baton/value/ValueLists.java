package nl.baton.value;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.Page;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.CustomerProfiles;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The very customers that a figure of the value screen counts, a page at a time. */
@Service
@PreAuthorize("hasRole('MARKETER')")
public class ValueLists {

    private final PictureTable pictures;
    private final ValueListQuery query;
    private final CustomerProfiles customers;

    ValueLists(PictureTable pictures, ValueListQuery query, CustomerProfiles customers) {
        this.pictures = pictures;
        this.query = query;
        this.customers = customers;
    }

    /** As many as the figure says: both are of the same valuation. Empty until the first one is done. */
    @Transactional(readOnly = true)
    public Page<ListedValue> page(ValueSlice slice, int offset, int limit) {
        return pictures.live().map(live -> page(live, slice, offset, limit)).orElseGet(Page::empty);
    }

    private Page<ListedValue> page(PictureTable.Live live, ValueSlice slice, int offset, int limit) {
        long total = live.picture().count(slice);
        int most = (int) Math.max(0, Math.min(limit, total - offset));
        if (most == 0) {
            return new Page<>(total, List.of());
        }
        List<ListedValue> rows = query.rows(live.scoring(), slice, offset, most);
        Map<Long, CustomerCard> cards = customers
                .named(rows.stream().map(ListedValue::customer).toList())
                .stream()
                .collect(Collectors.toMap(CustomerCard::id, Function.identity()));
        return new Page<>(
                total,
                rows.stream()
                        .map(row -> named(row, Objects.requireNonNull(cards.get(row.customer()))))
                        .toList());
    }

    private static ListedValue named(ListedValue row, CustomerCard card) {
        return new ListedValue(
                row.customer(),
                card.name(),
                card.number(),
                row.tier(),
                row.stage(),
                row.current(),
                row.potential(),
                row.alive(),
                row.atRisk(),
                row.firstDealing(),
                row.lastPurchase(),
                row.runningContracts());
    }
}
