package nl.baton.intake;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets others see how far the import is, in short transactions of their own beside the one that stores; not more often
 * than anyone can read. Used by one thread at a time: the worker's, then
 * those that compute handoffs.
 */
@Component
class ImportProgress {

    private static final long INTERVAL = Duration.ofMillis(500).toNanos();

    private final TransactionTemplate transaction;
    /** Volatile because the next thread to come by must see what the one before it wrote. */
    private volatile long last = System.nanoTime() - INTERVAL;

    ImportProgress(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Writes it down if it is time to. */
    void say(Runnable update) {
        if (System.nanoTime() - last >= INTERVAL) {
            sayNow(update);
        }
    }

    /** Writes it down, since it is a turning point. */
    void sayNow(Runnable update) {
        transaction.executeWithoutResult(status -> update.run());
        last = System.nanoTime();
    }
}
