package nl.baton.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Quintiles;
import nl.baton.value.model.Tier;
import nl.baton.value.model.Tiers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What customers are worth together, in the company's currency; nothing of any one of them. */
@Service
@PreAuthorize("hasAnyRole('MARKETER', 'EXECUTIVE')")
public class ValueTotals {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final String home;

    ValueTotals(JdbcClient jdbc, JsonMapper json, ValueProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.home = properties.currency().getCurrencyCode();
    }

    /** @param tier null for prospects */
    public record OfTier(
            @Nullable Tier tier, LifecycleStage stage, long customers, BigDecimal current, BigDecimal potential) {}

    /** By tier and lifecycle stage. */
    public record Totals(LocalDate asOf, String currency, List<OfTier> parts) {}

    /**
     * From which values on customers have the scores and tiers that are shown.
     *
     * @param recency of last purchase days, counted from 1970
     * @param frequency of purchase days
     * @param monetary of net amounts
     */
    public record Thresholds(Quintiles recency, Quintiles frequency, Quintiles monetary, Tiers tiers) {}

    /** The company's, by ISO 4217: that of all tiers, scores and sums. */
    public String currency() {
        return home;
    }

    /** Empty until the first valuation is done. */
    @Transactional(readOnly = true)
    public Optional<Thresholds> thresholds() {
        return jdbc.sql("SELECT basis, tiers FROM value_scoring WHERE state = 'LIVE'")
                .query((row, n) -> {
                    Basis.Scores scores =
                            json.readValue(row.getString(1), Basis.class).scores();
                    return new Thresholds(
                            scores.recency(),
                            scores.frequency(),
                            scores.monetary(),
                            json.readValue(row.getString(2), Tiers.class));
                })
                .optional();
    }

    /** Empty until the first valuation is done. */
    @Transactional(readOnly = true)
    public Optional<Totals> shown() {
        return jdbc.sql("SELECT as_of, scoring FROM value_scoring WHERE state = 'LIVE'")
                .query((row, n) -> new Totals(row.getObject(1, LocalDate.class), home, parts(row.getInt(2))))
                .optional();
    }

    private List<OfTier> parts(int scoring) {
        return jdbc.sql("""
                        SELECT tier, stage, COUNT(*), COALESCE(SUM(current_value), 0), COALESCE(SUM(potential_value), 0)
                        FROM customer_value WHERE scoring = ? GROUP BY tier, stage ORDER BY tier, stage""")
                .param(scoring)
                .query((row, n) -> new OfTier(
                        row.getString(1) == null ? null : Tier.valueOf(row.getString(1)),
                        LifecycleStage.valueOf(row.getString(2)),
                        row.getLong(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5)))
                .list();
    }
}
