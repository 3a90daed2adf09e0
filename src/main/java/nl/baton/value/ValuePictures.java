package nl.baton.value;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What all customers are worth together, as it was added up when they were last valued; nothing of any one of them. */
@Service
@PreAuthorize("hasAnyRole('MARKETER', 'EXECUTIVE')")
public class ValuePictures {

    private final PictureTable table;
    private final String home;

    ValuePictures(PictureTable table, ValueProperties properties) {
        this.table = table;
        this.home = properties.currency().getCurrencyCode();
    }

    /** @param asOf what happened up to the end of that day */
    public record Shown(LocalDate asOf, String currency, ValuePicture picture) {}

    /** Empty until the first valuation is done. */
    @Transactional(readOnly = true)
    public Optional<Shown> shown() {
        return table.live().map(live -> new Shown(live.asOf(), home, live.picture()));
    }
}
