package nl.baton.segment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads what a valuation says of some customers; nothing of one that is not kept any more. */
@Component
class StandingQuery {

    private static final int DECIMALS = 4;

    private final NamedParameterJdbcTemplate named;

    StandingQuery(NamedParameterJdbcTemplate named) {
        this.named = named;
    }

    Map<Long, Standing> of(int scoring, Collection<Long> customers) {
        Map<Long, Standing> standings = new HashMap<>();
        named.query("""
                SELECT customer_id, stage, tier, rfm_segment, current_value, potential_value, total_value, alive
                FROM customer_value WHERE scoring = :scoring AND customer_id IN (:customers)""", Map.of("scoring", scoring, "customers", customers), row -> {
            standings.put(row.getLong(1), standing(row));
        });
        return standings;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        double alive = row.getDouble(8);
        @Nullable
        BigDecimal rounded =
                row.wasNull() ? null : BigDecimal.valueOf(alive).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return new Standing(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                rounded);
    }
}
