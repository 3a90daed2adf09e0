package nl.baton.customer;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import nl.baton.base.RecomputedTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Computes behind the scenes, for customers that changed, who claims which identity and how good each field is. Exactly
 * one does so at a time, on any node, so that two that arrive at once are seen together. After an upgrade, and when the
 * region of phone numbers is set otherwise, everybody is computed once.
 */
@Configuration(proxyBeanMethods = false)
class CustomerUpkeep {

    private static final int AT_ONCE = 300;

    private static final Logger LOG = LoggerFactory.getLogger(CustomerUpkeep.class);

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final IdentityForms forms;
    private final IdentityClaims claims;
    private final FieldTable fields;
    private final UpkeepQueue queue;
    private final RecomputedTransaction transaction;

    CustomerUpkeep(
            JdbcTemplate jdbc,
            NamedParameterJdbcTemplate named,
            IdentityForms forms,
            IdentityClaims claims,
            FieldTable fields,
            UpkeepQueue queue,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.named = named;
        this.forms = forms;
        this.claims = claims;
        this.fields = fields;
        this.queue = queue;
        this.transaction = new RecomputedTransaction(transactions);
    }

    @Bean
    Task<?> keepCustomersUp() {
        return Tasks.recurring("keep-customers-up", FixedDelay.ofSeconds(2))
                .execute((instance, context) -> run(context.getSchedulerState()::isShuttingDown));
    }

    /** Until nothing is left, or it is to stop. */
    void run(BooleanSupplier stopping) {
        boolean more = true;
        while (more && !stopping.getAsBoolean()) {
            try {
                more = step(AT_ONCE);
            } catch (DataIntegrityViolationException | IllegalStateException one) {
                more = oneByOne();
            }
        }
    }

    /** One customer that cannot be computed must not keep all the others waiting. */
    private boolean oneByOne() {
        boolean more = true;
        for (int i = 0; i < AT_ONCE && more; i++) {
            try {
                more = step(1);
            } catch (DataIntegrityViolationException | IllegalStateException cannotBeComputed) {
                LOG.warn("A customer’s claims and fields could not be computed", cannotBeComputed);
                Long first = jdbc.queryForObject("SELECT MIN(id) FROM upkeep_queue", Long.class);
                jdbc.update("DELETE FROM upkeep_queue WHERE id = ?", first);
            }
        }
        return more;
    }

    private boolean step(int most) {
        return Boolean.TRUE.equals(transaction.execute(status -> compute(most)));
    }

    private boolean compute(int most) {
        String rules = jdbc.queryForObject("SELECT rules FROM customer_upkeep WHERE id = 1 FOR UPDATE", String.class);
        if (!forms.rules().equals(rules)) {
            if (rules != null && !rules.isEmpty()) {
                queue.addAll();
            }
            jdbc.update("UPDATE customer_upkeep SET rules = ? WHERE id = 1", forms.rules());
        }
        record Entry(long id, long customer) {}
        List<Entry> entries = jdbc.query(
                "SELECT id, customer_id FROM upkeep_queue ORDER BY id LIMIT " + most,
                (row, n) -> new Entry(row.getLong(1), row.getLong(2)));
        if (entries.isEmpty()) {
            return false;
        }
        Set<Long> customers = new HashSet<>();
        entries.forEach(entry -> customers.add(entry.customer));
        customers.addAll(claims.refresh(customers));
        fields.refresh(customers);
        named.update(
                "DELETE FROM upkeep_queue WHERE id IN (:ids)",
                Map.of("ids", entries.stream().map(Entry::id).toList()));
        return true;
    }
}
