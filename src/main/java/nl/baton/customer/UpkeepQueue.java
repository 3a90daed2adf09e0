package nl.baton.customer;

import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Customers of which claims and fields are to be computed again. Adding is cheap, and waits for nobody. */
@Component
class UpkeepQueue {

    private final JdbcTemplate jdbc;

    UpkeepQueue(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Collection<Long> customers) {
        jdbc.batchUpdate(
                "INSERT INTO upkeep_queue (customer_id) VALUES (?)",
                customers.stream().map(id -> new Object[] {id}).toList());
    }

    void addAll() {
        jdbc.update("INSERT INTO upkeep_queue (customer_id) SELECT id FROM customer WHERE kind <> 'ANONYMOUS'");
    }

    void addClaimants(String form) {
        jdbc.update(
                "INSERT INTO upkeep_queue (customer_id) SELECT customer_id FROM customer_claim WHERE form = ?", form);
    }
}
