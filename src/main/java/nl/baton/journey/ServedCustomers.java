package nl.baton.journey;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.baton.customer.CustomerSight;
import nl.baton.department.Departments;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Knows which customers a department has served or is to serve, from their touchpoints. */
@Component
class ServedCustomers implements CustomerSight {

    private final NamedParameterJdbcTemplate named;
    private final Departments departments;
    private final CustomerJourneys journeys;
    private final JourneySight sight;

    ServedCustomers(
            NamedParameterJdbcTemplate named, Departments departments, CustomerJourneys journeys, JourneySight sight) {
        this.named = named;
        this.departments = departments;
        this.journeys = journeys;
        this.sight = sight;
    }

    @Override
    public Set<Long> servedBy(long department, Collection<Long> customers) {
        if (customers.isEmpty()) {
            return Set.of();
        }
        Map<String, Object> parameters = Map.of(
                "customers", customers, "departments", departments.survivors().readAs(department));
        return new HashSet<>(named.queryForList("""
                        SELECT DISTINCT j.customer_id FROM journey j JOIN journey_case c ON c.journey_id = j.id
                            JOIN touchpoint t ON t.case_id = c.id
                        WHERE j.customer_id IN (:customers)
                            AND (t.department_id IN (:departments) OR t.handed_to_department_id IN (:departments))""", parameters, Long.class));
    }

    @Override
    public boolean hasOpenJourney(long customer) {
        return journeys.of(customer, sight.ownDepartment()).stream().anyMatch(CustomerJourneys.Row::work);
    }
}
