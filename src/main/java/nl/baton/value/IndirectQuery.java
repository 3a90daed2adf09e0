package nl.baton.value;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.baton.value.CustomerValue.Indirect;
import nl.baton.value.CustomerValue.Quadrant;
import nl.baton.value.CustomerValue.Recommendation;
import nl.baton.value.CustomerValue.Referred;
import nl.baton.value.model.Ground;
import nl.baton.value.model.Recommending;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a customer brings through others; as much as the customer referred, never more. */
@Component
class IndirectQuery {

    private final JdbcClient jdbc;

    IndirectQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Advocate(Quadrant potential, Recommendation recommendation) {}

    /** Null where a valuation did not compute it yet. */
    @Nullable
    Indirect of(int scoring, long customer, Basis basis) {
        Recommending recommending = basis.recommending();
        if (recommending == null) {
            return null;
        }
        LocalDate asOf = basis.asOf();
        Advocate advocate = jdbc.sql("SELECT * FROM customer_indirect WHERE scoring = ? AND customer_id = ?")
                .params(scoring, customer)
                .query((row, n) -> advocate(row, recommending, asOf))
                .optional()
                .orElseGet(() -> new Advocate(
                        new Quadrant(null, null, null, Ground.NO_ANSWER, 0, asOf),
                        new Recommendation(null, null, null, null, recommending)));
        Quadrant current = jdbc.sql("""
                        SELECT COUNT(*), COALESCE(SUM(current_value), 0) FROM customer_referred
                        WHERE scoring = ? AND referrer_id = ?""")
                .params(scoring, customer)
                .query((row, n) -> {
                    BigDecimal sum = row.getBigDecimal(2).setScale(Amount.DECIMALS);
                    return new Quadrant(sum, sum, sum, Ground.COUNTED, row.getLong(1), asOf);
                })
                .single();
        return new Indirect(current, advocate.potential, referred(scoring, customer), advocate.recommendation);
    }

    private List<Referred> referred(int scoring, long customer) {
        return jdbc.sql("""
                        SELECT customer_id, referred_on, part, current_value FROM customer_referred
                        WHERE scoring = ? AND referrer_id = ? ORDER BY referred_on DESC, customer_id DESC LIMIT ?""")
                .params(scoring, customer, Indirect.MOST_REFERRED)
                .query((row, n) -> new Referred(
                        row.getLong(1),
                        Objects.requireNonNull(row.getObject(2, LocalDate.class)),
                        row.getDouble(3),
                        row.getBigDecimal(4)))
                .list();
    }

    private static Advocate advocate(ResultSet row, Recommending recommending, LocalDate asOf) throws SQLException {
        return new Advocate(
                new Quadrant(
                        row.getBigDecimal("potential_value"),
                        row.getBigDecimal("potential_low"),
                        row.getBigDecimal("potential_high"),
                        Ground.valueOf(row.getString("potential_ground")),
                        row.getLong("answers"),
                        asOf),
                new Recommendation(
                        row.getObject("last_score", Integer.class),
                        row.getObject("answered_on", LocalDate.class),
                        row.getObject("reach", Integer.class),
                        row.getObject("reach_on", LocalDate.class),
                        recommending));
    }
}
