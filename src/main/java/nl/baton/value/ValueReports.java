package nl.baton.value;

import java.util.Optional;
import nl.baton.security.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What one customer is worth, for another system that calls the customer by its source's number; each reading is noted down. */
@Service
@PreAuthorize("hasAuthority('SCOPE_value:read')")
public class ValueReports {

    private final JdbcClient jdbc;
    private final CustomerValueQuery query;
    private final Audit audit;

    ValueReports(JdbcClient jdbc, CustomerValueQuery query, Audit audit) {
        this.jdbc = jdbc;
        this.query = query;
        this.audit = audit;
    }

    /** @param value null for a customer that came since the last valuation, or before the first one */
    public record Report(@Nullable CustomerValue value) {}

    /** Empty where the source has no such customer; one that only a case number stands for is nobody. */
    @Transactional
    public Optional<Report> of(String source, String externalId) {
        Optional<Long> customer =
                jdbc.sql("""
                        SELECT id FROM customer WHERE external_id = ? AND source = ? AND kind <> 'ANONYMOUS'""").params(externalId, source).query(Long.class).optional();
        customer.ifPresent(id -> audit.record("value.read", "customer " + id, null));
        return customer.map(id -> new Report(query.find(id).orElse(null)));
    }
}
