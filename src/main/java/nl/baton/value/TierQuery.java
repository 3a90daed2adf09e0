package nl.baton.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.baton.value.model.Tiers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the thresholds of tiers among all values, the best first, and gives those their tier who are no C. */
@Component
class TierQuery {

    private static final int VALUES_AT_ONCE = 20_000;

    private final JdbcClient jdbc;

    TierQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A value, and how many customers are worth it. */
    record Counted(BigDecimal value, long n) {}

    Tiers of(int scoring) {
        long n = jdbc.sql("SELECT COUNT(*) FROM customer_value WHERE scoring = ? AND total_value IS NOT NULL")
                .param(scoring)
                .query(Long.class)
                .single();
        var builder = new Tiers.Builder(n);
        List<Counted> page = page(scoring, null);
        while (!page.isEmpty() && !builder.complete()) {
            page.forEach(counted -> builder.add(counted.value.doubleValue(), counted.n));
            page = page(scoring, page.getLast().value);
        }
        return builder.build();
    }

    /** The next values in the order of their index. */
    List<Counted> page(int scoring, @Nullable BigDecimal last) {
        String from = last == null ? "total_value IS NOT NULL" : "total_value < ?";
        var parameters = new ArrayList<Object>(List.of(scoring));
        if (last != null) {
            parameters.add(last);
        }
        return jdbc.sql("SELECT total_value, COUNT(*) FROM customer_value WHERE scoring = ? AND " + from
                        + " GROUP BY total_value ORDER BY total_value DESC LIMIT " + VALUES_AT_ONCE)
                .params(parameters)
                .query((row, i) -> new Counted(row.getBigDecimal(1), row.getLong(2)))
                .list();
    }

    /** Among the customers after one, up to another. */
    void give(int scoring, Tiers tiers, long after, long upTo) {
        if (!Double.isFinite(tiers.b())) {
            return;
        }
        jdbc.sql("""
                        UPDATE customer_value SET tier = CASE WHEN total_value >= ? THEN 'A' ELSE 'B' END
                        WHERE scoring = ? AND customer_id > ? AND customer_id <= ? AND total_value > 0 AND total_value >= ?""")
                .params(BigDecimal.valueOf(tiers.a()), scoring, after, upTo, BigDecimal.valueOf(tiers.b()))
                .update();
    }
}
