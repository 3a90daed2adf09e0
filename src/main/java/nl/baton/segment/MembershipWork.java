package nl.baton.segment;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import nl.baton.security.SystemWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks now and then whether there is a membership to be taken down; one node at a time. */
@Configuration(proxyBeanMethods = false)
class MembershipWork {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Bean
    Task<?> takeMemberships(MembershipSteps steps) {
        return Tasks.recurring("segment-members", FixedDelay.of(SOON))
                .execute((instance, context) ->
                        SystemWork.run(() -> steps.all(context.getSchedulerState()::isShuttingDown)));
    }
}
