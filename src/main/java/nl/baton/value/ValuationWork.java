package nl.baton.value;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import nl.baton.base.BatonProperties;
import nl.baton.security.SystemWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When customers are valued, and by whom: one node at a time. */
@Configuration(proxyBeanMethods = false)
class ValuationWork {

    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final Duration SWEEP = Duration.ofMinutes(5);

    @Bean
    Task<?> valueCustomers(ValuationSteps steps) {
        return Tasks.oneTime(Valuation.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        SystemWork.run(() -> steps.all(context.getSchedulerState()::isShuttingDown)));
    }

    @Bean
    Task<?> valueCustomersNightly(Valuation valuation, BatonProperties company, ValueProperties properties) {
        return Tasks.recurring("value-customers-nightly", new Daily(company.zone(), properties.at()))
                .execute((instance, context) -> SystemWork.run(valuation::request));
    }

    @Bean
    Task<?> sweepValues(ValuationSteps steps) {
        return Tasks.recurring("sweep-values", FixedDelay.of(SWEEP)).execute((instance, context) -> steps.sweep());
    }
}
