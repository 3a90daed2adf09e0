package nl.baton.base;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;

/** Keeps recurring work from being done beside a test that does it itself, in steps that it would otherwise come between. */
public final class PausedWork implements AutoCloseable {

    private static final String INSTANCE = "recurring";

    private final SchedulerClient scheduler;
    private final TaskInstanceId work;

    /** Waits until it is done, where it is being done. */
    public PausedWork(SchedulerClient scheduler, String task) {
        this.scheduler = scheduler;
        this.work = TaskInstanceId.of(task, INSTANCE);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreException(TaskInstanceCurrentlyExecutingException.class)
                .until(() -> scheduler.reschedule(work, Instant.now().plus(Duration.ofDays(1))));
    }

    @Override
    public void close() {
        scheduler.reschedule(work, Instant.now());
    }
}
