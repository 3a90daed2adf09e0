package nl.baton.alert;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.baton.alert.AlertReaderTable.Due;
import nl.baton.security.Colleagues;
import nl.baton.security.SystemWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** When it is looked for alerts, and when they are sent: one node at a time, and each person's mail by itself. */
@Configuration(proxyBeanMethods = false)
class AlertWork {

    /** The name under which a person's mail is known to all nodes; the instance is the person's id. */
    static final String MAIL = "mail-alerts";

    private static final Duration PACTS = Duration.ofMinutes(1);
    private static final Duration LANES = Duration.ofHours(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);
    private static final int DOUBLED_AT_MOST = 8;

    @Bean
    Task<?> raiseAlerts(
            AlertRaising raising,
            AlertReaderTable readers,
            SchedulerClient scheduler,
            ObjectProvider<JavaMailSender> mail,
            AlertProperties properties,
            Clock clock) {
        return Tasks.recurring("raise-alerts", FixedDelay.of(properties.every()))
                .execute((instance, context) -> SystemWork.run(() -> {
                    boolean byMail = mail.getIfAvailable() != null;
                    raising.notPickedUp(byMail);
                    raising.pactsBreached(byMail, PACTS);
                    raising.worsened(byMail, LANES);
                    raising.forget(properties.keep());
                    if (byMail) {
                        schedule(readers, scheduler, properties, clock);
                    }
                }));
    }

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    AlertMailer alertMailer(
            AlertTable table,
            AlertReaderTable readers,
            AlertLetter letter,
            Colleagues colleagues,
            JavaMailSender sender,
            AlertProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new AlertMailer(
                table, readers, letter, colleagues, sender, properties, new TransactionTemplate(transactions), clock);
    }

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    Task<?> mailAlerts(AlertMailer mailer) {
        return mailing(mailer, FIRST_RETRY);
    }

    /** A person's mail; tried again later and later while the server is away. */
    static Task<Void> mailing(AlertMailer mailer, Duration firstRetry) {
        return Tasks.oneTime(MAIL)
                .onFailure(new Later(firstRetry))
                .onDeadExecutionRevive()
                .execute((instance, context) -> SystemWork.run(() -> mailer.send(Long.parseLong(instance.getId()))));
    }

    /** Each person for whom something is due has one piece of work, however often this is asked. */
    static void schedule(AlertReaderTable readers, SchedulerClient scheduler, AlertProperties properties, Clock clock) {
        Instant now = clock.instant();
        for (Due due : readers.due()) {
            Instant lastAt = due.lastAt();
            Instant next = lastAt == null ? now : lastAt.plus(properties.mailEvery());
            scheduler.scheduleIfNotExists(
                    new TaskInstance<>(MAIL, Long.toString(due.user())), next.isBefore(now) ? now : next);
        }
    }

    /** Twice as long after each failure, up to an hour. */
    private record Later(Duration first) implements FailureHandler<Void> {

        @Override
        public void onFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
            int times = Math.min(DOUBLED_AT_MOST, complete.getExecution().consecutiveFailures);
            Duration wait = first.multipliedBy(1L << times);
            operations.reschedule(
                    complete, complete.getTimeDone().plus(wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait));
        }
    }
}
