package nl.baton.handoff;

import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import nl.baton.base.RecomputedTransaction;
import nl.baton.journey.ChangedCases;
import nl.baton.security.SystemWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;

/**
 * Takes changed cases off the queue and computes their journeys, some in one transaction. Any number of workers on any
 * number of nodes may do so at once. It can stop at any moment: what was not committed is still on the queue.
 */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class Projection {

    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
    private static final int CASES_AT_ONCE = 250;
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MILLIS = 20;

    private final ChangedCases changedCases;
    private final JourneyProjector projector;
    private final FiguresVersion version;
    private final ProjectionGauges gauges;
    private final RecomputedTransaction transaction;

    Projection(
            ChangedCases changedCases,
            JourneyProjector projector,
            FiguresVersion version,
            ProjectionGauges gauges,
            PlatformTransactionManager transactions) {
        this.gauges = gauges;
        this.changedCases = changedCases;
        this.projector = projector;
        this.version = version;
        this.transaction = new RecomputedTransaction(transactions);
    }

    /**
     * Computes all that is on the queue now, together with whatever other workers there are, and returns when it is
     * done and committed, whoever did it.
     *
     * @param progress told now and then how many entries of the queue are done; what it throws ends the waiting
     */
    public void projectAll(LongConsumer progress) {
        long last = changedCases.last();
        long all = changedCases.remaining(last);
        for (long left = all; left > 0; left = changedCases.remaining(last)) {
            progress.accept(all - left);
            if (projectSome() == 0) {
                // the rest is in the hands of other workers
                pause();
            }
        }
        progress.accept(all);
        version.moveOn();
    }

    /** Computes some cases in one transaction, and says how many; 0 when there is none that nobody else has in hand. */
    int projectSome() {
        for (int attempt = 1; ; attempt++) {
            try {
                return run(CASES_AT_ONCE);
            } catch (ConcurrencyFailureException | DuplicateKeyException metAnother) {
                // the transaction is undone and its cases are on the queue again
                if (attempt == ATTEMPTS) {
                    return oneByOne();
                }
                pause();
            } catch (RuntimeException failure) {
                if (isOfTheDatabase(failure)) {
                    throw failure;
                }
                return oneByOne();
            }
        }
    }

    /** Whether it passes by itself; a statement or a value that is refused is refused every time. */
    static boolean isOfTheDatabase(RuntimeException failure) {
        boolean refused = failure instanceof BadSqlGrammarException
                || (failure instanceof DataIntegrityViolationException && !(failure instanceof DuplicateKeyException));
        return !refused && (failure instanceof DataAccessException || failure instanceof TransactionException);
    }

    private int run(int most) {
        int projected = Objects.requireNonNull(transaction.execute(status -> {
            Set<Long> cases = changedCases.take(most);
            if (!cases.isEmpty()) {
                projector.project(cases);
            }
            return cases.size();
        }));
        if (projected > 0) {
            version.moveOn();
            gauges.computed(projected);
        }
        return projected;
    }

    /** One case that cannot be computed must not keep all others waiting: it is set aside, and said. */
    private int oneByOne() {
        int done = 0;
        for (int i = 0; i < CASES_AT_ONCE; i++) {
            int projected = Objects.requireNonNull(transaction.execute(status -> {
                Set<Long> cases = changedCases.take(1);
                if (!cases.isEmpty()) {
                    Object savepoint = status.createSavepoint();
                    try {
                        projector.project(cases);
                    } catch (RuntimeException cannotBeComputed) {
                        if (isOfTheDatabase(cannotBeComputed)) {
                            throw cannotBeComputed;
                        }
                        status.rollbackToSavepoint(savepoint);
                        setAside(cases, cannotBeComputed);
                    }
                }
                return cases.size();
            }));
            done += projected;
            if (projected == 0) {
                break;
            }
        }
        version.moveOn();
        return done;
    }

    /** The exception's own words may tell of a customer: its kind and place are enough. */
    private void setAside(Set<Long> cases, RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String reason = failure.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
        for (long id : cases) {
            LOG.error("The journey of case {} cannot be computed: {}", id, reason);
            changedCases.failed(id, reason.substring(0, Math.min(200, reason.length())));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while handoffs were computed; the rest is on the queue", stopped);
        }
    }
}
