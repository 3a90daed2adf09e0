package nl.baton.base;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
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
 */
@Component
class DurableCommits extends JdbcTransactionManager {

    private final DataSource database;
    private @Nullable Boolean embedded;

    DurableCommits(DataSource database) {
        super(database);
        this.database = database;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        if (!status.isReadOnly()
                && TransactionSynchronizationManager.getResource(database) instanceof ConnectionHolder holder) {
            try {
                writeOut(holder.getConnection());
            } catch (SQLException failure) {
                throw new TransactionSystemException("What was committed could not be written out", failure);
            }
        }
    }

    private void writeOut(Connection connection) throws SQLException {
        if (embedded == null) {
            embedded = DatabaseDriver.fromJdbcUrl(connection.getMetaData().getURL()) == DatabaseDriver.H2;
        }
        if (embedded) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT");
            }
        }
    }
}
