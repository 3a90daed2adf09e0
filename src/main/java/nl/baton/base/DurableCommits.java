package nl.baton.base;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transactions whose end is the end: what was committed is out of this process. The embedded database keeps commits in
 * memory for half a second otherwise, so that a process that is killed would have acknowledged what is lost. Its own
 * setting for it ({@code WRITE_DELAY=0}) also ends the work that keeps its file small.
 *
 * <p>It writes all that has changed, whoever changed it, and in the order in which it was committed. So a transaction
 * within another waits for that one, and a {@link RecomputedTransaction} for whichever comes next.
 */
@Component
class DurableCommits extends JdbcTransactionManager implements Durability {

    private final DataSource database;
    private @Nullable Boolean embedded;

    DurableCommits(DataSource database) {
        super(database);
        this.database = database;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        boolean withinAnother = status.getSuspendedResources() != null;
        if (!status.isReadOnly()
                && !withinAnother
                && !RecomputedTransaction.NAME.equals(status.getTransactionName())
                && TransactionSynchronizationManager.getResource(database) instanceof ConnectionHolder holder) {
            try {
                writeOut(holder.getConnection());
            } catch (SQLException failure) {
                throw new TransactionSystemException("What was committed could not be written out", failure);
            }
        }
    }

    @Override
    public void writeOut() {
        try (Connection connection = database.getConnection()) {
            writeOut(connection);
        } catch (SQLException failure) {
            throw new TransactionSystemException("What was committed could not be written out", failure);
        }
    }

    private void writeOut(Connection connection) throws SQLException {
        if (embedded == null) {
            embedded = DatabaseDriver.fromJdbcUrl(connection.getMetaData().getURL()) == DatabaseDriver.H2;
        }
        if (embedded
                && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                && session.getDatabase().isPersistent()) {
            MVStore store = session.getDatabase().getStore().getMvStore();
            store.commit();
            // the statement for it, CHECKPOINT, does not wait for what others have begun to write
            store.executeFilestoreOperation(() -> {});
        }
    }
}
