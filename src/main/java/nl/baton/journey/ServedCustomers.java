package nl.baton.journey;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.baton.customer.CustomerSight;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Knows which customers a department has served or is to serve, from their touchpoints. */
@Component
class ServedCustomers implements CustomerSight {

    private final NamedParameterJdbcTemplate named;

    ServedCustomers(NamedParameterJdbcTemplate named) {
        this.named = named;
    }

    @Override
    public Set<Long> servedBy(long department, Collection<Long> customers) {
        return customers.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        named.queryForList("""
                        SELECT DISTINCT j.customer_id FROM journey j JOIN journey_case c ON c.journey_id = j.id
                            JOIN touchpoint t ON t.case_id = c.id
                        WHERE j.customer_id IN (:customers) AND (t.department_id = :department OR t.handed_to_department_id = :department)""", Map.of("customers", customers, "department", department), Long.class));
    }
}
