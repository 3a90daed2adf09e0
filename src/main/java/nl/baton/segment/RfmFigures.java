package nl.baton.segment;

import java.util.Optional;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import nl.baton.segment.RfmQuery.Live;
import nl.baton.value.ValueTotals;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How many customers score how, and what they are worth together. */
@Service
@PreAuthorize("hasAnyRole('MARKETER', 'EXECUTIVE')")
public class RfmFigures {

    private final RfmQuery query;
    private final ValueTotals totals;
    private final CurrentUserProvider users;
    /** Of the valuation that was asked for last: it never changes. */
    private volatile @Nullable Known known;

    private record Known(int scoring, RfmPicture picture) {}

    RfmFigures(RfmQuery query, ValueTotals totals, CurrentUserProvider users) {
        this.query = query;
        this.totals = totals;
        this.users = users;
    }

    /** Empty until the first valuation is done. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<RfmPicture> picture() {
        return query.live().flatMap(this::of);
    }

    private Optional<RfmPicture> of(Live live) {
        Known kept = known;
        if (kept == null || kept.scoring != live.scoring()) {
            kept = totals.thresholds()
                    .map(thresholds -> new Known(
                            live.scoring(),
                            new RfmPicture(live.asOf(), totals.currency(), thresholds, query.cells(live.scoring()))))
                    .orElse(null);
            known = kept;
        }
        return Optional.ofNullable(kept).map(Known::picture);
    }

    /** Whether who asks may see the customers behind a count. */
    public boolean leadsToCustomers() {
        return users.get().has(Role.MARKETER);
    }
}
