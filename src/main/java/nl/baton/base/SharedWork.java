package nl.baton.base;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Work that exactly one of the nodes on a database does at a time, and that another takes over when that one falls
 * silent: every bean of type {@link Task}. Leases and heartbeats are db-scheduler's.
 */
@Configuration(proxyBeanMethods = false)
class SharedWork {

    /** One for a mail server that takes its time, beside what computes. */
    private static final int THREADS = 4;

    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MISSED = 4;
    private static final Duration MOST_TO_STOP = Duration.ofSeconds(15);

    /** With this a node asks for work, whichever node will do it. */
    @Bean
    SchedulerClient schedulerClient(DataSource database) {
        return SchedulerClient.Builder.create(database)
                .jdbcCustomization(new AutodetectJdbcCustomization(database, true))
                .build();
    }

    @Bean
    SmartLifecycle sharedWorkLifecycle(DataSource database, List<Task<?>> tasks) {
        return new Lifecycle(database, tasks);
    }

    /** A scheduler cannot be started twice, so that each start makes its own. */
    private static final class Lifecycle implements SmartLifecycle {
        private final DataSource database;
        private final List<Task<?>> tasks;
        private volatile boolean running;
        private Scheduler scheduler;

        Lifecycle(DataSource database, List<Task<?>> tasks) {
            this.database = database;
            this.tasks = tasks;
            this.scheduler = scheduler();
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private Scheduler scheduler() {
            List onStartUp =
                    tasks.stream().filter(task -> task instanceof OnStartup).toList();
            return Scheduler.create(database, (List) tasks.stream()
                            .filter(task -> !(task instanceof OnStartup))
                            .toList())
                    .startTasks(onStartUp)
                    .threads(THREADS)
                    .pollingInterval(POLL)
                    .heartbeatInterval(HEARTBEAT)
                    .missedHeartbeatsLimit(MISSED)
                    .shutdownMaxWait(MOST_TO_STOP)
                    .alwaysPersistTimestampInUTC()
                    .build();
        }

        @Override
        public void start() {
            if (scheduler.getSchedulerState().isShuttingDown()) {
                scheduler = scheduler();
            }
            scheduler.start();
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            scheduler.stop();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return 0;
        }
    }
}
