package nl.baton.value;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.baton.value.CustomerValue.Direct;
import nl.baton.value.CustomerValue.Quadrant;
import nl.baton.value.CustomerValue.Rfm;
import nl.baton.value.CustomerValue.Worth;
import nl.baton.value.model.Ground;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.RfmSegment;
import nl.baton.value.model.Rhythm;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the values that are shown. */
@Component
class CustomerValueQuery {

    private final JdbcClient jdbc;
    private final FitTable fits;
    private final IndirectQuery indirect;
    private final JsonMapper json;
    private final String home;
    /** What the values shown go by; read once for each valuation. */
    private volatile @Nullable Known known;

    CustomerValueQuery(
            JdbcClient jdbc, FitTable fits, IndirectQuery indirect, JsonMapper json, ValueProperties properties) {
        this.jdbc = jdbc;
        this.fits = fits;
        this.indirect = indirect;
        this.json = json;
        this.home = properties.currency().getCurrencyCode();
    }

    private record Known(int scoring, Basis basis) {}

    Optional<CustomerValue> find(long customer) {
        return jdbc.sql("""
                        SELECT v.* FROM customer_value v JOIN value_scoring s ON s.scoring = v.scoring
                        WHERE s.state = 'LIVE' AND v.customer_id = ?""")
                .param(customer)
                .query((row, n) -> value(row, customer))
                .optional();
    }

    /** With one statement. */
    Optional<ValueAtAGlance> glance(long customer) {
        return jdbc.sql("""
                        SELECT v.tier, v.stage, v.potential_value, v.potential_low, v.potential_high
                        FROM customer_value v JOIN value_scoring s ON s.scoring = v.scoring
                        WHERE s.state = 'LIVE' AND v.customer_id = ?""")
                .param(customer)
                .query((row, n) -> {
                    String tier = row.getString(1);
                    BigDecimal value = row.getBigDecimal(3);
                    BigDecimal low = row.getBigDecimal(4);
                    BigDecimal high = row.getBigDecimal(5);
                    return new ValueAtAGlance(
                            tier == null ? null : Tier.valueOf(tier),
                            LifecycleStage.valueOf(row.getString(2)),
                            value == null || low == null || high == null
                                    ? null
                                    : new ValueAtAGlance.Potential(value, low, high, home));
                })
                .optional();
    }

    private CustomerValue value(ResultSet row, long customer) throws SQLException {
        int scoring = row.getInt("scoring");
        Basis basis = basis(scoring);
        String tier = row.getString("tier");
        Double rhythm = row.getObject("rhythm", Double.class);
        String segment = row.getString("rfm_segment");
        var worth = new Worth(
                direct(row, home, basis),
                abroad(scoring, customer, basis),
                indirect.of(scoring, customer, basis),
                LifecycleStage.valueOf(row.getString("stage")),
                row.getObject("silence", Integer.class),
                rhythm == null ? null : new Rhythm(rhythm, row.getBoolean("own_rhythm")),
                segment == null
                        ? null
                        : new Rfm(
                                row.getInt("recency_score"),
                                row.getInt("frequency_score"),
                                row.getInt("monetary_score"),
                                RfmSegment.valueOf(segment)),
                row.getInt("purchase_days"),
                row.getInt("running_contracts"),
                row.getObject("alive", Double.class),
                row.getObject("expected_purchases", Double.class),
                row.getObject("expected_spend", Double.class));
        return new CustomerValue(customer, basis.asOf(), tier == null ? null : Tier.valueOf(tier), worth);
    }

    private List<Direct> abroad(int scoring, long customer, Basis basis) {
        return jdbc.sql("SELECT * FROM customer_value_abroad WHERE scoring = ? AND customer_id = ? ORDER BY currency")
                .params(scoring, customer)
                .query((row, n) -> direct(row, row.getString("currency"), basis))
                .list();
    }

    private Direct direct(ResultSet row, String currency, Basis basis) throws SQLException {
        LocalDate asOf = basis.asOf();
        int days = row.getInt("purchase_days");
        int contracts = row.getInt("running_contracts");
        BigDecimal current = row.getBigDecimal("current_value");
        Ground ground = Ground.valueOf(row.getString("potential_ground"));
        return new Direct(
                currency,
                new Quadrant(
                        current,
                        current,
                        current,
                        current == null ? Ground.NO_PURCHASE : Ground.COUNTED,
                        days + (long) contracts,
                        asOf),
                new Quadrant(
                        row.getBigDecimal("potential_value"),
                        row.getBigDecimal("potential_low"),
                        row.getBigDecimal("potential_high"),
                        ground,
                        fittedTo(basis, currency, days > 0, contracts > 0),
                        asOf));
    }

    /** How many buyers, contracts, or both a customer's potential was fitted to. */
    private long fittedTo(Basis basis, String currency, boolean buys, boolean hasContract) {
        Basis.OfCurrency of = basis.of(currency);
        return (buys ? customers(of.purchases()) : 0) + (hasContract ? customers(of.contracts()) : 0);
    }

    private long customers(@Nullable Long fit) {
        return fit == null ? 0 : fits.find(fit).map(ValueFit::customers).orElse(0L);
    }

    private Basis basis(int scoring) {
        Known kept = known;
        if (kept == null || kept.scoring != scoring) {
            kept = new Known(
                    scoring,
                    json.readValue(
                            jdbc.sql("SELECT basis FROM value_scoring WHERE scoring = ?")
                                    .param(scoring)
                                    .query(String.class)
                                    .single(),
                            Basis.class));
            known = kept;
        }
        return kept.basis;
    }
}
