package nl.baton.customer;

import java.time.Clock;
import java.util.Collection;
import java.util.TreeSet;
import nl.baton.base.UtcTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes note of customers that changed in something by which they are found, so that every node's index learns of it. */
@Service
@PreAuthorize("isAuthenticated()")
public class ChangedCustomers {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ChangedCustomers(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the caller's transaction, that of the change itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Collection<Long> customers) {
        var now = UtcTime.of(clock.instant());
        jdbc.batchUpdate(
                "INSERT INTO changed_customer (customer_id, changed_at) VALUES (?, ?)",
                new TreeSet<>(customers)
                        .stream().map(id -> new Object[] {id, now}).toList());
    }
}
