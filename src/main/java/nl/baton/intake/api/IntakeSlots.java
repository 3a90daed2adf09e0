package nl.baton.intake.api;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * So many batches are in memory and on their way to the database at a time. A slot is taken before a batch is read, so
 * that a slow database makes senders wait and not Baton's memory fill up.
 */
@Component
class IntakeSlots {

    /** Left for the screens, and for departments that are named for the first time. */
    private static final int KEPT_FREE = 2;

    private final Semaphore free;
    private final Duration maxWait;

    IntakeSlots(IntakeLimits limits, DataSource database) throws SQLException {
        int connections = database.isWrapperFor(HikariDataSource.class)
                ? database.unwrap(HikariDataSource.class).getMaximumPoolSize()
                : Integer.MAX_VALUE;
        this.free = new Semaphore(Math.max(1, Math.min(limits.concurrentBatches(), connections - KEPT_FREE)), true);
        this.maxWait = limits.maxWait();
    }

    /** A slot taken; closing gives it back. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }

    Slot take() {
        try {
            if (free.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
                return free::release;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw IntakeRefusal.later(HttpStatus.SERVICE_UNAVAILABLE, maxWait, null, "intake.api.busy");
    }
}
