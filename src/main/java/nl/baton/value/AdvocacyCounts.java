package nl.baton.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.baton.value.model.Months;
import nl.baton.value.model.Recommending;
import org.jspecify.annotations.Nullable;

/** Counts over all customers what a recommendation is worth. */
final class AdvocacyCounts {

    private final AdvocacyReader reader;
    private final LocalDate asOf;
    private final BigDecimal marginRate;
    private final Recommending.Builder counts = new Recommending.Builder();

    AdvocacyCounts(AdvocacyReader reader, LocalDate asOf, BigDecimal marginRate) {
        this.reader = reader;
        this.asOf = asOf;
        this.marginRate = marginRate;
    }

    /** @param batch customers that follow each other */
    void add(List<History> batch) {
        Map<Long, Advocacy> known =
                reader.between(batch.getFirst().customer(), batch.getLast().customer(), asOf);
        LocalDate before = asOf.minusMonths(Months.A_YEAR);
        Set<Long> promoting = reader.promoting(
                known.values().stream()
                        .flatMap(advocacy -> advocacy.broughtBy().stream())
                        .filter(by -> by.on().isAfter(before))
                        .map(Advocacy.Brought::referrer)
                        .distinct()
                        .toList(),
                asOf);
        known.values().forEach(advocacy -> {
            counts.answered(advocacy.scores(), advocacy.people());
            advocacy.broughtBy().stream()
                    .filter(by -> by.on().isAfter(before) && promoting.contains(by.referrer()))
                    .forEach(by -> counts.brought(by.part()));
        });
    }

    /** What one of them dealt in the company's currency. */
    void add(@Nullable Trade trade) {
        if (trade != null && trade.dealt()) {
            counts.bought(trade.current(asOf, marginRate).doubleValue());
        }
    }

    Recommending recommending() {
        return counts.build();
    }
}
