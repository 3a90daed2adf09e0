package nl.baton.customer;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import nl.baton.base.UtcTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes away the changes of customers that every node has long seen; one that has not builds its index anew. */
@Configuration(proxyBeanMethods = false)
class SearchUpkeep {

    static final Duration KEPT = FollowingIndex.OLDEST.plusDays(2);
    private static final int AT_ONCE = 10_000;

    @Bean
    Task<?> sweepChangedCustomers(JdbcClient jdbc, Clock clock) {
        return Tasks.recurring("sweep-changed-customers", FixedDelay.ofHours(1))
                .execute((instance, context) -> sweep(jdbc, clock));
    }

    static void sweep(JdbcClient jdbc, Clock clock) {
        int swept;
        do {
            swept = jdbc.sql("DELETE FROM changed_customer WHERE changed_at < ? LIMIT ?")
                    .params(UtcTime.of(clock.instant().minus(KEPT)), AT_ONCE)
                    .update();
        } while (swept == AT_ONCE);
    }
}
