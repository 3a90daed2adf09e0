package nl.baton.intake.api;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import nl.baton.base.Stored;
import nl.baton.intake.item.ItemKind;
import nl.baton.security.SystemWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores a batch in one transaction, and says so only after the commit. Storing an item again changes nothing, so
 * whatever stands in the way of somebody else's batch is simply done again.
 */
@Component
class BatchStoring {

    private static final Logger LOG = LoggerFactory.getLogger(BatchStoring.class);

    private static final int ATTEMPTS = 8;

    /** So often again the same key: it is in the batch itself. */
    private static final int ALIKE = 3;

    private static final long SHORTEST_PAUSE_MS = 10;
    private static final Duration DATABASE_RETURNS_AFTER = Duration.ofSeconds(5);

    private final TransactionTemplate transaction;

    BatchStoring(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    <T> List<Stored> store(ItemKind<T> kind, List<T> items) {
        String former = "";
        for (int attempt = 1, alike = 0; ; attempt++) {
            try {
                List<Stored> stored = SystemWork.call(() -> transaction.execute(status -> kind.store(items)));
                if (stored == null || stored.size() != items.size()) {
                    throw new IllegalStateException("Not every item was answered for");
                }
                return stored;
            } catch (TransientDataAccessException | DuplicateKeyException inTheWay) {
                String duplicate = inTheWay instanceof DuplicateKeyException ? key(inTheWay) : "";
                alike = !duplicate.isEmpty() && duplicate.equals(former) ? alike + 1 : 0;
                former = duplicate;
                if (alike == ALIKE) {
                    // somebody else's would have been found the next time: two items of this batch are one to the
                    // database
                    throw refusal(inTheWay);
                }
                if (attempt == ATTEMPTS) {
                    throw IntakeRefusal.later(
                            HttpStatus.SERVICE_UNAVAILABLE, Duration.ofSeconds(1), inTheWay, "intake.api.busy");
                }
                pause(attempt);
            } catch (DataAccessException | TransactionException failed) {
                throw refusal(failed);
            }
        }
    }

    /** Which key it was, as the database says; without H2's remarks, which differ from one time to the next. */
    private static String key(Exception duplicate) {
        return String.valueOf(
                        NestedExceptionUtils.getMostSpecificCause(duplicate).getMessage())
                .replaceAll("/\\*.*?\\*/", "");
    }

    private static RuntimeException refusal(RuntimeException failed) {
        if (isAway(failed)) {
            LOG.warn(
                    "A batch was not stored, the database is away: {}",
                    failed.getClass().getSimpleName());
            return IntakeRefusal.later(
                    HttpStatus.SERVICE_UNAVAILABLE, DATABASE_RETURNS_AFTER, failed, "intake.api.database-away");
        }
        if (failed instanceof DataIntegrityViolationException) {
            // the reading let something pass that the database does not take; without the text, which quotes it
            LOG.error("The database refuses a batch: {}", failed.getClass().getSimpleName());
            return IntakeRefusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "intake.api.not-storable");
        }
        return failed;
    }

    /** By the exception, or by what the driver says of the connection. */
    private static boolean isAway(Throwable failed) {
        if (failed instanceof DataAccessResourceFailureException
                || failed instanceof RecoverableDataAccessException
                || failed instanceof TransactionException) {
            return true;
        }
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLRecoverableException
                    || (cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && sql.getSQLState().startsWith("08"))) {
                return true;
            }
        }
        return false;
    }

    /** Two senders in each other's way would meet again at once, were it not for chance. */
    private static void pause(int attempt) {
        long longest = SHORTEST_PAUSE_MS << attempt;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MS, longest + 1));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw IntakeRefusal.later(
                    HttpStatus.SERVICE_UNAVAILABLE, DATABASE_RETURNS_AFTER, stopping, "intake.api.busy");
        }
    }
}
