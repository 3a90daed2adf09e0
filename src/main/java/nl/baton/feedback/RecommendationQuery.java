package nl.baton.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.baton.base.UtcTime;
import nl.baton.customer.Recommendations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Knows from feedback of the kind NPS whether customers would recommend the company. */
@Component
class RecommendationQuery implements Recommendations {

    private final NamedParameterJdbcTemplate named;

    RecommendationQuery(NamedParameterJdbcTemplate named) {
        this.named = named;
    }

    @Override
    public List<Answer> between(long first, long last, Instant before) {
        return named.query(
                """
                SELECT customer_id, received_at, score FROM feedback
                WHERE customer_id BETWEEN :first AND :last AND received_at < :before AND kind = 'NPS' AND score IS NOT NULL
                ORDER BY customer_id, received_at, id""", Map.of("first", first, "last", last, "before", UtcTime.of(before)), RecommendationQuery::answer);
    }

    @Override
    public List<Answer> last(Collection<Long> customers, Instant before) {
        if (customers.isEmpty()) {
            return List.of();
        }
        Map<Long, Answer> last = new LinkedHashMap<>();
        named.query("""
                        SELECT customer_id, received_at, score FROM feedback
                        WHERE customer_id IN (:customers) AND received_at < :before AND kind = 'NPS' AND score IS NOT NULL
                        ORDER BY customer_id, received_at, id""", Map.of("customers", customers, "before", UtcTime.of(before)), RecommendationQuery::answer)
                .forEach(answer -> last.put(answer.customer(), answer));
        return List.copyOf(last.values());
    }

    private static Answer answer(ResultSet row, int n) throws SQLException {
        return new Answer(row.getLong(1), UtcTime.instant(row.getObject(2, LocalDateTime.class)), row.getInt(3));
    }
}
