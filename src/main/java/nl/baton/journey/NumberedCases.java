package nl.baton.journey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.baton.customer.CaseNumbers;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Knows the numbers of customers' cases, from their journeys. */
@Component
class NumberedCases implements CaseNumbers {

    private final NamedParameterJdbcTemplate named;

    NumberedCases(NamedParameterJdbcTemplate named) {
        this.named = named;
    }

    @Override
    public Map<Long, List<String>> of(Collection<Long> customers) {
        Map<Long, List<String>> numbers = new HashMap<>();
        if (!customers.isEmpty()) {
            named.query("""
                    SELECT DISTINCT j.customer_id, c.case_number
                    FROM journey j JOIN journey_case c ON c.journey_id = j.id
                    WHERE j.customer_id IN (:customers) AND c.contact = FALSE""", Map.of("customers", customers), row -> {
                numbers.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(row.getString(2));
            });
        }
        return numbers;
    }
}
