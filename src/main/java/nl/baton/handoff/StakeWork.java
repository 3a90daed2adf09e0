package nl.baton.handoff;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import nl.baton.security.SystemWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is at stake is computed soon after customers were valued anew, by one node. */
@Configuration(proxyBeanMethods = false)
class StakeWork {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration SWEEP = Duration.ofMinutes(5);

    @Bean
    Task<?> computeStakes(StakeSteps steps) {
        return Tasks.recurring("value-at-stake", FixedDelay.of(SOON))
                .execute((instance, context) ->
                        SystemWork.run(() -> steps.all(context.getSchedulerState()::isShuttingDown)));
    }

    @Bean
    Task<?> sweepStakes(StakeSteps steps) {
        return Tasks.recurring("sweep-stakes", FixedDelay.of(SWEEP)).execute((instance, context) -> steps.sweep());
    }
}
